import type { Word } from "../shell/types";
import { add, type Maker } from "./scene";

/**
 * The variable that carries the client's own token to its hooks (lib/policy/managed-env.ts). Commands see it too; with it they could post
 * words to Gatehouse as if the user had written them. No honest command needs it.
 */
const VARIABLE = "GATEHOUSE_TOKEN";
/** The variable read inside another program's code, e.g. `process.env.GATEHOUSE_TOKEN`, or by printenv. */
const READ_IN_CODE =
  /\b(?:process\.env|environ|getenv|ENV|env)\b\W{0,4}(?:get\W{1,3})?GATEHOUSE_TOKEN\b|\$\{?!?GATEHOUSE_TOKEN\b/;
/** A token itself, as lib/signin/hook-token.ts writes them: the prefix and 70 characters. */
const TOKEN = /\bghh_[\w-]{70}(?![\w-])/;
/** Where hooks post to: an address for certain, or whatever a program that speaks HTTP is given. */
const HOOK_ADDRESS =
  /(?:^|[="'`\s(])(?:https?:\/\/[^\s/]+|\w[\w-]*(?:\.[\w-]+)*:\d+|\w[\w-]*(?:\.[\w-]+)+)\/hooks\/claude-code(?:[?#"'`\s)]|$)/i;
const HOOK_PATH = /\/hooks\/claude-code(?:[?#"'`\s)]|$)/i;
const SPEAKS_HTTP = /^(?:curl|wget|https?|xh|httpie|aria2c|ab|hey|wrk)$/;

/** Speaking to Gatehouse in the client's place. */
export const impersonation: Maker = (command, scene) => {
  const words = [
    command.program,
    ...command.args,
    ...command.assignments.values(),
    ...command.redirects.map(({ target }) => target),
    ...(command.stdin.text === null ? [] : [command.stdin.text]),
  ];
  const found = words.find(
    (word) =>
      speaks(word) ||
      (command.name === "printenv" && word.value === VARIABLE) ||
      (SPEAKS_HTTP.test(command.name) && HOOK_PATH.test(word.value)),
  );
  if (found === undefined) return;
  add(
    scene,
    "guard-change",
    "command",
    command.name,
    found,
    "uses what only Claude Code's own hooks may send to Gatehouse",
    {
      what: "impersonation",
    },
  );
};

const speaks = (word: Word): boolean =>
  word.variables.includes(VARIABLE) ||
  READ_IN_CODE.test(word.value) ||
  TOKEN.test(word.value) ||
  HOOK_ADDRESS.test(word.value);
