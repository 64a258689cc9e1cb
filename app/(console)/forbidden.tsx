import { ForbiddenProblem } from "@/components/shell/forbidden-problem";

/** Inside the shell, which has the main landmark already. */
export default function ConsoleForbidden() {
  return <ForbiddenProblem />;
}
