import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { absoluteTime } from "@/components/ui/time";

export type Invitation = { inviteUrl: string; expiresAt: string };
export type ResetLink = { resetUrl: string; expiresAt: string };

/** A link that is told once; Gatehouse keeps only its hash and sends no mail. */
export const OneTimeLink = ({ label, url, expiresAt }: { label: string; url: string; expiresAt: string }) => (
  <>
    <CodeBlock label={label} copy={url} wrap>
      {url}
    </CodeBlock>
    <Callout>
      Send this link yourself. It works once, until {absoluteTime(new Date(expiresAt))}, and is not shown again.
    </Callout>
    <DialogActions>
      <DialogClose>Done</DialogClose>
    </DialogActions>
  </>
);
