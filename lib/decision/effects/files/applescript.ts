import { after } from "../../shell/word";
import type { Word } from "../../shell/types";
import { cannotRead } from "../code/code-scripts";
import { addDelete } from "./deleting";
import type { Maker } from "../scene";
import { matchesOf } from "../../matches";

/** `delete POSIX file "/x"`, `delete (POSIX file "/x" as alias)`: the Finder moves it to the trash, past the shell. */
const DELETES = /\bdelete\s+\(?\s*(?:every item of\s+)?(?:(?:POSIX file|file|folder|alias|item)\s+){1,2}"([^"\n]{1,1000})"/gi; // prettier-ignore

/** What people can still get back. */
const EMPTIES_TRASH = /\bempty\s+(?:the\s+)?trash\b/i;

/** Longer ones take long to look through. */
const MAX_SCRIPT = 8_000;

const finder: Maker = (command, scene) => {
  const long = command.args.find(({ value }) => value.length > MAX_SCRIPT);
  if (long !== undefined) cannotRead("The script is longer than can be read through.", long, scene);
  const empties = command.args.find(({ value }) => EMPTIES_TRASH.test(value.slice(0, MAX_SCRIPT)));
  if (empties !== undefined)
    addDelete({ ...empties, value: "~/.Trash", unknownAt: -1, glob: false }, command, scene, true);
  for (const code of command.args)
    for (const { index, 0: all, 1: path = "" } of matchesOf(code.value.slice(0, MAX_SCRIPT), DELETES)) {
      const word: Word = after(code, index + all.length - path.length - 1);
      addDelete({ ...word, value: path, unknownAt: -1 }, command, scene, /folder|every item/i.test(all));
    }
};

export const APPLESCRIPT_MAKERS: Readonly<Record<string, Maker>> = { osascript: finder };
