import { FileQuestion } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { ProblemPage } from "./problem-page";

export const NotFoundProblem = () => (
  <ProblemPage icon={FileQuestion} title="Not found" actions={<ButtonLink href="/">Go to the overview</ButtonLink>}>
    There is nothing at this address, or it belongs to another organization.
  </ProblemPage>
);
