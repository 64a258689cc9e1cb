import type { SimpleCommand, Word } from "../../shell/types";
import { baseName } from "../../paths";
import { destinationOf, hostOf } from "../network/destinations";
import { clip } from "../clip";
import { agentFlags, agentSettings } from "./agent-flags";
import { SCRATCH } from "./guard-paths";
import { add, type Maker, type Scene } from "../scene";

/** Directories that anybody writes to, where a relative path is what it is set for. */
const SHARED = /^\/(?:tmp|var\/tmp|dev\/shm)/;

/** Variables that switch a check off when set like this. */
const DISARMING: Readonly<Record<string, { when: RegExp; what: string; note: string }>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: { when: /^0$/, what: "tls", note: "turns certificate checks off" },
  GIT_SSL_NO_VERIFY: { when: /^(1|true)$/i, what: "tls", note: "turns git's certificate checks off" },
  PYTHONHTTPSVERIFY: { when: /^0$/, what: "tls", note: "turns certificate checks off" },
  npm_config_strict_ssl: { when: /^false$/, what: "tls", note: "turns npm's certificate checks off" },
  NPM_CONFIG_STRICT_SSL: { when: /^(?:false|0)$/i, what: "tls", note: "turns npm's certificate checks off" },
  YARN_ENABLE_STRICT_SSL: { when: /^(?:false|0)$/i, what: "tls", note: "turns yarn's certificate checks off" },
  CONDA_SSL_VERIFY: { when: /^(?:false|no|0)$/i, what: "tls", note: "turns conda's certificate checks off" },
  CURL_CA_BUNDLE: { when: /^$/, what: "tls", note: "turns certificate checks off" },
  PERL_LWP_SSL_VERIFY_HOSTNAME: { when: /^0$/, what: "tls", note: "turns certificate checks off" },
  LDAPTLS_REQCERT: { when: /^(?:never|allow)$/i, what: "tls", note: "turns certificate checks off" },
  DOCKER_CONTENT_TRUST: {
    when: /^(0|false)$/,
    what: "provenance",
    note: "takes images without checking who signed them",
  },
  HUSKY: { when: /^0$/, what: "no-verify", note: "skips git hooks" },
  HUSKY_SKIP_HOOKS: { when: /./, what: "no-verify", note: "skips git hooks" },
  LEFTHOOK: { when: /^0$/, what: "no-verify", note: "skips git hooks" },
  SKIP: { when: /./, what: "no-verify", note: "skips pre-commit hooks" },
  LD_PRELOAD: { when: SCRATCH, what: "preload", note: "loads code into every program" },
  DYLD_INSERT_LIBRARIES: { when: /^(\.|\/tmp|\/var\/tmp)/, what: "preload", note: "loads code into every program" },
  LD_AUDIT: { when: SCRATCH, what: "preload", note: "loads code into every program" },
  LD_LIBRARY_PATH: {
    when: SHARED,
    what: "preload",
    note: "loads libraries from a scratch directory",
  },
  DYLD_LIBRARY_PATH: { when: /^(\/tmp|\/var\/tmp)/, what: "preload", note: "loads libraries from a scratch directory" },
  PYTHONPATH: {
    when: SHARED,
    what: "preload",
    note: "loads modules from a scratch directory",
  },
  NODE_PATH: {
    when: SHARED,
    what: "preload",
    note: "loads modules from a scratch directory",
  },
  NODE_OPTIONS: {
    when: /(--require|-r|--import|--loader)[= ]\/(tmp|var\/tmp|dev\/shm)/,
    what: "preload",
    note: "loads code into every Node program",
  },
  JAVA_TOOL_OPTIONS: {
    when: /-javaagent:\/(tmp|var\/tmp|dev\/shm)/,
    what: "preload",
    note: "loads code into every Java program",
  },
  BASH_ENV: { when: /./, what: "preload", note: "runs a file at the start of every shell" },
  ENV: { when: /^(?:[/~]|\.\.?\/)/, what: "preload", note: "runs a file at the start of every shell" },
  PROMPT_COMMAND: { when: /./, what: "preload", note: "runs a command at every prompt" },
  GIT_SSH_COMMAND: {
    when: /[|;&`]|\$\(|\b(curl|wget|nc|sh|bash)\b|^(?:\.|\/(?:tmp|var\/tmp|dev\/shm)\/)/,
    what: "preload",
    note: "makes git run another program",
  },
  GIT_CONFIG_GLOBAL: { when: SCRATCH, what: "preload", note: "makes git read its settings from a scratch directory" },
  GIT_CONFIG_SYSTEM: { when: SCRATCH, what: "preload", note: "makes git read its settings from a scratch directory" },
  GIT_CONFIG_PARAMETERS: {
    when: /hookspath|command|alias|pager|editor|fsmonitor|helper|sslverify/i,
    what: "preload",
    note: "changes git's settings unseen",
  },
  PERL5OPT: {
    when: /-[mMI]\S*\/(?:tmp|var\/tmp|dev\/shm)\//,
    what: "preload",
    note: "loads code into every Perl program",
  },
  RUBYOPT: {
    when: /-[rI] ?\/(?:tmp|var\/tmp|dev\/shm)\//,
    what: "preload",
    note: "loads code into every Ruby program",
  },
  GIT_EXEC_PATH: { when: SCRATCH, what: "preload", note: "makes git run programs from a scratch directory" },
  GIT_TEMPLATE_DIR: { when: SCRATCH, what: "preload", note: "installs git hooks from a scratch directory" },
  GIT_SSH: { when: SCRATCH, what: "preload", note: "makes git run another program" },
  GIT_PROXY_COMMAND: { when: /./, what: "preload", note: "makes git run another program" },
  INPUTRC: { when: SCRATCH, what: "preload", note: "changes what keys do in every shell" },
  GIT_ASKPASS: {
    when: SHARED,
    what: "preload",
    note: "makes git hand credentials to a program",
  },
  HISTFILE: { when: /^(\/dev\/null|)$/, what: "history", note: "stops the shell history" },
  HISTSIZE: { when: /^0$/, what: "history", note: "stops the shell history" },
  HISTFILESIZE: { when: /^0$/, what: "history", note: "stops the shell history" },
  HISTCONTROL: { when: /ignore(?:space|both)/, what: "history", note: "hides commands from the shell history" },
  HISTIGNORE: { when: /./, what: "history", note: "hides commands from the shell history" },
  CLAUDE_CODE_AUTO_MODE_SERVER: { when: /./, what: "agent-settings", note: "changes who reviews the agent" },
  CLAUDE_CODE_SAFE_MODE: { when: /./, what: "agent-settings", note: "changes how the agent is guarded" },
  CLAUDE_CODE_MANAGED_SETTINGS_PATH: {
    when: /./,
    what: "agent-settings",
    note: "changes where the agent's managed settings are read",
  },
  DISABLE_TELEMETRY: { when: /^1$/, what: "agent-settings", note: "turns the agent's telemetry off" },
};

/** Where programs send the requests that carry their keys. */
const REDIRECTING =
  /^(?:ANTHROPIC|OPENAI|AZURE_OPENAI|GEMINI|GOOGLE_GEMINI|MISTRAL|GROQ|COHERE|DEEPSEEK|OPENROUTER|XAI|AWS|GITHUB|STRIPE|SLACK|TWILIO|SENTRY)_(?:[A-Z]+_)*(?:BASE|BASE_URL|API_BASE|API_URL|ENDPOINT|ENDPOINT_URL)(?:_[A-Z\d]+)?$|^OPENAI_API_HOST$/;
const PROXY = /^(?:https?_proxy|all_proxy|npm_config_(?:https_)?proxy)$/i;
const APIS =
  /(?:^|\.)(?:anthropic\.com|openai\.com|azure\.com|googleapis\.com|mistral\.ai|groq\.com|cohere\.(?:ai|com)|deepseek\.com|openrouter\.ai|x\.ai|amazonaws\.com|github\.com|stripe\.com|slack\.com|twilio\.com|sentry\.io)$/;

const AGENTS = /^(claude|claude-code|autogpt|auto-gpt|codex|gemini|cursor-agent|aider|opencode|amp|goose)$/;
/** Flags by which tools skip their own checks. */
const SKIPPING =
  /^--(skip-(checks?|validation|verification|preflight|approval|safety|gates?|guards?)|no-(preflight|safety|checks|gates?)|force-unsafe|ignore-(checks|failed-checks)|bypass-\S+|override-(checks|protections?)|disable-(safety|checks))$/;

/** Switches that take a guard away, whatever program they are given to. */
export const guardFlags: Maker = (command, scene) => {
  for (const [name, word] of command.assignments) if (matters(name, command)) disarmed(name, word.value, word, scene);
  if (/^(export|declare|typeset|set)$/.test(command.name)) {
    for (const word of command.args) {
      const at = word.value.indexOf("=");
      if (at > 0) disarmed(word.value.slice(0, at), word.value.slice(at + 1), word, scene);
    }
    if (
      command.name === "set" &&
      command.args.some((arg, i) => arg.value === "+o" && command.args[i + 1]?.value === "history")
    ) {
      add(scene, "guard-change", "command", "history", command, "stops the shell history", { what: "history" });
    }
  }
  if (command.name === "unset" && command.args.some(({ value }) => /^HIST(?:FILE|SIZE|FILESIZE)$/.test(value)))
    add(scene, "guard-change", "command", "history", command, "stops the shell history", { what: "history" });
  if (command.name === "enable" && command.args.some(({ value }) => value === "-f"))
    add(scene, "guard-change", "command", "enable", command, "loads code into the shell", { what: "preload" });
  if (command.name === "hash" && givesName(command))
    add(scene, "execute", "command", null, command, "gives a program another program's name", { disguise: "a program under another one's name" }); // prettier-ignore
  agentFlags(command, scene);
  agentSettings(command, scene);
  const skip = command.args.find((arg) => SKIPPING.test(arg.value));
  if (skip !== undefined && !/^(git|curl|wget|npm|pip3?|pnpm|yarn|composer|echo|printf|grep|rg)$/.test(command.name)) {
    add(scene, "guard-change", "command", command.name, skip, `skips a check of ${clip(command.name)}`, {
      what: "safety-flag",
    });
  }
};

const SYSTEM_PLACE = /^\/(?:bin|usr|opt|nix|snap)\/(?!.*\.\.)/;
/** `hash -p /opt/bin/node node` only says where it is. */
const givesName = ({ args }: SimpleCommand): boolean => {
  const [path, ...names] = args.slice(args.findIndex(({ value }) => value === "-p") + 1);
  const place = path?.value ?? "";
  const isOwn = SYSTEM_PLACE.test(place) && names.every(({ value }) => baseName(place) === value);
  return args.some(({ value }) => value === "-p") && !isOwn;
};

/** The programs that a variable means something to, where others use the same name for something else. */
const READ_BY: Readonly<Record<string, RegExp>> = {
  ENV: /^(?:(?:ba|da|k|mk|a)?sh)?$/, SKIP: /^(?:git|gh|pre-commit)$/, DISABLE_TELEMETRY: AGENTS,
}; // prettier-ignore
/** Without hooks to install, an installation skips none. */
const INSTALLS = /^(?:ci|i|install|add)$/;
const HOOK_MANAGERS = /^(?:HUSKY|LEFTHOOK)$/;

function matters(name: string, command: SimpleCommand): boolean {
  // A shell that a person talks to reads other files.
  if (name === "BASH_ENV" && command.args.some(({ value }) => /^-[a-z]*i[a-z]*$/.test(value))) return false;
  if (GIT_CONNECTS.test(name)) return connects(command);
  if (HOOK_MANAGERS.test(name))
    return !(/^(?:p?npm|yarn|bun)$/.test(command.name) && INSTALLS.test(command.args[0]?.value ?? ""));
  return !Object.hasOwn(READ_BY, name) || READ_BY[name]?.test(command.name) === true;
}

/** What git runs to reach another machine, which most of its subcommands do not. */
const GIT_CONNECTS = /^GIT_(?:SSH|SSH_COMMAND|PROXY_COMMAND|ASKPASS)$/;
const connects = ({ name, args }: SimpleCommand): boolean =>
  name !== "git" ||
  args.some(({ value }) =>
    /^(?:fetch|pull|push|clone|ls-remote|remote|submodule|archive|lfs|send-pack|svn)$/.test(value),
  );

/** A variable that a program will see: what it switches off or redirects. */
export function disarmed(name: string, value: string, word: Word, scene: Scene): void {
  const rule = Object.hasOwn(DISARMING, name) ? DISARMING[name] : undefined;
  if (rule !== undefined && rule.when.test(value))
    add(scene, "guard-change", "command", name, word, rule.note, { what: rule.what });
  const sends = REDIRECTING.test(name) ? "sends an API's requests" : PROXY.test(name) ? "sends traffic" : null;
  const host = sends === null || value === "" ? null : hostOf(value);
  if (host === null || APIS.test(host)) return;
  const to = destinationOf(host, scene.trust);
  if (to !== "local" && to !== "trusted")
    add(scene, "guard-change", "host", host, word, `${sends} to ${clip(host)}`, { what: "traffic" });
}
