/** Stands for the command where a message quotes it; no message holds this character by itself. */
export const QUOTE = "\ue000";

/** Nobody writes a longer command than this into a message, and a search for it would take its time. */
export const MAX_QUOTED = 2_000;

/** A full stop or slash ends a name unless more of it follows. */
const goesOn = (rest: string): boolean => /^(?:[\w-]|[./\\][\w*])/.test(rest);
const begins = (text: string, at: number): boolean => !/[\w/~.-]/.test(text[at - 1] ?? " ");

/** The name stands by itself: "old" is not named by "old-client", nor `main` by "maintain", nor `config` by "a/config". */
export const holdsWhole = (text: string, name: string): boolean => placesOf(text, name).length > 0;

/** Where it does. */
export function placesOf(text: string, name: string): number[] {
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  const found: number[] = [];
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    if (begins(lower, at) && !goesOn(lower.slice(at + wanted.length))) found.push(at);
  }
  return found;
}

/** The message with every whole quotation of the command, however its spaces run, replaced by one character. */
export function placeholderFor(message: string, command: string): string {
  const text = message.replaceAll(QUOTE, " ");
  if (command.trim() === "" || command.length > MAX_QUOTED) return text;
  const words = command.trim().split(/\s+/);
  // Most messages quote no command, and compiling a pattern takes longer than seeing that.
  if (!words.every((word) => text.includes(word))) return text;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  return text.replace(new RegExp(pattern, "g"), (found: string, at: number) =>
    begins(text, at) && !goesOn(text.slice(at + found.length, at + found.length + 2)) ? QUOTE : found,
  );
}
