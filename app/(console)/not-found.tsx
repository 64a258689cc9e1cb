import { NotFoundProblem } from "@/components/shell/not-found-problem";

/** Inside the shell, which has the main landmark already. */
export default function ConsoleNotFound() {
  return <NotFoundProblem />;
}
