import type { Word } from "./types";
import { after, literal } from "./word";
import { matchesOf } from "../matches";

/** How programs write down a script inside one of their own words. */
export type Dialect = keyof typeof DIALECTS;

/** The scripts in a word. Its place is kept where the script is its tail; a made-up text gets the place of the whole word. */
type Extract = (word: Word) => readonly Word[];

const whole: Extract = (word) => [word];

/** What follows the pattern, to the end of the word. */
const tail =
  (pattern: RegExp): Extract =>
  (word) => {
    const match = pattern.exec(word.value);
    return match === null ? [] : [after(word, match[0].length)];
  };

/** What follows the pattern's mark, on each line that has it. */
const lines =
  (pattern: RegExp): Extract =>
  (word) =>
    word.value.split("\n").flatMap((text) => {
      const line = text.trimStart();
      const match = pattern.exec(line);
      return match === null ? [] : [literal(line.slice(match[0].length), word)];
    });

const quoted = (text: string) => /^(["'])([\s\S]*)\1$/.exec(text)?.[2] ?? text;

const ADDRESS = String.raw`(?:\d{1,9}|\$|/(?:[^/\\]|\\.)*/[IM]?)`;
const ADDRESSES = `^${ADDRESS}?(?:,${ADDRESS})?[ !]{0,4}`;
const BLOCK = new RegExp(String.raw`${ADDRESSES}\{\s{0,9}`);
const EXECUTION = new RegExp(String.raw`${ADDRESSES}e(?:\s|$|(?=rm\b|sh\b|bash\b|curl\b))`);
/** Behind anything, and behind addresses, which may hold an `s` themselves. */
const SUBSTITUTIONS = [/^[^s]*s([^\w\s\\])/, new RegExp(String.raw`${ADDRESSES}s([^\w\s\\])`)];

/** `[addresses]e COMMAND`, without a command the input itself, and the `e` flag of `s`, whose replacement runs. */
const sed: Extract = (word) =>
  word.value.split("\n").flatMap((text) => {
    const line = text.trimStart();
    const direct = [line, ...line.split(";").slice(1)].flatMap((part) => executedPart(part.trimStart()) ?? []); // prettier-ignore
    if (direct.length > 0) return direct.map((command) => literal(command, word));
    return SUBSTITUTIONS.flatMap((pattern) => {
      const replacement = executedReplacement(line, pattern);
      return replacement === null ? [] : [literal(replacement, word)];
    });
  });

/** `e COMMAND`, also first in a block: it takes the rest of the line. */
function executedPart(part: string): string | null {
  let rest = part;
  for (let block = BLOCK.exec(rest); block !== null; block = BLOCK.exec(rest)) rest = rest.slice(block[0].length);
  const direct = EXECUTION.exec(rest);
  return direct === null ? null : rest.slice(direct[0].length) || "$INPUT";
}

/** The replacement of `s/a/b/e`; null without that flag. One pass over the line. */
function executedReplacement(line: string, pattern: RegExp): string | null {
  const start = pattern.exec(line);
  if (start === null) return null;
  const mark = start[1] as string;
  const parts: string[] = [];
  let part = "";
  for (let at = start[0].length; at < line.length; at++) {
    if (line[at] === "\\") part += line.slice(at, ++at + 1);
    else if (line[at] === mark && parts.length < 2) {
      parts.push(part);
      part = "";
    } else part += line[at];
  }
  return parts.length === 2 && /^[gpIiMm\d]*e[gpIiMm\d]*(?:[;}\s]|$)/.test(part) ? (parts[1] as string) : null;
}

const MAKE_PROGRAMS: Readonly<Record<string, string>> = {
  RM: "rm -f",
  CC: "cc",
  CXX: "c++",
  MAKE: "make",
  SHELL: "sh",
};

/** Recipes of a makefile, its variables filled in: lines behind a tab, and what follows `target: ;`. */
const makefile: Extract = (word) => {
  const set = new Map(Object.entries(MAKE_PROGRAMS));
  const texts: string[] = [];
  for (const line of word.value.split("\n")) {
    const [, name, value] = /^(?:export )?(\w{1,60}) ?[:?+]{0,2}= ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) set.set(name, value as string);
    const at = line.indexOf(";");
    const isRule = at !== -1 && /^[^:=#]+:(?!:?=)/.test(line.slice(0, at));
    if (line.startsWith("\t")) texts.push(line.slice(1));
    else if (isRule) texts.push(line.slice(at + 1));
    const shell = /\$\(shell ([^()]+)\)/.exec(line)?.[1];
    if (shell !== undefined) texts.push(shell);
  }
  return texts.map((text) => literal(filledIn(text.replace(/^[@+\s-]+/, ""), set), word));
};

const filledIn = (recipe: string, set: ReadonlyMap<string, string>): string =>
  recipe
    .replace(/\$[@<^*?%+|]/g, "target")
    .replace(/(?<!\$)\$[({](\w{1,60})[)}]/g, (_, name: string) => set.get(name) ?? "make-variable")
    .replaceAll("$$", "$");

/** The command of an `ext::` URL, where `% ` is a blank inside a word. */
const gitUrl: Extract = (word) => {
  if (!word.value.startsWith("ext::")) return [];
  if (!word.value.includes("% ")) return [after(word, 5)];
  const words = word.value.slice(5).replaceAll("% ", "\0").split(" ");
  return [literal(words.map((one) => (one.includes("\0") ? `'${one.replaceAll("\0", " ")}'` : one)).join(" "), word)];
};

const COMMAND_SETTING =
  /^(?:core\.(?:pager|editor|sshcommand|fsmonitor|askpass|gitproxy)|sequence\.editor|diff\.external|pager\.[\w-]+|(?:diff|merge|filter|difftool|mergetool)\.[^=\s]{1,80}\.(?:command|textconv|driver|clean|smudge|process|cmd)|gpg(?:\.\w+)?\.program|interactive\.difffilter|credential(?:\.[^=\s]{1,200})?\.helper|browser\.[\w-]+\.cmd|alias\.[\w-]+)[=\s]/i;

const gitSetting: Extract = (word) => {
  const match = COMMAND_SETTING.exec(word.value);
  if (match === null) return [];
  const value = after(word, match[0].length);
  const name = match[0].toLowerCase();
  const shell = value.value.startsWith("!");
  // An alias without `!` is a git command, a helper without it a program of git's.
  if (!shell && /^(?:alias|credential)/.test(name) && !value.value.startsWith("/")) return [];
  if (/^(?:true|false|)$/.test(value.value)) return [];
  return [shell ? after(value, 1) : value];
};

/** `call (int)system("...")` in a debugger. */
const systemCalls: Extract = (word) =>
  matchesOf(word.value, /\b(?:system|popen|execlp?)\s?\(\s?\\?"((?:[^"\\]|\\[^"])+)/g).map((match) =>
    literal(match[1] as string, word),
  );

/** `system "..."`, `shell('...')`: languages in which such a call needs no brackets. */
const calledByName: Extract = (word) => [
  ...DIALECTS.bang(word),
  ...matchesOf(word.value, /\b(?:system|shell|run|qqx|qx)\s{0,4}\(?\s{0,4}(?:"((?:[^"\\]|\\.)+)"|'([^']+)'|\{([^{}]+)\}|<<?([^<>]+)>)/g).map((match) => literal((match[1] ?? match[2] ?? match[3] ?? match[4]) as string, word)),
]; // prettier-ignore

export const DIALECTS = {
  plain: whole,
  called: calledByName,
  bang: lines(/^[ :]{0,4}(?:%|silent!? {1,3}|\d{1,9})? {0,3}!/),
  plus: tail(/^\+[ :]{0,4}!/),
  backslash: lines(/^.*?(?:\\!|(?:^|;)\s*system\s|\\o\s+\||\\g\s+\|)\s*/),
  dot: lines(/^\.(?:shell|system|sh|sys)\s+|^\.(?:once|output|import)\s+\|/),
  debugger: (word) => [...lines(/^(?:(?:platform )?shell\b|!|pipe [^|]*\|)\s*/)(word), ...systemCalls(word)],
  "ssh-option": tail(/^\s*(?:Proxy|Local|KnownHosts|Remote)Command[=\s]\s*/i),
  "exec-action": tail(/^exec=/),
  "git-url": gitUrl,
  "git-setting": gitSetting,
  sed,
  makefile,
  "make-shell": tail(/^SHELL=/),
  assignment: tail(/^[\w-]+=(?!\$)/),
  spaced: (word) => (/\s/.test(word.value) ? [word] : []),
  "npm-script": (word) => (word.value.startsWith('npm:') ? [] : [word]),
  keys: (word) => (/\s/.test(word.value) ? [literal(word.value.replace(/\\n|\\r|\^M/g, "\n"), word)] : []),
  "key-binding": (word) => matchesOf(word.value, /(?:execute(?:-silent)?|become|reload)\(([^()]*)\)/g).map((match) => literal(match[1] as string, word)),
  "apt-option": tail(/^[\w:-]*(?:Pre|Post)-(?:Invoke|Install-Pkgs)[\w:-]*=/i),
  socat: tail(/^(?:EXEC|SYSTEM):/i),
  binding: (word) => [literal(quoted(word.value.replace(/^[^:]*:\s*/, "")), word)],
  pipe: tail(/^\|{0,2}-?/),
  prompt: (word) => (/\$\(|`/.test(word.value) ? [literal(`: "${word.value}"`, word)] : []),
  expect: (word) => matchesOf(word.value, /\b(?:spawn|exec|system)\s{1,3}(?:-\w{1,20}\s){0,4}([^;\n\]]+)/g).map((match) => literal(quoted((match[1] as string).trim()), word)),
} satisfies Readonly<Record<string, Extract>>; // prettier-ignore

export const scriptsIn = (word: Word, dialect: Dialect): readonly Word[] => DIALECTS[dialect](word);
