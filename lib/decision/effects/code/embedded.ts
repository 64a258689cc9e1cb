import { inputText } from "../../input-text";
import { resolvePath } from "../../paths";
import { MAX_COMMAND_LENGTH } from "../../shell/parse";
import { readShell } from "../../shell/read";
import type { Opaque } from "../../types";
import type { InputString } from "../tools/input-strings";
import { moveEvidence } from "./code-scripts";
import { quoted } from "./code-text";
import { add, type Scene } from "../scene";
import { STATEMENTS, statementAct } from "../sql-statements";

const COMMAND_FIELD = /^(?:(?:\w{1,20}_)?command|cmd|command_?line|shell|shell_?command|bash|commands|cmds)$/;
const CODE_FIELD = /^(?:script|code|source_?code|expression|function|js|javascript|python)$/;
const SQL_FIELD = /^(?:sql|query|statement|queries|statements)$/;
/** Lists of words of one command, and not of commands. */
const WORDS_FIELD = /^(?:command|cmd|argv|args|arguments)$/;

/** Tools whose query is a text to look for. */
const LOOKS_FOR = /(?:^|_)(?:search|find|lookup|grep|docs?|browse|web)(?:_|$)/;
const STARTS_AS_SQL =
  /^\s*(?:select|with|insert|update|delete|drop|truncate|alter|create|grant|revoke|copy|merge|begin|explain)\s/i;

type Sort = "command" | "words" | "code" | "sql";
type Sorted = { field: string; text: string; length: number; sort: Sort };

/** Commands, code and statements that a tool's arguments hold: read as the shell's would be. */
export function readEmbedded(strings: readonly InputString[], verb: string, scene: Scene): Opaque[] {
  const opaque: Opaque[] = [];
  let budget = MAX_COMMAND_LENGTH;
  for (const one of [...commandLines(strings), ...strings.flatMap(sorted)]) {
    const { field, text, sort } = one;
    if (sort === "sql" && LOOKS_FOR.test(verb)) continue;
    budget -= text.length;
    if (budget < 0) {
      const reason = "The call holds more code than can be read through.";
      return [...opaque, { reason, evidence: { field, start: 0, end: 0, note: reason } }];
    }
    scene.field = field;
    if (sort === "sql" || STARTS_AS_SQL.test(text)) statement(text, scene);
    else opaque.push(...read(one, scene));
  }
  return opaque;
}

function sorted({ name, field, text }: InputString): Sorted[] {
  const one = (sort: Sort) => [{ field, text, length: text.length, sort }];
  if (COMMAND_FIELD.test(name) && !(/\.\d+$/.test(field) && WORDS_FIELD.test(name))) return one("command");
  if (CODE_FIELD.test(name)) return one("code");
  return SQL_FIELD.test(name) ? one("sql") : [];
}

/** `{command: "bash", args: ["-c", "..."]}` and `{argv: [...]}` as one command line each. */
function commandLines(strings: readonly InputString[]): Sorted[] {
  const lists = new Map<string, InputString[]>();
  for (const string of strings) {
    if (!WORDS_FIELD.test(string.name) || !/\.\d+$/.test(string.field)) continue;
    const list = string.field.slice(0, string.field.lastIndexOf("."));
    lists.set(list, [...(lists.get(list)?.slice(0, MAX_WORDS) ?? []), string]);
  }
  return [...lists].map(([list, words]) => {
    const beside = list.slice(0, list.lastIndexOf(".") + 1);
    const program = strings.find(({ field, name }) => field === beside + name && COMMAND_FIELD.test(name));
    const line = [program?.text ?? "", ...words.map((word) => quoted(word.text))].join(" ").trim();
    return { field: words[0]?.field ?? list, text: line, length: words[0]?.text.length ?? 0, sort: "words" };
  });
}

const MAX_WORDS = 500;

function read({ text, sort, field, length }: Sorted, scene: Scene): Opaque[] {
  const before = scene.effects.length;
  // Code in a language that is not named: what plain calls in it would do, whichever of the usual ones it is.
  const lines =
    sort === "code" ? [text, ...notebookLines(text), `python3 -c ${quoted(text)}`, `node -e ${quoted(text)}`] : [text];
  const opaque = lines.flatMap((line) => command(line, scene));
  const whole = { field, start: 0, end: length };
  // The text was put together or into quotes: all of it is the evidence.
  if (sort !== "command") moveEvidence(before, whole, scene);
  if (sort === "code") return [];
  return opaque.map((one) => ({ ...one, evidence: { ...one.evidence, ...(sort === "words" ? whole : { field }) } }));
}

/** `!ls` in a notebook's cell. */
const notebookLines = (text: string): string[] =>
  text.split("\n").flatMap((line) => /^\s*!{1,2}(.+)/.exec(line)?.[1] ?? []);

function command(text: string, scene: Scene): readonly Opaque[] {
  const { git, cwd } = scene.action;
  const named = inputText(scene.action, "cwd") ?? inputText(scene.action, "working_directory");
  const reading = readShell(text, {
    cwd: (named === null ? null : resolvePath(named.slice(0, 4_096), cwd, scene.home)) ?? cwd,
    home: scene.home,
    gitRoot: git?.root ?? null,
    gitBranch: git?.branch ?? null,
  });
  scene.addReading(reading, scene);
  return reading.opaque;
}

function statement(text: string, scene: Scene): void {
  const act = statementAct(text);
  if (act === null) return;
  const what = STATEMENTS[act] ?? act;
  add(scene, "database-change", "command", null, { start: 0, end: text.length }, what, {
    act,
    what,
    production: false,
    local: false,
    text: "",
  });
}
