import type { SimpleCommand, Word } from "../../shell/types";
import { reachesHooks } from "./hook-address";
import { add, type Maker } from "../scene";
import { matchesOf } from "../../matches";

/**
 * The variable that carries the client's own token to its hooks (lib/policy/managed-env.ts). Commands see it too; with it they could post
 * words to Gatehouse as if the user had written them. No honest command needs it.
 */
const VARIABLE = "GATEHOUSE_TOKEN";
/** The variable read inside another program's code, e.g. `process.env.GATEHOUSE_TOKEN`, or by printenv. */
const READ_IN_CODE =
  /\b(?:process\.env|environ|getenv|ENV|env)\b\W{0,4}(?:get\W{1,3})?GATEHOUSE_TOKEN\b|\$\{?!?GATEHOUSE_TOKEN\b/;
/** Code that reads variables at all; then a piece of the name is enough: `environ['GATEHOUSE_' + 'TOKEN']`. */
const READS_VARIABLES = /\b(?:process\.env|environ|getenv|ENV|ENVIRON|Deno\.env|Bun\.env)\b/;
const QUOTED_NAME = /["'`](GATE\w*)["'`]/gi;
/** A token itself, as lib/signin/hook-token.ts writes them: the prefix and 70 characters. */
const TOKEN = /\bghh_[\w-]{70}(?![\w-])/;
/** Where hooks post to: an address for certain, or whatever a program that speaks HTTP is given. */
const HOOK_ADDRESS =
  /(?:^|[="'`\s(])(?:https?:\/\/[^\s/]+|\w[\w-]*(?:\.[\w-]+)*:\d+|\w[\w-]*(?:\.[\w-]+)+)\/hooks\/claude-code(?:[?#"'`\s)]|$)/i;
const URL_IN_TEXT = /https?:\/\/[^\s"'`)]{1,2000}/gi;
const SPEAKS_HTTP = /^(?:curl|wget|https?|xh|httpie|aria2c|ab|hey|wrk)$/;
/** Programs that list all variables. */
const LISTS = /^(?:env|printenv|declare|export|set|typeset|compgen)$/;
const ENVIRONMENT_FILE = /^\/proc\/[^/]+\/environ$/;

/** Speaking to Gatehouse in the client's place. */
export const impersonation: Maker = (command, scene) => {
  const found = mayBeAtFault(command) ? wordAtFault(command) : undefined;
  if (found === undefined) return;
  const note = "uses what only Claude Code's own hooks may send to Gatehouse";
  add(scene, "guard-change", "command", command.name, found, note, { what: "impersonation" });
};

/** Part of everything that is looked for below, as far as it is not written in other signs; calls without it are most calls. */
const HINT = /GATE|ghh_|hook|%/i;
const hints = ({ variables, value }: Word): boolean =>
  HINT.test(value) || (variables.length > 0 && variables.includes(VARIABLE));

function mayBeAtFault({ program, args, redirects, stdin, assignments }: SimpleCommand): boolean {
  if (hints(program) || (stdin.text !== null && hints(stdin.text))) return true;
  for (const word of args) if (hints(word)) return true;
  for (const { target } of redirects) if (hints(target)) return true;
  if (assignments.size > 0) for (const word of assignments.values()) if (hints(word)) return true;
  return false;
}

function wordAtFault(command: SimpleCommand): Word | undefined {
  const { program, args, redirects, stdin, assignments, name } = command;
  const targets = redirects.length === 0 ? [] : redirects.map(({ target }) => target);
  const assigned = assignments.size === 0 ? [] : [...assignments.values()];
  const named = [program, stdin.text].find((word) => word !== null && speaks(word));
  return (
    named ??
    args.find(speaks) ??
    targets.find(speaks) ??
    assigned.find((word) => speaks(word) || word.value === VARIABLE) ??
    (SPEAKS_HTTP.test(name) ? [...args, ...targets].find(({ value }) => reachesHooks(value)) : undefined) ??
    (readsVariables(command) ? args.find(({ value }) => picksOut(value)) : undefined)
  );
}

const speaks = (word: Word): boolean => word.variables.includes(VARIABLE) || (hints(word) && speaksIn(word.value));

const speaksIn = (value: string): boolean =>
  READ_IN_CODE.test(value) ||
  TOKEN.test(value) ||
  HOOK_ADDRESS.test(value) ||
  (/%|hook/i.test(value) && matchesOf(value, URL_IN_TEXT).some(([url]) => reachesHooks(url))) ||
  (READS_VARIABLES.test(value) && matchesOf(value, QUOTED_NAME).some(([, piece = ""]) => isPiece(piece)));

/** `GATEH` finds the variable in a listing; `GATEHOUSE_URL` does not. */
const isPiece = (text: string): boolean => VARIABLE.startsWith(text.toUpperCase());
const picksOut = (pattern: string): boolean => matchesOf(pattern, /GATE[A-Z_]*/gi).some(([piece]) => isPiece(piece));

/** Searches the list of all variables: `env | tr … | grep …`, `grep … /proc/self/environ`, `declare -p …`. */
function readsVariables(command: SimpleCommand, depth = 0): boolean {
  if (LISTS.test(command.name) || command.args.some(({ value }) => ENVIRONMENT_FILE.test(value))) return true;
  if (ENVIRONMENT_FILE.test(command.stdin.file?.value ?? "")) return true;
  return depth < 8 && command.stdin.from.some((source) => readsVariables(source, depth + 1));
}
