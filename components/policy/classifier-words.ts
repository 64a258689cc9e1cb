import type { LlmWhen } from "@/lib/policy/classifier-policy";
import type { ProbeBy } from "./classifier-values";

export type ChoiceWords<V extends string> = { value: V; label: string; help: string };

export const WHEN_WORDS: readonly ChoiceWords<LlmWhen>[] = [
  {
    value: "never",
    label: "Never",
    help: "The embedded classifier decides alone, and asks the developer where it cannot tell. No action leaves your network.",
  },
  {
    value: "undecided",
    label: "Where the embedded classifier is undecided",
    help: "About what it cannot tell, and about what a soft rule stopped that the developer may have asked for. Most actions never reach Claude.",
  },
  {
    value: "always",
    label: "Always",
    help: "About every tier 3 action that no hard rule stopped; Claude may also block what the embedded classifier would allow. Each waits for an answer and costs at least one request.",
  },
];

export const UNAVAILABLE_WORDS: readonly ChoiceWords<"ask" | "block">[] = [
  { value: "ask", label: "Ask the developer", help: "Work goes on, at the price of a question." },
  {
    value: "block",
    label: "Block the action",
    help: "Nothing passes unchecked. While Claude is away, those actions stop.",
  },
];

export const PROBE_WORDS: readonly ChoiceWords<ProbeBy>[] = [
  {
    value: "embedded",
    label: "The embedded probe alone",
    help: "It knows what attempts to instruct the agent look like. No output leaves your network.",
  },
  {
    value: "llm",
    label: "Also Claude, where the probe is not certain",
    help: "Such outputs, up to 24,000 characters of each, are sent to Claude with secrets masked. It may add a warning, or take one back that rests on a single sign; the agent waits up to 3 s. Uses the model, limits and prices below. Where Claude cannot be asked, the probe's finding stands.",
  },
];
