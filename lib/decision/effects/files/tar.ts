import type { SimpleCommand, Word } from "../../shell/types";
import { after } from "../../shell/word";

/** How a call of tar is written (GNU tar, "Option Syntax"): options anywhere, letters in groups, the first group also without its dash. */

/** `directory`: where the name is looked for, as given; null in the shell's own. */
type Member = { word: Word; directory: Word | null };
type TarCall = { packs: boolean; archive: Word | null; members: readonly Member[] };

const PROGRAMS = new Set(["tar", "gtar", "bsdtar"]);
export const isTar = ({ name }: SimpleCommand): boolean => PROGRAMS.has(name);

/** Letters and words whose values are the next word, when none is attached. */
const VALUED = /[fCTXbIKLNVgHF]/;
const VALUED_LONG =
  /^--(?:file|directory|cd|files-from|exclude|exclude-from|blocking-factor|use-compress-program|starting-file|tape-length|newer|after-date|label|listed-incremental|format|transform|xform|strip-components|owner|group|mode|mtime|checkpoint-action|to-command|newer-mtime|info-script|new-volume-script|rsh-command|add-file|record-size|suffix|volno-file|rmt-command|sort)$/;
const PACKS = /[cru]/;
const PACKS_LONG = /^--(?:create|append|update)$/;

export function tarCall({ args }: SimpleCommand): TarCall {
  const call = { packs: false, archive: null as Word | null, members: [] as Member[] };
  let directory: Word | null = null;
  let at = 0;
  const set = (option: string, value: Word | undefined) => {
    if (option === "f" || option === "--file") call.archive = value ?? null;
    else if (/^(?:C|--directory|--cd)$/.test(option)) directory = value === undefined ? directory : within(directory, value);
    else if (option === "--add-file" && value !== undefined) call.members.push({ word: value, directory });
  };
  const group = (letters: string, word: Word, dashed: boolean) => {
    for (let i = 0; i < letters.length; i++) {
      const letter = letters[i] as string;
      call.packs ||= PACKS.test(letter);
      if (!VALUED.test(letter)) continue;
      const attached = dashed && i + 1 < letters.length;
      set(letter, attached ? after(word, i + 2) : args[++at]);
      if (attached) return;
    }
  };
  for (; at < args.length; at++) {
    const word = args[at] as Word;
    const { value } = word;
    if (at === 0 && /^[A-Za-z]+$/.test(value)) group(value, word, false);
    else if (/^-[^-]/.test(value)) group(value.slice(1), word, true);
    else if (value === "--") {
      for (const rest of args.slice(at + 1)) call.members.push({ word: rest, directory });
      break;
    } else if (value.startsWith("--")) {
      call.packs ||= PACKS_LONG.test(value);
      const equals = value.indexOf("=");
      if (equals !== -1) set(value.slice(0, equals), after(word, equals + 1));
      else if (VALUED_LONG.test(value)) set(value, args[++at]);
    } else call.members.push({ word, directory });
  }
  return call;
} // prettier-ignore

/** The files that go into the archive, by names that need no `-C`. */
export const packedByTar = (command: SimpleCommand): readonly Word[] => {
  const { packs, members } = tarCall(command);
  return packs ? members.map(({ word, directory }) => within(directory, word)) : [];
};

/** A name below a directory; one that is anchored stays what it is. */
function within(directory: Word | null, word: Word): Word {
  if (directory === null || /^[/~]/.test(word.value)) return word;
  const head = `${directory.value}/`;
  const unknownAt = directory.unknownAt !== -1 ? directory.unknownAt : word.unknownAt === -1 ? -1 : head.length + word.unknownAt;
  return { ...word, value: head + word.value, unknownAt, variables: [...directory.variables, ...word.variables], from: [...directory.from, ...word.from], verbatimAt: null };
} // prettier-ignore
