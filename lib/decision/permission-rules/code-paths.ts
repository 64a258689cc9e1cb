import { languageOf } from "../effects/code/languages";
import { resolvePath } from "../paths";
import type { Reading } from "../shell/types";
import { matchesOf } from "../matches";

const MAX_CODE = 32_768;
const MAX_FOUND = 200;
const STRING = /"([^"\n]{1,400})"|'([^'\n]{1,400})'|`([^`\n]{1,400})`/g;

/**
 * Strings in code on the command line that may be paths: `python3 -c "print(open('~/.aws/config').read())"`. For rules that stop reading
 * a file, which apply where they may.
 */
export function pathsInCode(reading: Reading, home: string): string[] {
  const found: string[] = [];
  for (const { name, args, stdin, cwd } of reading.commands) {
    if (languageOf(name) === null) continue;
    for (const word of stdin.text === null ? args : [...args, stdin.text]) {
      for (const [, double, single, back] of matchesOf(word.value.slice(0, MAX_CODE), STRING)) {
        const text = double ?? single ?? back ?? "";
        const path = /[/.~]/.test(text) && !/\s/.test(text) ? resolvePath(text, cwd, home) : null;
        if (path !== null) found.push(path);
        if (found.length >= MAX_FOUND) return found;
      }
    }
  }
  return found;
}
