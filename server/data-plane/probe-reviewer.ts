import type { ProbeResult } from "@/lib/decision/probe/types";
import { within } from "./decisions-context";

/** What the embedded probe found suspicious, for a second opinion. */
export type SuspiciousOutput = {
  organizationId: string;
  sessionId: string;
  tool: string;
  text: string;
  result: ProbeResult;
};

/** Asked only where the policy wants it (`classifier.probe.llm`); null where it has no opinion. */
export type ProbeReviewer = (output: SuspiciousOutput) => Promise<ProbeResult["verdict"] | null>;

/** The client waits 5 s for the whole answer. */
const REVIEW_MS = 3_000;

/** Only a clear "clean" in time takes a warning back. */
export async function isClearedBy(reviewer: ProbeReviewer, output: SuspiciousOutput): Promise<boolean> {
  return (await within(REVIEW_MS, reviewer(output))) === "clean";
}
