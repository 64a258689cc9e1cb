import type { LlmWhen } from "@/lib/policy/classifier-policy";

export type ChoiceWords<V extends string> = { value: V; label: string; help: string };

export const WHEN_WORDS: readonly ChoiceWords<LlmWhen>[] = [
  {
    value: "never",
    label: "Never",
    help: "The embedded classifier decides alone, and asks the developer where it cannot tell. Nothing leaves your network.",
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
