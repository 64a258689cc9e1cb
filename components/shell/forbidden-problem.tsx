import { Lock } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { ProblemPage } from "./problem-page";

export const ForbiddenProblem = () => (
  <ProblemPage icon={Lock} title="Not for your role" actions={<ButtonLink href="/">Go back</ButtonLink>}>
    Your role does not allow this page. An owner or admin of your organization can change your role under People.
  </ProblemPage>
);
