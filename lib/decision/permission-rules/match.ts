import { hostIn, webUrl } from "../effects/network/destinations";
import { inputText } from "../input-text";
import type { PathGlob } from "../path-glob";
import { homeOf } from "../project";
import { MAX_COMMAND_LENGTH } from "../shell/parse";
import { bashPattern, matchesSubcommand } from "./bash";
import type { Facts } from "./facts";
import { domainGlob, textGlob, toolMatches } from "./glob";
import { parseRule, type ParsedRule } from "./parse";
import { comparable, pathPattern } from "./path";
import { EDITING, READING, SHELL } from "./tools";

/** `sure` for allow rules, which must cover all of an action; `may` for deny and ask rules, which err towards matching. */
export type Mode = "sure" | "may";
export type Matcher = { rule: string; matches: (facts: Facts, mode: Mode) => boolean };

const NOT_PARAMETERS = new Set(["command", "file_path", "path", "notebook_path", "url", "domain"]);

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
    const pattern = bashPattern(specifier.toLowerCase());
    return ({ tool, action }) =>
      tool === "PowerShell" && pattern((inputText(action, "command") ?? "").slice(0, MAX_COMMAND_LENGTH).toLowerCase());
  }
  if (rule.tool === "Read" || rule.tool === "Edit" || EDITING.has(rule.tool))
    return pathTest(rule.tool === "Read", specifier);
  if (rule.tool === "WebFetch" && specifier.startsWith("domain:")) return domainTest(specifier.slice("domain:".length));
  if (rule.tool === "Agent") {
    const pattern = textGlob(specifier);
    return (
      parameterTest(rule, specifier) ??
      (({ tool, action }) => tool === "Agent" && pattern(inputText(action, "subagent_type") ?? ""))
    );
  }
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
  const pattern = textGlob(value);
  return ({ tool, action }, mode) => {
    const actual = action.input[name];
    return (
      mode === "may" &&
      toolMatches(rule.tool, tool) &&
      (typeof actual === "string" || typeof actual === "number" || typeof actual === "boolean") &&
      pattern(String(actual))
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
    const whole = command.slice(0, MAX_COMMAND_LENGTH);
    if (pattern(whole) || calls?.some((call) => matchesSubcommand(pattern, call)) === true) return true;
    const inner = calls === null ? null : facts.innerSubcommands();
    if (inner?.some((call) => matchesSubcommand(pattern, call)) === true) return true;
    // What cannot be read may hold the very thing: look for the rule's words anywhere in it.
    return inner === null && mentions(specifier, whole);
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
    const { edited, read, unclear } = facts.paths();
    const { action, tool } = facts;
    // A Read rule also covers writing the file; an Edit rule does not cover reading it.
    const concerned = reads ? [...read, ...edited] : edited;
    const shell = SHELL.has(tool);
    const [cwd, home] = [comparable(action.cwd), homeOf(action).toLowerCase()];
    const test = (forms: readonly PathGlob[]) => pattern(forms, cwd, home);
    if (mode === "may") return (unclear && (reads || shell || EDITING.has(tool))) || concerned.some(test);
    const ours = (reads ? READING : EDITING).has(tool);
    return ours && !shell && !unclear && concerned.length > 0 && concerned.every(test);
  };
}

/** An address that cannot be read may be any. */
function domainTest(domain: string): Matcher["matches"] {
  const pattern = domain === "*" ? () => true : domainGlob(domain);
  return ({ tool, action }, mode) => {
    if (tool !== "WebFetch") return false;
    const url = webUrl(inputText(action, "url") ?? "");
    return url === null ? mode === "may" : pattern(hostIn(url));
  };
}
