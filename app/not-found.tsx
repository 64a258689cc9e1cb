import { FileQuestion } from "lucide-react";
import { ProblemPage } from "@/components/shell/problem-page";
import { ButtonLink } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main>
      <ProblemPage icon={FileQuestion} title="Not found" actions={<ButtonLink href="/">Go to the overview</ButtonLink>}>
        There is nothing at this address, or it belongs to another organization.
      </ProblemPage>
    </main>
  );
}
