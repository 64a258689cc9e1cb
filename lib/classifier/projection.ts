import type { MessageCreateParams, TextBlockParam } from "@anthropic-ai/sdk/resources/messages";
import { encode, encodeRecord, type EncodingLimits } from "./projection-encoding";
import { organizationText, trustedIn } from "./projection-organization";
import { payloadOf } from "./projection-payload";
import { transcriptLines } from "./projection-transcript";
import { INSTRUCTIONS, MAX_OUTPUT_TOKENS, type Stage } from "./prompts/stages";
import { SYSTEM_PROMPT } from "./prompts/system";
import type { LlmQuestion } from "./types";

/** A question as the model gets it. Only the instruction differs between the stages; what comes before the action grows at its end. */
export type Projected = {
  system: readonly TextBlockParam[];
  prefix: readonly TextBlockParam[];
  action: TextBlockParam;
  instruction: (stage: Stage) => TextBlockParam;
};

/** An action is shown whole or not at all. */
const ACTION: EncodingLimits = { stringLength: 200_000, totalLength: 200_000, entries: 5_000, depth: 40 };
const MAX_ACTION_LENGTH = 200_000;
const FACTS: EncodingLimits = { stringLength: 2_000, totalLength: 12_000, entries: 40, depth: 4 };
export const INSTRUCTION_FILES: EncodingLimits = { stringLength: 12_000, totalLength: 40_000, entries: 20, depth: 2 };
/** The API looks for an earlier end of the cache in this many blocks before a mark. */
const CACHE_REACH = 20;

/** Null where the action or the organization's rules are too long to be shown whole: nobody can judge by what is left out. */
export function projectQuestion(question: LlmQuestion): Projected | null {
  const action = actionText(question);
  const organization = organizationText(question);
  if (action === null || organization === null) return null;
  const { history, instructions } = question;
  const files = `<project_instructions>\n${encode(instructions, INSTRUCTION_FILES).text}\n</project_instructions>\n<session>\n`;
  const blocks = [files, ...transcriptLines(history, question.action.home)].map(block);
  return {
    system: [block(SYSTEM_PROMPT), cached(block(organization))],
    prefix: blocks.map((one, at) => (isMark(at, blocks.length) ? cached(one) : one)),
    action: cached(block(action)),
    instruction: (stage) => block(INSTRUCTIONS[stage]),
  };
}

/** What the Messages API is to be asked, but for the model and how it thinks. */
export function requestOf(
  { system, prefix, action, instruction }: Projected,
  stage: Stage,
): Pick<MessageCreateParams, "system" | "messages" | "max_tokens"> {
  return {
    system: [...system],
    messages: [{ role: "user", content: [...prefix, action, instruction(stage)] }],
    max_tokens: MAX_OUTPUT_TOKENS[stage],
  };
}

/** With the system's and the action's, these are the four marks the API takes; two in a row reach back over twice as many new entries. */
const isMark = (at: number, length: number): boolean => at === length - 1 || at === length - 1 - CACHE_REACH;

/** Facts that may change from call to call stand with the action, so that a new branch does not make a new prefix. */
function actionText({ action, facts }: LlmQuestion): string | null {
  const payload = payloadOf(action.tool, action.input);
  const shown = encodeRecord({ tool: action.tool, input: payload }, ACTION);
  if (!shown.isWhole || shown.text.length > MAX_ACTION_LENGTH) return null;
  const trusted = trustedIn([...textsIn(payload), ...Object.values(facts.gitRemotes)], facts.trusted);
  const known = {
    working_directory: facts.cwd,
    home_directory: action.home,
    additional_directories: action.additionalDirectories,
    git_branch: facts.gitBranch,
    git_default_branch: facts.gitDefaultBranch,
    git_remotes: facts.gitRemotes,
    git_status: facts.gitStatus,
    repository_visibility: facts.repositoryVisibility,
    ...(trusted.length > 0 && { also_trusted: trusted }),
  };
  return `</session>\n<facts>\n${encodeRecord(known, FACTS).text}\n</facts>\n<action>\n${shown.text}\n</action>\n`;
}

/** An action that is shown whole is not deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)])
      : [];

const block = (text: string): TextBlockParam => ({ type: "text", text });
const cached = (one: TextBlockParam): TextBlockParam => ({ ...one, cache_control: { type: "ephemeral" } });
