"use client";

import { CloudAlert } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ProblemPage } from "./problem-page";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Details stay on the server; the digest finds them in its log. */
export const Failure = ({ error, retry }: Props) => (
  <ProblemPage
    icon={CloudAlert}
    title="This page could not be shown"
    actions={
      <>
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/">Go to the overview</ButtonLink>
      </>
    }
  >
    <p>Something went wrong on our side. Clients keep their policy, and decisions go on.</p>
    {error.digest ? <p className="mt-1">In the log it is {error.digest}.</p> : null}
  </ProblemPage>
);
