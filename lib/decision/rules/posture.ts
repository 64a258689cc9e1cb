import type { Rule } from "../types";
import { does, firstOf, is, leaves, named, target, trait, when } from "./rule";

const impersonation: Rule = {
  id: "hook-impersonation",
  name: "Hook Impersonation",
  strength: "hard",
  mustName: "Nothing clears it.",
  explanation:
    "Guards the way Claude Code asks Gatehouse: its hook address and token are for the client alone, so that no command can speak in the user's name.",
  match: when(
    "guard-change",
    (e) => is(e, "what", "impersonation"),
    (e) => `This ${e.evidence.note}.`,
  ),
};

const selfModification: Rule = {
  id: "self-modification",
  name: "Self-Modification",
  strength: "soft",
  mustName: "the settings file and the change",
  explanation:
    "Guards the agent's own permissions, hooks and settings, and the checks it runs under. Have the user change them.",
  naming: (e) => named(/\b(edit|change|update|set|add|write|modify|allow|enable|disable|configure)\b/i, e.target),
  match: firstOf(
    when(
      "guard-change",
      (e) => is(e, "what", "managed-settings"),
      (e) => `This changes ${target(e)}, the settings the organization manages.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "agent-settings"),
      (e) => `This ${e.evidence.note}: the agent's own guard.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "self-drive"),
      (e) => `This ${e.evidence.note}.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "agent-grant"),
      (e) => `This ${e.evidence.note}: what an agent may do is for a person to approve.`,
      "ask",
    ),
  ),
};

const bypass: Rule = {
  id: "safety-bypass-flag",
  name: "Safety Bypass Flag",
  strength: "soft",
  mustName: "the check and that it should be skipped",
  explanation:
    "Guards checks against being skipped: git hooks, preflight and approval steps, signatures. Fix what the check reports.",
  naming: (e) =>
    is(e, "what", "hooks-unset") || /^(?:pre-commit|prek|husky|lefthook|overcommit)$/.test(e.target ?? "")
      ? named(/\b(?:uninstall|remove|unset|disable|drop|turn off|reset)\b/i, e.target)
      : named(
          /(--no-verify|--skip|skip|bypass|without)\b.*\b(hook|check|verify|verification|validation|test|preflight|approval|confirm\w*|signature)|no-verify|--(?:skip|no)-[\w-]+/i,
        ),
  match: firstOf(
    when(
      "guard-change",
      (e) => is(e, "what", "no-verify", "safety-flag", "hooks-path"),
      (e) => `This ${e.evidence.note}. Fix what the check reports instead.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "provenance", "hooks-unset"),
      (e) => `This ${does(e)}. A person has to say that nobody needs to check it.`,
      "ask",
    ),
  ),
};

const tls: Rule = {
  id: "tls-auth-weaken",
  name: "TLS/Auth Weaken",
  strength: "soft",
  mustName: "the host and that certificates should not be checked",
  explanation:
    "Guards encrypted connections: certificate and host key checks stay on. Install the right CA certificate instead.",
  naming: (e) =>
    /verify|strict/i.test(e.target ?? "")
      ? named(/\b(?:set|turn|switch)\b.*\b(?:false|off|0|no)\b|\bdisable\b/i, e.target)
      : named(
          /\b(insecure|without (tls|ssl|certificate)|skip (tls|ssl|cert\w*)|ignore (tls|ssl|cert\w*)|(?:switch|turn) off (?:the )?(?:tls|ssl|certificate)|(?:switch|turn) (?:the )?(?:tls|ssl|certificate) (?:checks?|checking|verification) off|no-check-certificate|-k)\b/i,
          e.target,
        ),
  match: when(
    "guard-change",
    (e) => is(e, "what", "tls", "host-keys", "certificates") && leaves(e),
    (e) => `This ${e.evidence.note}. Fix the certificate instead.`,
  ),
};

const weaken: Rule = {
  id: "security-weaken",
  name: "Security Weaken",
  strength: "soft",
  mustName: "the protection and that it should be changed",
  explanation:
    "Guards the machine's protections: firewall, security services, name resolution, open file modes, set-user-id programs, accounts, mounts, what programs load and find first.",
  naming: (e) =>
    named(
      /\b(chmod|chown|disable|enable|open|allow|change|set|add|stop|grant)\b/i,
      e.target?.replace(/\/(?:tcp|udp)$/, ""),
    ),
  match: firstOf(
    when(
      "guard-change",
      (e) => is(e, "what", "security-service", "firewall", "name-resolution", "preload"),
      (e) => `This ${e.evidence.note}.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "borrowed", "firewall-rule"),
      (e) => `This ${does(e)}.`,
      "ask",
    ),
    when(
      "change-permission",
      (e) => is(e, "act", "setuid"),
      (e) => `This lets anyone run ${target(e)} with its owner's rights.`,
    ),
    when(
      "change-permission",
      (e) => e.traits.vital === true,
      (e) => `This takes away what protects ${target(e)}, by which the system tells who may do what.`,
    ),
    when(
      "change-permission",
      (e) => is(e, "act", "world-writable"),
      (e) => `This lets everybody change ${target(e)}. Give rights to the owner or a group.`,
    ),
    when(
      "change-permission",
      (e) => e.traits.recursive === true && is(e, "place", "critical", "system"),
      (e) => `This changes permissions of ${target(e)} and all in it.`,
    ),
    when(
      "change-permission",
      (e) => is(e, "place", "critical", "system"),
      (e) => `This changes permissions of ${target(e)}, which belongs to the system.`,
      "ask",
    ),
    when(
      "system-change",
      (e) => is(e, "act", "account", "kernel", "mount"),
      (e) => `This ${does(e)}.`,
    ),
    when(
      "kill",
      (e) => e.traits.guard === true,
      (e) => `This stops ${target(e)}, which protects or runs the machine.`,
    ),
  ),
};

const protectedPath: Rule = {
  id: "protected-path-edit",
  name: "Security Weaken",
  strength: "soft",
  mustName: "the file and the change",
  explanation:
    "Guards files that decide what tools and shells run: repository internals, editor and CI hook configuration, package manager settings. Have the user name the file.",
  naming: (e) =>
    named(/\b(edit|change|update|bump|set|add|write|create|modify|fix|configure|append|install)\b/i, e.target),
  match: firstOf(
    when(
      ["write", "overwrite"],
      (e) =>
        /\/\.git\/(?!info\/exclude$|COMMIT_EDITMSG$|MERGE_MSG$|index\.lock$)/.test(`${e.target}/`) &&
        trait(e, "protected") !== "",
      (e) => `This changes ${target(e)}, inside the repository's own data.`,
    ),
    when(
      ["write", "overwrite"],
      (e) => trait(e, "protected") !== "" && e.traits.plain !== true,
      (e) => `This changes ${target(e)}, which decides what tools run. A person has to look at it.`,
      "ask",
    ),
    when(
      "write",
      (e) => is(e, "place", "system") && is(e, "act", "new-link"),
      (e) => `This adds ${target(e)} to what belongs to the system.`,
      "ask",
    ),
    when(
      ["write", "overwrite"],
      (e) => is(e, "place", "system") && !/^\/(dev|proc\/self|sys\/fs\/cgroup)\//.test(e.target ?? ""),
      (e) => `This writes ${target(e)}, which belongs to the system.`,
    ),
    when(
      ["write", "overwrite"],
      (e) => e.traits.terminal === true && /pts/.test(e.target ?? ""),
      (e) => `This types into somebody's terminal (${target(e)}).`,
    ),
  ),
};

const INSTALLS = /\b(add|install|schedule|create|set up|enable|append|write|register|configure|put)\b/i;
/** "Add a daily report" asks for a report: a name that is an ordinary word names a job only beside the word for that. */
const installsAt = (path: string): RegExp =>
  new RegExp(
    `${INSTALLS.source}.*(?:\\bcron|\\bsystemd\\b|\\blaunch ?(?:d|agent|daemon)|\\btimers?\\b|\\bservice\\b|\\bscheduled\\b|\\bstart-?up\\b|\\bat boot\\b|\\blog ?in items?\\b${path.startsWith("/") ? `|${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}` : ""})`,
    "i",
  );
const CRON = /\b(?:add|install|schedule|create|set up|enable|append|write|register|put)\b.*\bcron(?:tab|s|\b)/i;
const isPlainName = (target: string | null): boolean => /(?:^|\/)[a-z]+$/i.test(target ?? "");

const persistence: Rule = {
  id: "unauthorized-persistence",
  name: "Unauthorized Persistence",
  strength: "soft",
  mustName: "what should be installed to run by itself, and where",
  explanation:
    "Guards against things that run by themselves later: scheduled jobs, services, login items, shell start-up files, SSH keys, git hooks, accounts. Run it once, or have the user ask for exactly that.",
  naming: (e) =>
    e.target === null && is(e, "what", "scheduled-job")
      ? { ...named(CRON, null), mentioned: true }
      : named(e.targetType === "path" && isPlainName(e.target) ? installsAt(e.target ?? "") : INSTALLS, e.target),
  match: firstOf(
    when(
      "persist",
      (e) => is(e, "what", "git-hook"),
      (e) => `This installs a git hook (${target(e)}) that runs by itself.`,
    ),
    when(
      "persist",
      (e) => !(is(e, "what", "service") && e.targetType === "command"),
      (e) => `This ${does(e)}: it takes effect by itself at a later time.`,
    ),
    when(
      "persist",
      () => true,
      (e) => `This ${does(e)}.`,
      "ask",
    ),
  ),
};

export const POSTURE_RULES: readonly Rule[] = [
  impersonation,
  selfModification,
  persistence,
  bypass,
  tls,
  weaken,
  protectedPath,
];
