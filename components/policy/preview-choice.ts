import { z } from "zod";
import type { PreviewChoice } from "./preview-controls";

type Known = { groups: readonly { id: string }[]; hasPublished: boolean };

const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()));
const Query = z.object({
  source: z.enum(["draft", "published"]).catch("draft"),
  member: z.uuid().optional().catch(undefined),
  group: list.catch([]),
});

/** What the URL asks for; groups that no longer exist are left out, and without a revision there is only the draft. */
export function parsePreviewChoice(query: unknown, { groups, hasPublished }: Known): PreviewChoice {
  const { source, member, group } = Query.parse(query);
  const known = new Set(groups.map(({ id }) => id));
  return {
    source: hasPublished ? source : "draft",
    memberId: member,
    groupIds: [...new Set(group)].filter((id) => known.has(id)),
  };
}
