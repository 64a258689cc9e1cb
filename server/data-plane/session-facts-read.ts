import { z } from "zod";
import { cleanText } from "@/lib/audit/clean-json";
import { historyOfMessages } from "@/lib/classifier/history-messages";
import { INSTRUCTION_FILES } from "@/lib/classifier/projection";
import { elementsOf, membersOf, type Span } from "./messages-members";
import { ClassifierContext, type PlaceFacts } from "./session-facts-schema";

/** What a client tells about its session in a model request in auto mode. */
export type SessionFacts = PlaceFacts & {
  /** Instructions files that the client shows the model, each with its path; secrets masked. */
  instructions: readonly string[];
};

/** The client keeps its context within 256,000 bytes. */
const MAX_CONTEXT_BYTES = 262_144;
const MAX_MESSAGE_BYTES = 524_288;
/** In front of the user's first message stand at most a few of the client's own. */
const FIRST_MESSAGES = 4;

const Safeguards = z.array(z.unknown());
const Safeguard = z.looseObject({ type: z.literal("dangerous_tool_use"), classifier_context: ClassifierContext });
const Message = z.looseObject({ role: z.string() });

/** Null where the body tells nothing. Of the conversation only the client's first message is looked at. Never throws. */
export function factsIn(body: Buffer): SessionFacts | null {
  // Within a string the quotes would be escaped.
  if (!body.includes('"safeguards"')) return null;
  let context: PlaceFacts | null = null;
  let instructions: string[] = [];
  for (const { name, value } of membersOf(body)) {
    if (name === "safeguards") context = contextIn(parsed(body, value, MAX_CONTEXT_BYTES));
    if (name === "messages") instructions = instructionsIn(body, value);
  }
  return context && { ...context, instructions };
}

function contextIn(safeguards: unknown): PlaceFacts | null {
  for (const one of Safeguards.safeParse(safeguards).data ?? []) {
    const safeguard = Safeguard.safeParse(one);
    if (safeguard.success) return safeguard.data.classifier_context;
  }
  return null;
}

function instructionsIn(body: Buffer, messages: Span): string[] {
  let seen = 0;
  for (const span of elementsOf(body, messages.start)) {
    if (++seen > FIRST_MESSAGES) break;
    const message = Message.safeParse(parsed(body, span, MAX_MESSAGE_BYTES));
    if (message.data?.role === "user") return kept(historyOfMessages([message.data], false).instructions);
  }
  return [];
}

/** No more than is shown; of what is cut, or one file too many, that is told. */
function kept(files: readonly string[]): string[] {
  const { entries, stringLength, totalLength } = INSTRUCTION_FILES;
  let left = totalLength;
  return files.slice(0, entries + 1).map((file) => {
    const text = cleanText(file, Math.max(0, Math.min(stringLength, left)));
    left -= text.length;
    return text;
  });
}

function parsed(body: Buffer, { start, end }: Span, maxBytes: number): unknown {
  if (end - start > maxBytes) return undefined;
  try {
    return JSON.parse(body.toString("utf8", start, end));
  } catch {
    return undefined;
  }
}
