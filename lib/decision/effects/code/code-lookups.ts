import { flat, DECODED, UNKNOWN, type CodeScope, type Value } from "./code-text";
import { CodeReader } from "./code-values";
import { matchesOf } from "../../matches";

/** Calls of what code looks up by a name that it puts together. Names written plainly have become plain calls before (code-names.ts). */

const LOOKUPS =
  /\b(?:getattr|__import__|importlib\.import_module|require)\s?\(|\b(?:globals|locals|vars)\s?\(\s?\)\s?\[|\b(?:globalThis|window|global|self|this|__builtins__(?:\.__dict__)?)\s?\[/g;
/** PHP calls the function that a variable names. */
const CALLED_VARIABLE = /(\$[A-Za-z_]\w{0,60})\s?\(/g;
const ACTING =
  "system popen exec execSync execFile execv execvp eval spawn spawnSync Popen check_output shell_exec passthru proc_open rmtree unlink remove rmSync os subprocess pty ctypes child_process".split(
    " ",
  );
/** Modules of whose names most act. */
const MODULE = /^\s?(?:os|subprocess|shutil|builtins|__builtins__|__import__)\b/;
const MAX_LOOKUPS = 100;

type Lookup = "acts" | "unknown" | "plain";

/** What code looks up so: something that runs or deletes, something that may, or neither. */
export function lookupsIn(text: string, language: string, scope: CodeScope): Lookup {
  const matches = matchesOf(text, LOOKUPS);
  const found = matches.slice(0, MAX_LOOKUPS).map((match) => lookup(text, match, scope));
  const called = language === "php" ? matchesOf(text, CALLED_VARIABLE).map(([, name = ""]) => judged(scope.names.get(name) ?? "", false)) : []; // prettier-ignore
  return [...found, ...called].reduce<Lookup>(
    (worst, one) => (worst === "acts" || one === "plain" ? worst : one),
    matches.length > MAX_LOOKUPS ? "unknown" : "plain",
  );
}

/** A name in pieces that are all written down: nobody needs that who has nothing to hide. */
const PIECES =
  /\s{0,3}(?:[\w.]{1,60}\s?,\s?)?((?:"\w{1,30}"|'\w{1,30}')(?:\s?\+\s?(?:"\w{1,30}"|'\w{1,30}'))+)\s?[,)\]]/y;

function lookup(text: string, match: RegExpMatchArray, scope: CodeScope): Lookup {
  const at = (match.index ?? 0) + match[0].length;
  PIECES.lastIndex = at;
  if (PIECES.test(text)) return "acts";
  if (match[0].endsWith("[")) return judged(new CodeReader(text, scope, at).expression(), false);
  const [first = UNKNOWN, second = UNKNOWN] = new CodeReader(text, scope, at - 1).arguments();
  return match[0].startsWith("getattr") ? judged(second, MODULE.test(text.slice(at, at + 20))) : judged(first, false);
}

/** `within`: of a module that acts, any name may. */
function judged(value: Value, within: boolean): Lookup {
  const name = flat(value).replaceAll(DECODED, "");
  if (ACTING.includes(name)) return "acts";
  const [head = "", ...rest] = name.split(UNKNOWN);
  if (rest.length === 0) return "plain";
  return within || (head !== "" && ACTING.some((acting) => acting.startsWith(head))) ? "unknown" : "plain";
}
