import { Callout } from "@/components/ui/callout";

/** What publishing means for the people at the other end. */
export const PublishNotes = ({ isFirst, blockers }: { isFirst: boolean; blockers: readonly string[] }) => (
  <>
    {blockers.length > 0 ? (
      <Callout tone="block" title="This cannot be published yet">
        <ul className="list-disc pl-4">
          {blockers.map((blocker) => (
            <li key={blocker}>{blocker}</li>
          ))}
        </ul>
      </Callout>
    ) : null}
    {isFirst ? (
      <Callout title="Developers will be asked once">
        The document brings hooks and environment variables from a server, so Claude Code shows each developer a consent
        dialog the first time, and closes when they refuse. Documents from a file or device management do not ask.
      </Callout>
    ) : null}
  </>
);
