import { effectsOf } from "../effects/effects-of";
import { hostOf } from "../effects/destinations";
import { inputText } from "../input-text";
import { resolvePath } from "../paths";
import { homeOf } from "../project";
import { readShell } from "../shell/read";
import { MAX_COMMAND_LENGTH } from "../shell/parse";
import type { Action, TrustLookup } from "../types";
import { bashPattern, matchesSubcommand, subcommandsOf, type Subcommand } from "./bash";
import { globToRegExp, toolMatches } from "./glob";
import { canonicalTool, parseRule, type ParsedRule } from "./parse";
import { comparable, pathPattern } from "./path";

/** Facts of an action that rules look at; each is worked out at most once. */
export type Facts = {
  action: Action;
  tool: string;
  /** Calls of a shell command; null when it cannot be read through. */
  subcommands: () => readonly Subcommand[] | null;
  /** Paths a call touches: those it edits, and those it reads. */
  paths: () => { edited: readonly string[]; read: readonly string[] };
};

/** `sure` for allow rules, which must cover all of an action; `may` for deny and ask rules, which err towards matching. */
export type Mode = "sure" | "may";
export type Matcher = { rule: string; matches: (facts: Facts, mode: Mode) => boolean };

const NOT_PARAMETERS = new Set(["command", "file_path", "path", "notebook_path", "url", "domain"]);
const EDITING = new Set(["Edit", "Write", "MultiEdit", "NotebookEdit"]);
const READING = new Set(["Read", "Grep", "Glob", "LS", "NotebookRead"]);
const SHELL = new Set(["Bash", "Monitor", "PowerShell"]);

/** Null for text that is no rule. */
export function compileRule(text: string): Matcher | null {
  const rule = parseRule(text);
  if (rule === null) return null;
  const { specifier } = rule;
  if (specifier === null) return { rule: text, matches: ({ tool }) => bareMatches(rule.tool, tool) };
  const test = specifierTest(rule, specifier);
  return { rule: text, matches: (facts, mode) => test(facts, mode) };
}

/** `Edit` alone covers every editing tool, `Read` every reading one. */
const bareMatches = (pattern: string, tool: string): boolean =>
  toolMatches(pattern, tool) || (pattern === "Edit" && EDITING.has(tool)) || (pattern === "Read" && READING.has(tool));

function specifierTest(rule: ParsedRule, specifier: string): Matcher["matches"] {
  if (rule.tool === "Bash" || rule.tool === "Monitor")
    return parameterTest(rule, specifier) ?? shellTest(rule.tool, specifier);
  if (rule.tool === "PowerShell") {
    const pattern = new RegExp(bashPattern(specifier).source, "is");
    return ({ tool, action }) =>
      tool === "PowerShell" && pattern.test((inputText(action, "command") ?? "").slice(0, MAX_COMMAND_LENGTH));
  }
  if (rule.tool === "Read" || rule.tool === "Edit" || EDITING.has(rule.tool))
    return pathTest(rule.tool === "Read", specifier);
  if (rule.tool === "WebFetch" && specifier.startsWith("domain:")) return domainTest(specifier.slice("domain:".length));
  if (rule.tool === "Agent")
    return (
      parameterTest(rule, specifier) ??
      (({ tool, action }) => tool === "Agent" && globToRegExp(specifier).test(inputText(action, "subagent_type") ?? ""))
    );
  return parameterTest(rule, specifier) ?? (() => false);
}

/** `Bash(run_in_background:true)`: a top-level scalar of the input. An omitted one never matches. */
function parameterTest(rule: ParsedRule, specifier: string): Matcher["matches"] | null {
  const match = /^([a-z][a-z0-9_]*):([^:]*)$/i.exec(specifier);
  if (
    match === null ||
    NOT_PARAMETERS.has(match[1] as string) ||
    (match[2] === "*" && rule.tool === "Bash" && !(match[1] as string).includes("_"))
  )
    return null;
  const [, name = "", value = ""] = match;
  if (rule.tool === "Bash" && !/^(run_in_background|timeout|dangerouslyDisableSandbox|description)$/.test(name))
    return null;
  const pattern = globToRegExp(value);
  return ({ tool, action }, mode) => {
    const actual = action.input[name];
    return (
      mode === "may" &&
      toolMatches(rule.tool, tool) &&
      (typeof actual === "string" || typeof actual === "number" || typeof actual === "boolean") &&
      pattern.test(String(actual))
    );
  };
}

function shellTest(ruleTool: string, specifier: string): Matcher["matches"] {
  const pattern = bashPattern(specifier);
  return (facts, mode) => {
    if (facts.tool !== ruleTool && !(ruleTool === "Bash" && facts.tool === "Monitor" && mode === "may")) return false;
    const command = inputText(facts.action, "command") ?? "";
    const calls = facts.subcommands();
    if (mode === "sure")
      return (
        calls !== null && calls.length > 0 && calls.every((call) => call.plain && matchesSubcommand(pattern, call))
      );
    // What cannot be read may hold the very thing: look for the rule's words anywhere in it.
    const whole = command.slice(0, MAX_COMMAND_LENGTH);
    if (pattern.test(whole)) return true;
    if (calls === null) return mentions(specifier, whole);
    return calls.some((call) => matchesSubcommand(pattern, call));
  };
}

function mentions(specifier: string, command: string): boolean {
  const words = specifier
    .replace(/:\*$/, "")
    .split(/[\s*]+/)
    .filter((word) => word !== "");
  return words.length > 0 && words.every((word) => command.includes(word));
}

function pathTest(reads: boolean, specifier: string): Matcher["matches"] {
  const pattern = pathPattern(specifier);
  return (facts, mode) => {
    const { edited, read } = facts.paths();
    const { action } = facts;
    const home = homeOf(action);
    const test = (path: string) => pattern(comparable(path), comparable(action.cwd), home.toLowerCase());
    // A Read rule also covers writing the file; an Edit rule does not cover reading it.
    const concerned = reads ? [...read, ...edited] : edited;
    if (mode === "may") return concerned.some(test);
    return (
      !SHELL.has(facts.tool) &&
      concerned.length > 0 &&
      (reads ? READING : EDITING).has(facts.tool) &&
      concerned.every(test)
    );
  };
}

/** `example.com` exactly; `*.example.com` any depth below; elsewhere `*` stays between two dots. */
function domainTest(domain: string): Matcher["matches"] {
  if (domain === "*") return ({ tool }) => tool === "WebFetch";
  const lower = domain.toLowerCase();
  const body = lower
    .replace(/^\*\./, "")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^.]*");
  const pattern = new RegExp(lower.startsWith("*.") ? `^.+\\.${body}$` : `^${body}$`);
  return ({ tool, action }) => {
    const url = tool === "WebFetch" ? inputText(action, "url") : null;
    const host = url !== null ? hostOf(url) : null;
    return host !== null && pattern.test(host);
  };
}

export function factsOf(action: Action, trust: TrustLookup): Facts {
  let subcommands: readonly Subcommand[] | null | undefined;
  let paths: ReturnType<Facts["paths"]> | undefined;
  return {
    action,
    tool: canonicalTool(action.tool),
    subcommands: () => (subcommands === undefined ? (subcommands = readSubcommands(action)) : subcommands),
    paths: () => (paths ??= touchedPaths(action, trust)),
  };
}

function readSubcommands(action: Action): readonly Subcommand[] | null {
  const command = inputText(action, "command");
  if (command === null || action.tool === "PowerShell") return null;
  const { git } = action;
  const reading = readShell(command, {
    cwd: action.cwd,
    home: homeOf(action),
    gitRoot: git?.root ?? null,
    gitBranch: git?.branch ?? null,
  });
  return reading.opaque.length > 0 ? null : subcommandsOf(reading, command);
}

function touchedPaths(action: Action, trust: TrustLookup): { edited: string[]; read: string[] } {
  const edited: string[] = [];
  const read: string[] = [];
  for (const field of ["file_path", "notebook_path", "path"]) {
    const value = inputText(action, field);
    const path = value !== null ? resolvePath(value, action.cwd, homeOf(action)) : null;
    if (path !== null) (EDITING.has(action.tool) ? edited : read).push(path);
  }
  if (SHELL.has(action.tool)) {
    for (const { kind, target, targetType } of effectsOf(action, trust).effects) {
      if (targetType !== "path" || target === null) continue;
      (kind === "read" || kind === "credential-read" ? read : edited).push(target);
    }
  }
  return { edited, read };
}
