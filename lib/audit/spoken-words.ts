import { restrictionsIn } from "@/lib/decision/stated-boundaries";

/** A turn's beginning or end as the client reported it; a prompt that was cut has `forbiddenIn` it in front. */
export type TurnEvent = { event: string; prompt: string | null; promptId: string | null };

/** What the client makes, and posts as the user: `<task-notification>`, `<teammate-message …>`, reminders, names and outputs of commands. */
export const CLIENT_MADE = /^\s*<[a-z]+(?:-[a-z]+)+[\s>]/;
/** As cleanText ends what it cut: what the rest said is not known. */
export const CUT = /… \(\d+ more characters\)$/;

/** More of a prompt than its two ends, of this length each, is not worth the time. */
const END_LENGTH = 40_000;

/** What a prompt that was too long to be kept forbids, also behind the cut; null where nothing, or where nobody typed it. */
export function forbiddenIn(prompt: string): string | null {
  if (CLIENT_MADE.test(prompt)) return null;
  const ends = prompt.length > 2 * END_LENGTH ? [prompt.slice(0, END_LENGTH), prompt.slice(-END_LENGTH)] : [prompt];
  return ends.map(restrictionsIn).filter(Boolean).join("\n") || null;
}

/** A prompt as far as it is the user's word. */
type SpokenPrompt<E extends TurnEvent> = { event: E; text: string; isOwn: boolean };

/**
 * What the user wrote, oldest first, for an action that carries `promptId`; the last is what began its turn, "" where that was nobody's
 * word.
 */
export function spokenWords(events: readonly TurnEvent[], promptId: string | null): string[] {
  const spoken = spokenPrompts(events, promptId);
  const words = spoken.map(({ text }) => text);
  return spoken.at(-1)?.isOwn ? words : [...words, ""];
}

/**
 * The prompts that count, each with its event. Commands of the agent hold the token that prompts come with (ADR 1), so a prompt is taken
 * as the user's word only where a command could not have put it: it has the id that the client drew for this turn and was the first to
 * have it; or it began an earlier turn and no turn went on around it. Of all others only what they forbid is kept, since that can do no harm.
 */
export function spokenPrompts<E extends TurnEvent>(events: readonly E[], promptId: string | null): SpokenPrompt<E>[] {
  const began = new Map<string, number>();
  for (const [at, one] of events.entries()) {
    if (one.event === "UserPromptSubmit" && one.promptId !== null && !began.has(one.promptId)) began.set(one.promptId, at);
  }
  const current = promptId === null ? undefined : began.get(promptId);
  const spoken: SpokenPrompt<E>[] = [];
  for (const [at, one] of events.entries()) {
    const { event, prompt } = one;
    if (event !== "UserPromptSubmit" || prompt === null || CLIENT_MADE.test(prompt)) continue;
    const isOwn = at === current && !CUT.test(prompt);
    const text = isOwn || isTurn(at) ? prompt : restrictionsIn(prompt);
    if (text !== "") spoken.push({ event: one, text, isOwn });
  }
  return spoken;

  function isTurn(at: number): boolean {
    const one = events[at] as TurnEvent;
    if (current === undefined || at >= current || one.promptId === null || began.get(one.promptId) !== at) return false;
    const goesOnAround = events.some(
      (end, j) => j > at && end.event === "Stop" && end.promptId !== one.promptId && (began.get(end.promptId ?? "") ?? at) < at,
    );
    return !goesOnAround && !CUT.test(one.prompt ?? "");
  }
} // prettier-ignore
