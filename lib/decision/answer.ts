import type { Enforcement } from "@/lib/policy/schemas";
import type { Verdict } from "./types";

/** What the client is told; `none` leaves the action to the client's own rules and classifier. */
export type Answer = "allow" | "deny" | "ask" | "none";

const AUTHORITATIVE: Record<Verdict, Answer> = { allow: "allow", block: "deny", ask: "ask", none: "none" };

/**
 * What a group's enforcement makes of a verdict. A second opinion speaks up only against an action: a block is denied,
 * and a fallback, which was a block until its session reached a limit, is asked about (docs/decisions/0004-fallback.md).
 */
export function answerFor(enforcement: Enforcement, verdict: Verdict, fallback: boolean): Answer {
  switch (enforcement) {
    case "observe":
      return "none";
    case "second-opinion":
      if (fallback) return "ask";
      return verdict === "block" ? "deny" : "none";
    case "authoritative":
      return AUTHORITATIVE[verdict];
  }
}
