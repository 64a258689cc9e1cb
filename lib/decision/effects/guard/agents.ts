import type { SimpleCommand, Word } from "../../shell/types";
import { baseName } from "../../paths";
import { clip } from "../clip";
import { filesWritten } from "../files/files-written";
import { grantFile } from "./agent-runs";
import { poisonIn } from "./poison";
import { add, pathOf, type Maker, type NamedMaker, type Scene } from "../scene";

/** What agents go by: their instructions, their terminal, the record of what they did. */

/** Files that agents read as instructions, by name. */
const INSTRUCTIONS =
  /^(?:claude(?:\.local)?\.md|agents?\.md|gemini\.md|skill\.md|\.(?:cursor|windsurf|cline|clau?de|aider|goose)rules|copilot-instructions\.md|memory\.(?:md|json|ya?ml)|(?:system|agent)[-_]?prompt\.(?:md|txt|ya?ml|json)|.*\.mdc)$/i;
/** Of all projects, or of every session. */
const EVERYWHERE =
  /^\/(?:etc\/claude-code|Library\/Application Support\/ClaudeCode)\/|\/\.(?:claude|codex|gemini|cursor|windsurf|config\/(?:opencode|goose|github-copilot))\/(?:[^/]+\.md|(?:rules|commands|skills|agents|output-styles|memories)\/)/i;
/** Where assistants keep which tools and servers they have. */
const SETTINGS =
  /\/(?:claude_desktop_config\.json|\.(?:openai-)?codex\/config\.(?:toml|json)|\.(?:config\/)?(?:gemini|cursor|windsurf|opencode|goose|zed|continue|cline|roo|amp|github-copilot)\/(?:settings|config|mcp\w*|permissions|globalStorage\/[^/]+)\.(?:json|ya?ml|toml)|\.(?:openai|anthropic|aider)[^/]*\.(?:json|ya?ml))$/i;

/** Instruction files that a command writes. */
export const instructions: Maker = (command, scene) => {
  for (const file of writtenBy(command)) {
    const path = pathOf(file, command, scene);
    if (path !== null && grantFile(path))
      add(scene, "guard-change", "path", path, file, `records an approval for an agent (${clip(path)})`, { what: "agent-grant" }); // prettier-ignore
    if (path !== null) instructionFile(path, scene.reading.files.get(path) ?? "", file, scene);
  }
};

/** One instruction file with what is written into it, as far as it is known. */
function instructionFile(path: string, content: string, span: { start: number; end: number }, scene: Scene): void {
  const inProject = scene.roots.some((root) => path.startsWith(`${root}/`));
  if (SETTINGS.test(path) && !inProject)
    add(scene, "guard-change", "path", path, span, `changes ${path}`, { what: "agent-settings", act: "edit" });
  const isEverywhere = EVERYWHERE.test(path);
  if (!isEverywhere && !INSTRUCTIONS.test(baseName(path))) return;
  const everywhere = isEverywhere && !inProject;
  const poisoned = poisonIn(content, { trust: scene.trust, standing: true }) !== null;
  if (everywhere || poisoned)
    add(scene, "guard-change", "path", path, span, poisoned ? `gives agents orders in ${path} that set their rules aside` : `changes what every session is told (${path})`, { what: "instructions", poisoned }); // prettier-ignore
} // prettier-ignore

function writtenBy(command: SimpleCommand): readonly Word[] {
  const { name, args } = command;
  const files = filesWritten(command);
  const replaces =
    (/^(?:cp|mv|install|ln)$/.test(name) && args.length > 1) ||
    (/^(?:sed|perl)$/.test(name) && args.some(({ value }) => /^-\w*i/.test(value)));
  return replaces ? [...files, ...args.slice(-1)] : files;
}

const AGENT = /(?:^|[:\s./_-])(?:claude|codex|gemini|cursor|aider|opencode|agent)(?:$|[:\s./_-])/i;
/** What answers a question of a program, and what a session takes as its own commands. */
const ANSWER = /^(?:y|yes|1|2|a|always|allow|approve|ok|enter|c-m|\s)+$/i;
const SESSION_COMMAND =
  /^\/(?:permissions|hooks|model|config|mcp|clear|compact|auto|yolo|approve|add-dir|plugin|login|logout)\b/i;

const drives = (word: Word | SimpleCommand, scene: Scene, note = "types into an agent's terminal as if a person did") =>
  add(scene, "guard-change", "command", "terminal", word, note, { what: "self-drive" });

/** Keys sent to a session: to an agent by its name, an answer to its question, or a command that only a person gives. */
const multiplexer: Maker = (command, scene) => {
  const words = command.args.map(({ value }) => value);
  const at = words.findIndex((word) => /^(?:send-keys|send|stuff|write-chars|paste-buffer)$/.test(word));
  if (at === -1) return;
  const target = words.findIndex((word) => /^-\w*t$/.test(word));
  const to = target === -1 ? "" : (words[target + 1] ?? "");
  const keys = words.slice(at + 1).filter((word, i) => i + at + 1 !== target && i + at !== target && !word.startsWith("-") && word !== "Enter"); // prettier-ignore
  const [first = ""] = keys;
  if (AGENT.test(to) || SESSION_COMMAND.test(first) || (keys.length > 0 && keys.every((key) => ANSWER.test(key))))
    drives(command, scene);
};

/** Sends keys to whichever window is in front, or to a terminal device. */
const typing: Maker = (command, scene) => {
  const text = command.args.map(({ value }) => value).join(" ");
  if (!/^(?:xdotool|ydotool|wtype|dotool|cliclick)$/.test(command.name) || /\b(?:type|key)\b|^[^-]/.test(text))
    drives(command, scene, "types into a window as if a person did");
};

const ANSWERED = /^(?:claude|codex|gemini|aider|opencode|cursor-agent|goose)$/;

/** `yes | claude`: every question of an agent is answered by a program. */
const answersAgent: Maker = (command, scene) => {
  if (command.args.some(({ value }) => /^(?:-p|--print|exec)$/.test(value))) return;
  const [source] = command.stdin.from;
  if (source !== undefined && (source.name === "yes" || (/^(?:echo|printf)$/.test(source.name) && source.args.every(({ value }) => ANSWER.test(value.replaceAll("\\n", " "))))))
    drives(command, scene, "answers an agent's questions by a program");
}; // prettier-ignore

export const answered: NamedMaker = { concerns: (name) => ANSWERED.test(name), make: answersAgent };

/** Loops of agents that nobody looks at. */
const LOOPS: Readonly<Record<string, RegExp>> = {
  autogpt: /--continuous|^-c\b/, "auto-gpt": /--continuous/, babyagi: /./, openhands: /--no-confirm|--headless/, plandex: /--full-auto|-a\b/, q: /^chat .*(?:--trust-all-tools|--no-interactive)/, droid: /--skip-permissions-unsafe|--auto high/, copilot: /--allow-all-tools|--yolo/, qwen: /--yolo|-y\b/, amp: /--dangerously-allow-all/,
}; // prettier-ignore
const loop: Maker = (command, scene) => {
  if (LOOPS[command.name]?.test(command.args.map(({ value }) => value).join(" ")) === true)
    add(scene, "guard-change", "command", command.name, command, `starts ${clip(command.name)} without anybody to ask`, { what: "agent-flags" }); // prettier-ignore
};

/** Tools and plugins that an agent would get from a command. */
const equipment: Maker = (command, scene) => {
  const verb = command.args.map(({ value }) => value).join(" ");
  if (/^(?:mcp (?:add|add-json|remove|add-from-\S+)|plugins? (?:install|enable|disable|uninstall|add|remove)|extensions? (?:install|enable|disable|uninstall)|hooks? add|auto-mode reset)\b/.test(verb))
    add(scene, "guard-change", "command", "agent settings", command, "changes which tools the agent has", { what: "agent-settings" }); // prettier-ignore
}; // prettier-ignore

export const AGENT_MAKERS: Readonly<Record<string, Maker>> = {
  tmux: multiplexer, screen: multiplexer, zellij: multiplexer,
  xdotool: typing, ydotool: typing, wtype: typing, dotool: typing, cliclick: typing, writevt: typing, writevt_utf8: typing, ttyecho: typing,
  claude: equipment, "claude-code": equipment, codex: equipment, gemini: equipment, "cursor-agent": equipment, opencode: equipment, goose: equipment,
  ...Object.fromEntries(Object.keys(LOOPS).map((name) => [name, loop])),
}; // prettier-ignore
