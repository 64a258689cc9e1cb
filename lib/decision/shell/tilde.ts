import type { Word as WordNode } from "unbash";
import type { Frame } from "./frame";
import type { Span, Word } from "./types";
import { literalOr } from "./word";

/** `~/x` where the command line has set `HOME`. */
export function atHome(word: Word, home: Word): Word {
  const moved = word.unknownAt === -1 ? -1 : word.unknownAt + home.value.length - 1;
  const unknownAt = home.unknownAt === -1 ? moved : home.unknownAt;
  const from = [...home.from, ...word.from];
  return { ...word, value: home.value + word.value.slice(1), unknownAt, from, verbatimAt: null };
}

/** `~-` and `~+`: the directory before this one, and this one. */
export function expandHere(frame: Frame, { text }: WordNode, span: Span): Word {
  const place = text.startsWith("~-") ? frame.previousCwd : frame.cwd;
  const word = literalOr(place, "OLDPWD", span);
  return { ...word, value: word.value + text.slice(2), glob: /[*?[]/.test(text) };
}
