import { z } from "zod";
import { CLIENT_MADE } from "@/lib/audit/spoken-words";
import { restrictionsIn } from "@/lib/decision/stated-boundaries";
import type { TranscriptEntry } from "./types";

const Message = z.looseObject({ role: z.string(), content: z.unknown() });
const Text = z.looseObject({ type: z.literal("text"), text: z.string() });
const ToolResult = z.looseObject({ type: z.literal("tool_result") });
const ToolUse = z.looseObject({
  type: z.literal("tool_use"),
  name: z.string(),
  input: z.record(z.string(), z.unknown()).catch({}),
});

/** A summary that the model wrote of a conversation grown too long; a skill's file, which the model may have asked for. */
const CLIENT_TEXT =
  /^\s*(?:This session is being continued from a previous conversation|Base directory for this skill:)/;
/** Ends a turn: what follows it is the user's, though it comes in one message with outputs of tools. */
const INTERRUPTED = /^\s*\[Request interrupted by user[^\]\n]{0,40}\]\s*$/;
/** Beside it stands what a file of the project makes of the command. */
const COMMAND = /^\s*<command-(?:message|name)>/;

/** A heading in the client's reminder at the beginning, with the file's path; its content follows to the next heading or the end. */
const INSTRUCTIONS_HEADING = /^Contents of (?:\/|[A-Za-z]:\\)[^\n]{1,4096}:$/gm;
const REMINDER = "<system-reminder>\n";
const REMINDER_END = "</system-reminder>";

export type Conversation = {
  history: readonly TranscriptEntry[];
  instructions: readonly string[];
  /** The user's words alone; the last is what began the turn, "" where that was nobody's word. */
  userWords: readonly string[];
};

/**
 * The session in a request to the Messages API, as Claude Code makes it: words that the user typed and calls of tools. Prose and thinking
 * of the model, outputs of tools and what the client adds are left out, but for the instructions files that it shows in its first message.
 * @param isSubagent the first message then is the task that another agent wrote, and nobody's word
 */
export function historyOfMessages(messages: readonly unknown[], isSubagent: boolean): Conversation {
  const history: TranscriptEntry[] = [];
  let instructions: string[] | null = null;
  let isUsersTurn = true;
  for (const one of messages) {
    const message = Message.safeParse(one);
    if (!message.success) continue;
    const { role, content } = message.data;
    const blocks: unknown[] = typeof content === "string" ? [{ type: "text", text: content }] : listOf(content);
    if (role === "assistant") history.push(...blocks.flatMap(callOf));
    if (role !== "user") continue;
    const isFirst = instructions === null;
    instructions ??= blocks.flatMap(textOf).flatMap(instructionsIn);
    const words = wordsIn(blocks);
    if (words.length > 0) isUsersTurn = true;
    else if (blocks.length > 0 && !blocks.some(isResult)) isUsersTurn = false;
    if (isFirst && isSubagent) history.push(...words.map(taskOf));
    else history.push(...words.map((text) => ({ sort: "user", text }) as const));
  }
  const said = history.flatMap((entry) => (entry.sort === "user" ? [entry.text] : []));
  return { history, instructions: instructions ?? [], userWords: isUsersTurn ? said : [...said, ""] };
}

const isResult = (block: unknown): boolean => ToolResult.safeParse(block).success;

const listOf = (content: unknown): unknown[] => (Array.isArray(content) ? content : []);

const textOf = (block: unknown): string[] => {
  const text = Text.safeParse(block);
  return text.success ? [text.data.text] : [];
};

const callOf = (block: unknown): TranscriptEntry[] => {
  const call = ToolUse.safeParse(block);
  return call.success ? [{ sort: "tool", tool: call.data.name, input: call.data.input }] : [];
};

/** The call of the parent by which the subagent got its task. */
const taskOf = (prompt: string): TranscriptEntry => ({ sort: "tool", tool: "Agent", input: { prompt } });

/**
 * What the user typed of one message. Beside outputs of tools and commands' names stand texts of which that is not certain: of those only
 * what they forbid is kept.
 */
function wordsIn(blocks: readonly unknown[]): string[] {
  let isCertain = !blocks.some(isResult);
  const words: string[] = [];
  for (const text of blocks.flatMap(textOf)) {
    if (INTERRUPTED.test(text)) isCertain = true;
    else if (COMMAND.test(text)) isCertain = false;
    else if (!CLIENT_MADE.test(text) && !CLIENT_TEXT.test(text)) {
      const typed = text.split("<system-reminder>", 1)[0] ?? "";
      words.push((isCertain ? typed : restrictionsIn(typed)).trim());
    }
  }
  return words.filter((text) => text !== "");
}

function instructionsIn(text: string): string[] {
  const shown = text.trim();
  if (!shown.startsWith(REMINDER)) return [];
  const end = shown.endsWith(REMINDER_END) ? shown.length - REMINDER_END.length : shown.length;
  const body = shown.slice(REMINDER.length, end);
  const headings = [...body.matchAll(INSTRUCTIONS_HEADING)];
  return headings.map(({ index }, at) => body.slice(index, headings[at + 1]?.index).trim());
}
