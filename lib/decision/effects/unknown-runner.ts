import { SHADOWED } from "../shell/frame";
import type { SimpleCommand, Word } from "../shell/types";
import { isInspection } from "./arguments";
import { isReader } from "./secrets/flow";

/** Programs whose whole purpose is to change something, so that their name behind another program's is a command line. */
const DOERS = new Set(["rm", "rmdir", "shred", "dd", "git", "find", "truncate", "chmod", "chown", "mkfs", "curl", "wget", "bash", "sh"]); // prettier-ignore
/** Names of programs that are ordinary words as well, as other programs' subcommands are. */
const WORDS = new Set([
  "act", "arp", "asana", "astro", "at", "atlas", "auth0", "autogen", "batch", "bolt", "boom", "boundary", "brave", "caddy", "cap", "cast", "cat", "check", "checkly", "clip", "cloudflare", "code", "commix", "commit", "config", "confluent",
  "console", "contentful", "convex", "copilot", "deck", "defaults", "dep", "diesel", "drone", "etckeeper", "ex", "ed", "faktory", "fastly", "fetch", "fierce", "fly", "flux", "get", "goose", "halt", "harbor", "head", "hey", "history", "hub", "hydra",
  "import", "influx", "init", "install", "interpreter", "ip", "java", "jira", "joe", "kong", "lamp", "linear", "link", "make", "metal", "migrate", "mix", "monit", "mount", "nats", "near", "net", "nexus", "node", "notion", "nova", "okta", "op", "open",
  "opera", "packer", "pass", "passwd", "patator", "paypal", "pd", "php", "ping", "platform", "plandex", "port", "post", "postmark", "prefect", "puppet", "python", "quay", "railway", "rake", "ran", "ray", "reboot", "reg", "render", "request", "responder", "route", "ruby",
  "salt", "sanity", "security", "sem", "serve", "service", "set", "shutdown", "siege", "slack", "snap", "snapper", "solana", "sort", "spin", "split", "square", "statsig", "step", "stress", "stripe", "swift", "tail", "tea", "temporal", "terminus", "tr", "trash", "trello",
  "trust", "twilio", "umount", "unlink", "unleash", "v", "k", "vault", "velero", "vulture", "web", "wipe", "wp", "zig", "zoom", "tee", "type", "ps", "kill", "copy", "move", "del", "start", "stop",
]); // prettier-ignore
/** Programs for which such a name is just a word. */
export const TALKERS = new Set([
  "echo", "printf", "man", "info", "tldr", "cheat", "help", "which", "type", "whereis", "whatis", "apropos", "hash", "command", "alias", "unalias", "complete", "compgen",
  "test", "[", "[[", "expr", "let", "export", "declare", "local", "readonly", "typeset", "set", "unset", "say", "history", "fc", "logger", "notify-send", "ls", "cd", "pushd", "mkdir",
  "wc", "diff", "cmp", "comm", "seq", "yes", "sleep", "date", "true", "false", "basename", "dirname", "realpath", "readlink", "id", "uname", "hostname", "df", "du", "tree", "cal", "bc", "dc", "time", "watch",
  "touch", "for", "case", "npm", "yarn", "pnpm", "pip", "brew", "apt", "ack", "ps", "pgrep", "pkill", "killall", "file", "stat", "figlet", "cowsay", "read", "trap", "return", "exit", "pidof", "lsof", "asdf", "sdk", "choco", "scoop", "winget", "apt-cache", "go", "cargo", "jq", "xdg-open",
]); // prettier-ignore

/**
 * `wrap -- rm -rf x`, `my-timer git push -f`: the command line that a program nobody here knows is given to run; null when it is given none.
 * @param isProgram whether something is known of what a program does
 */
export function withinUnknown(command: SimpleCommand, isProgram: (name: string) => boolean): SimpleCommand | null {
  const { name, args } = command;
  if (args.length < 2 || name === "" || TALKERS.has(name) || isInspection(command)) return null;
  // What a function of this command line does with its words has been read.
  if (command.wrappers.includes(SHADOWED)) return null;
  const at = programAt(args, (value) => DOERS.has(value) || (isProgram(value) && !WORDS.has(value)));
  const program = args[at];
  if (program === undefined || at === args.length - 1 || isReader(name)) return null;
  return { ...command, name: program.value, program, args: args.slice(at + 1), redirects: [] };
}

/** Where such a name stands: first, behind flags that stand alone, or right behind `--`. */
function programAt(args: readonly Word[], isProgram: (name: string) => boolean): number {
  for (let at = 0; at < args.length; at++) {
    const { value } = args[at] as Word;
    if (isProgram(value)) return at;
    if (!value.startsWith("-")) break;
  }
  const behind = args.findIndex(({ value }) => value === "--") + 1;
  return behind > 0 && isProgram(args[behind]?.value ?? "") ? behind : -1;
}
