import { Lock } from "lucide-react";
import { ProblemPage } from "@/components/shell/problem-page";
import { ButtonLink } from "@/components/ui/button";

export default function Forbidden() {
  return (
    <main>
      <ProblemPage icon={Lock} title="Not for your role" actions={<ButtonLink href="/">Go back</ButtonLink>}>
        Your role does not allow this page. An owner or admin of your organization can change your role under People.
      </ProblemPage>
    </main>
  );
}
