import type { SimpleCommand, Word } from "../../shell/types";
import { clip } from "../clip";
import { add, type Maker, type NamedMaker, type Scene } from "../scene";

/** Agents started so that nobody is asked any more, and agents that whoever reaches them over the network can give orders. */

/** Whole words; `--flag=value` also stands for `--flag value`. */
type Unguarded = { words: RegExp; settings?: Readonly<Record<string, RegExp>> };

const ANY = /^(?:--(?:allow-)?dangerously-\S+|--yolo|--full-auto|--yes-always|--trust-all-tools|--skip-permissions(?:-unsafe)?|--allow-all-tools)$/; // prettier-ignore
const NONE: Unguarded = { words: /^(?!)/ };
const CLAUDE: Unguarded = { words: /^--permission-mode=bypassPermissions$|^--settings=.*bypassPermissions/ };
const GEMINI: Unguarded = { words: /^-\w*y\w*$|^--approval-mode=(?:yolo|full)$/ };
const OPENCODE: Unguarded = { words: /^(?!)/, settings: { OPENCODE_PERMISSION: /"allow"/ } };

const AGENTS: Readonly<Record<string, Unguarded>> = {
  claude: CLAUDE, "claude-code": CLAUDE, gemini: GEMINI, "gemini-cli": GEMINI, qwen: GEMINI, "qwen-code": GEMINI, crush: GEMINI, opencode: OPENCODE, "opencode-ai": OPENCODE,
  codex: { words: /^(?:-a|--ask-for-approval)=never$|^(?:-s|--sandbox)=danger-full-access$|^(?:-c|--config)=(?:approval_policy=["']?never|sandbox_mode=["']?danger)/ },
  aider: { words: /^--yes$/ }, "aider-chat": { words: /^--yes$/ }, "cursor-agent": { words: /^(?:-f|--force)$/ }, goose: { words: /^(?!)/, settings: { GOOSE_MODE: /^auto$/i } },
  autogpt: { words: /^--continuous$/ }, "auto-gpt": { words: /^--continuous$/ },
  ...Object.fromEntries(["amp", "cline", "auggie", "kiro-cli", "kiro", "q", "droid", "copilot", "plandex", "openhands", "continue", "roo", "kilocode"].map((name) => [name, NONE])),
}; // prettier-ignore

const SETTINGS = new Map(Object.values(AGENTS).flatMap(({ settings }) => Object.entries(settings ?? {})));

const unguarded = (flag: Word | SimpleCommand, command: SimpleCommand, scene: Scene): void =>
  add(scene, "guard-change", "command", command.name, flag, "starts an agent without its permission checks", { what: "agent-flags" }); // prettier-ignore

/** Flags and variables by which an agent asks nobody. */
export function agentFlags(command: SimpleCommand, scene: Scene): void {
  const agent = Object.hasOwn(AGENTS, command.name) ? AGENTS[command.name] : undefined;
  if (command.name === "export") return exported(command, scene);
  if (agent === undefined || command.args.some(({ value }) => /^(?:-h|--help|--version)$/.test(value))) return;
  const end = command.args.findIndex(({ value }) => value === "--");
  const flag = command.args
    .slice(0, end === -1 ? undefined : end)
    .find(({ value }, i, words) => ANY.test(value) || agent.words.test(value) || (value.startsWith("-") && agent.words.test(`${value}=${words[i + 1]?.value ?? ""}`))); // prettier-ignore
  if (flag !== undefined) return unguarded(flag, command, scene);
  for (const [name, pattern] of Object.entries(agent.settings ?? {})) {
    const set = command.assignments.get(name);
    if (set !== undefined && pattern.test(set.value)) return unguarded(set, command, scene);
  }
}

/** `export GOOSE_MODE=auto`: for every agent that is started later. */
function exported(command: SimpleCommand, scene: Scene): void {
  for (const word of command.args) {
    const at = word.value.indexOf("=");
    const pattern = at < 1 ? undefined : SETTINGS.get(word.value.slice(0, at));
    if (pattern?.test(word.value.slice(at + 1)) === true) return unguarded(word, command, scene);
  }
}

/** Settings by which an agent asks less, runs something by itself or talks to another host. */
const DELICATE =
  /permission|hook|auto|bypass|allow|disable|skip|dangerous|trust|approv|sandbox|yolo|helper|statusline|refresh|mode(?!l)|\benv\b|_url\b|mcp/i;
const CONFIGURED = /^(?:claude|claude-code|codex|gemini|cursor-agent|opencode|goose|aider|amp|qwen|crush)$/;

/** `claude config set`, `claude mcp add`: the agent changing its own rules. */
export function agentSettings(command: SimpleCommand, scene: Scene): void {
  if (!CONFIGURED.test(command.name)) return;
  const [verb, act, ...rest] = command.args.map(({ value }) => value);
  const sets = verb === "config" && /^(?:set|add|remove|edit)$/.test(act ?? "") && DELICATE.test(rest.filter((word) => !word.startsWith("-")).slice(0, 1).join(" ")); // prettier-ignore
  const equips = (verb === "mcp" && /^(?:add|remove|enable|disable)/.test(act ?? "")) || (verb === "auto-mode" && act === "reset") || (verb === "plugin" && /^(?:disable|uninstall)$/.test(act ?? "")); // prettier-ignore
  if (sets || equips)
    add(scene, "guard-change", "command", "agent settings", command, "changes the agent's own settings", { what: "agent-settings" }); // prettier-ignore
}

/** Programs that are an agent or hand out its tools, by their name. */
const SERVED = /(?:^|[-_.])(?:claude|codex|gemini|opencode|openhands|goosed?|aider|agents?|mcp|mcpo|inspector|supergateway|autogen)(?:$|[-_.])/; // prettier-ignore
const EVERYBODY = /^(?:[a-z]+:\/\/)?(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?\/?$/;
const LISTENS = /^--?(?:host|hostname|bind|bind-addr|address|addr|listen|ip|H|b)$/;

/** An agent, or a server of its tools, that listens on all interfaces. */
const listens: Maker = (command, scene) => {
  const open = command.args.find(({ value }, i) => {
    const at = value.indexOf("=");
    if (at !== -1) return LISTENS.test(value.slice(0, at)) && EVERYBODY.test(value.slice(at + 1));
    return EVERYBODY.test(value) && LISTENS.test(command.args[i - 1]?.value ?? "");
  });
  if (open === undefined) return;
  const note = `lets whoever reaches this machine give orders to ${clip(command.name)}`;
  add(scene, "expose", "none", null, command, note, { what: "open-service", port: "" });
};

export const servedAgent: NamedMaker = { concerns: (name) => SERVED.test(name), make: listens };
