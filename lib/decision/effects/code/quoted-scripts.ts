import { asCommand } from "./code-calls";
import { closing } from "./code-text";
import { matchesOf } from "../../matches";

/** Scripts that a language marks by quotes or pipes instead of a call. Each pattern always matches to its end, so each is linear. */
const BACKTICKS = /`((?:[^`\\]|\\.)*)(?:`|$)/gs;
const STRINGS = /"((?:[^"\\]|\\.)*)(?:"|$)/gs;
const OPERATORS = /(?:\bqx|%x)\s?([({[/|])/g;

export function quotedScripts(text: string, language: string): string[] {
  if (language.endsWith("awk")) return piped(text);
  if (/^(?:groovy|scala|ammonite)$/.test(language)) return followed(text, /\s?\.\s?(?:execute\(|!)/y);
  if (language.startsWith("emacs")) return processes(text);
  if (language === "cargo") return built(text);
  if (language === "raku")
    return matchesOf(text, RAKU).map((match) =>
      (match[1] ?? match[2] ?? match[3] ?? "").replace(/["'],?\s*["']/g, " "),
    );
  if (!/^(?:perl|ruby|php|julia|crystal)$/.test(language)) return [];
  const ticked = matchesOf(text, BACKTICKS).map((match) => (match[1] as string).replaceAll("$(homedir())", "$HOME"));
  return [...ticked, ...operators(text, language)];
}

function operators(text: string, language: string): string[] {
  const found = matchesOf(text, OPERATORS).map((match) => {
    const close = closing(match[1] as string);
    const start = match.index + match[0].length;
    const end = text.indexOf(close, start);
    return text.slice(start, end === -1 ? undefined : end);
  });
  // Perl: a pipe at either end of what is opened makes it a command.
  if (language === "perl") found.push(...followed(text, /(?!)/y, /^\s*\||\|\s*$/));
  return found;
}

/** `shell "rm x"`, `run "rm", "x"`, `run <rm x>`, `qx{rm x}` */
const RAKU = /\b(?:shell|run)\b\s?\(?\s?(?:["']([^\n;)]{1,400})["']|<([^<>\n]{1,400})>)|\bq?qx[{/|]([^}/|]{1,400})/g;

/** `Command::new("rm").arg("-rf").args(["x"])` */
const BUILT = /\bCommand::new\(\s?"([^"\n]{1,200})"\s?\)((?:\s*\.args?\([^()\n]{0,300}\)){0,20})/g;
const built = (text: string): string[] =>
  matchesOf(text, BUILT).map(([, program = "", args = ""]) =>
    asCommand([program, ...matchesOf(args, /"((?:[^"\\\n]|\\.)*)"/g).map((match) => match[1] as string)]),
  );

/** `(call-process "rm" nil nil nil "-rf" "x")` */
function processes(text: string): string[] {
  return matchesOf(text, /\((call|start)-process\s([^()\n]{0,400})\)/g).map(([, kind, words = ""]) => {
    const strings = matchesOf(words, /"([^"]*)"/g).map((match) => match[1] as string);
    return (kind === "start" ? strings.slice(2) : strings).join(" ");
  });
}

/** awk: `"cmd" | getline`, `print | "cmd"`; what the one gives may go into the other. */
function piped(text: string): string[] {
  const [sources, sinks]: [string[], string[]] = [[], []];
  for (const match of matchesOf(text, STRINGS)) {
    const after = /\s*\|&?\s*getline/y;
    after.lastIndex = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 20), match.index).trimEnd();
    if (after.test(text)) sources.push(match[1] as string);
    else if (/(?:^|[^|])\|&?$/.test(before)) sinks.push(match[1] as string);
  }
  if (sources.length === 0) return sinks.map((sink) => (SHELL.test(sink.trim()) ? `${sink} -c "$INPUT"` : sink));
  if (sinks.length === 0) return sources;
  const pairs = sources.slice(0, MAX_PIPED).flatMap((source) => sinks.slice(0, MAX_PIPED).map((sink) => `${source} | ${sink}`)); // prettier-ignore
  return [...pairs, ...sources.slice(MAX_PIPED), ...sinks.slice(MAX_PIPED)];
}

/** A shell that gets what awk prints: code that shows only when it runs. */
const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|z|da|k)?sh$/;

/** Of more, each is read by itself. */
const MAX_PIPED = 5;

function followed(text: string, by: RegExp, inside?: RegExp): string[] {
  return matchesOf(text, STRINGS).flatMap((match) => {
    by.lastIndex = match.index + match[0].length;
    const value = match[1] as string;
    if (inside?.test(value) === true) return [value.replace(/^\s*\|\s*|\s*\|\s*$/g, "")];
    return by.test(text) ? [value] : [];
  });
}
