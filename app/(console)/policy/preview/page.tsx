import type { Metadata } from "next";
import { parsePreviewChoice } from "@/components/policy/preview-choice";
import { PreviewControls } from "@/components/policy/preview-controls";
import { PreviewDocument } from "@/components/policy/preview-document";
import { Card } from "@/components/ui/card";
import { pageCtx } from "@/lib/auth/page";
import { getDraft } from "@/lib/change/get-draft";
import { previewDocument } from "@/lib/change/preview-document";
import { orNotFound } from "@/lib/http/or-not-found";
import { listGroups } from "@/lib/org/list-groups";

export const metadata: Metadata = { title: "Preview · Policy" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PreviewPage({ searchParams }: Props) {
  const ctx = await pageCtx("policy:read");
  const [{ items: groups }, { baseRevision }, query] = await Promise.all([
    listGroups(ctx),
    getDraft(ctx),
    searchParams,
  ]);
  const choice = parsePreviewChoice(query, { groups, hasPublished: baseRevision > 0 });
  const { source, memberId, groupIds } = choice;
  const asked = memberId ? { source, memberId } : { source, groupIds: [...groupIds] };
  const preview = await orNotFound(previewDocument(ctx, asked));
  return (
    <>
      <Card id="preview-choice" title="Whose document">
        <PreviewControls
          key={memberId ?? "groups"}
          choice={choice}
          member={preview.member}
          groups={groups.map(({ id, name }) => ({ id, name }))}
          hasPublished={baseRevision > 0}
        />
      </Card>
      <PreviewDocument preview={preview} />
    </>
  );
}
