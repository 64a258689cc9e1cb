import { cache } from "react";
import { pageCtx } from "@/lib/auth/page";
import { summariseDraft } from "@/lib/change/summarise-draft";

/** Once a request, for the banner and the tabs. */
export const draftSummary = cache(async () => summariseDraft(await pageCtx("policy:read")));
