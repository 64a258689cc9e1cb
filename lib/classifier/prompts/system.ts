import { createHash } from "node:crypto";
import type { NamedRule } from "@/lib/decision/llm-rules";
import { CATALOGUE } from "@/lib/decision/rule-names";
import { ROLE } from "./judge";
import { PROBE_PROMPT, PROBE_QUESTION } from "./probe";
import { ANSWERS, INSTRUCTIONS } from "./stages";

/** Raised by whoever changes what the prompts mean; the hash beside it follows every letter, also of the rules. */
const VERSION = 1;

const line = ({ id, name, mustName, explanation, strength }: NamedRule): string =>
  `- ${id} (${name}): ${explanation}${strength === "soft" ? ` Must name: ${mustName}.` : ""}`;

const section = (strength: NamedRule["strength"]): string =>
  CATALOGUE.filter((rule) => rule.strength === strength)
    .map(line)
    .join("\n");

const RULES_TEXT = `# Rules

Each has an id, a name and what it is for; a soft one also what the user must have named to clear it.

## Hard rules

${section("hard")}

## Soft rules

${section("soft")}`;

/** The same for every organization and session. */
export const SYSTEM_PROMPT = [ROLE, RULES_TEXT, ANSWERS].join("\n\n");

/** All that we say to the model in our own words, to be shown to people. What an organization adds is in its policy. */
export const PROMPTS: readonly { title: string; text: string }[] = [
  { title: "System prompt", text: SYSTEM_PROMPT },
  { title: "Stage 1", text: INSTRUCTIONS[1] },
  { title: "Stage 2", text: INSTRUCTIONS[2] },
  { title: "Probe of outputs", text: `${PROBE_PROMPT}\n\n${PROBE_QUESTION}` },
];

const hash = createHash("sha256").update(JSON.stringify(PROMPTS)).digest("hex").slice(0, 12);

/** Kept with every decision, so that it is known what the model was told: `v<number>-<hash>`. */
export const PROMPT_VERSION = `v${VERSION}-${hash}`;
