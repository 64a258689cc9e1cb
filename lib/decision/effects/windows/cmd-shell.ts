import { emit } from "../../shell/emit";
import { cannotTell, type Frame, type Reader } from "../../shell/frame";
import { MAX_COMMAND_LENGTH, Unreadable } from "../../shell/parse";
import { readThrough, startReading } from "../../shell/read";
import type { FileRedirect, Reading, ShellScene, SimpleCommand, Span, Word } from "../../shell/types";
import { isKnown, literal } from "../../shell/word";
import { RIGHTS, slashed } from "./windows-places";

/** Built-in commands of cmd and what they are elsewhere; `""` for what only shows. */
const BUILTIN: Readonly<Record<string, string>> = {
  del: "rm", erase: "rm", rd: "rm", rmdir: "rm", copy: "cp", xcopy: "cp", move: "mv", ren: "mv", rename: "mv", type: "cat", md: "mkdir", mkdir: "mkdir", dir: "ls", mklink: "ln",
  echo: "echo", ver: "", vol: "", cls: "", rem: "", title: "", pause: "", set: "", where: "", findstr: "grep", find: "grep", more: "cat", exit: "", setlocal: "", color: "", chcp: "",
}; // prettier-ignore
const MAX_PARTS = 300;

type Token = { text: string; quoted: boolean; start: number };

/** Reads a command line of Windows' old shell: calls, one behind the other or piped, with their files. */
export function readCmd(text: string, span: Span, scene: ShellScene, outer: Pick<SimpleCommand, "cwd" | "where" | "mounts" | "wrappers">): Reading {
  const { reader, frame: first } = startReading(scene, new Map());
  const frame: Frame = { ...first, ...outer };
  let piped: readonly SimpleCommand[] = [];
  readThrough(reader, "The command of cmd", span, () => {
    const found = calls(text.slice(0, MAX_COMMAND_LENGTH));
    for (const { tokens, pipes } of found.slice(0, MAX_PARTS)) {
      const before = reader.commands.length;
      run(reader, { ...frame, stdin: { from: piped, text: null, file: null } }, frame, tokens, span);
      piped = pipes ? reader.commands.slice(before) : [];
    }
    if (text.length > MAX_COMMAND_LENGTH || found.length > MAX_PARTS) throw new Unreadable("is too long to be read through", span);
  });
  return reader;
} // prettier-ignore

function run(reader: Reader, frame: Frame, shell: Frame, given: readonly Token[], span: Span): void {
  const tokens = commandOf(given);
  const words: Word[] = [];
  const redirects: FileRedirect[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { text, quoted } = tokens[i] as Token;
    const sign = quoted ? null : /^\d?(>>?|<)$/.exec(text);
    const target = tokens[i + 1];
    if (sign === null) words.push(wordOf(text, span, reader.scene.home));
    else if (target !== undefined) {
      i++;
      if (!/^nul$/i.test(target.text)) redirects.push({ op: sign[1] as FileRedirect["op"], target: asPath(wordOf(target.text, span, reader.scene.home)) }); // prettier-ignore
    }
  }
  const call = { assignments: new Map<string, Word>(), redirects, span };
  const written = words[0]?.value.toLowerCase().replace(/^[@']/, "") ?? "";
  const glued = /^(del|erase|rd|rmdir|copy|type|dir|cd|md)(?=[/\\.])/.exec(written)?.[0];
  const name = glued ?? written.replace(/\.(?:exe|cmd|bat|com)$/, "");
  const args = glued === undefined ? words.slice(1) : [literal(words[0]?.value.slice(glued.length) ?? "", span), ...words.slice(1)]; // prettier-ignore
  if (name === "cd" || name === "chdir" || name === "pushd") return reader.runCall(reader, frame, shell, [literal("cd", span), ...args.filter(({ value }) => !/^\/d$/i.test(value)).map(asPath)], call); // prettier-ignore
  const known = Object.hasOwn(BUILTIN, name) ? (BUILTIN[name] as string) : null;
  const [program] = words;
  if (known === null && program !== undefined && name !== "") {
    // `%~dp0` is a directory, its last sign included.
    if (!isKnown(program) && /[%!][^\\/]*$/.test(program.value.replace(/^%~dp0(?=\w)/i, ""))) cannotTell(reader, "Which program this runs is only known when it runs.", span); // prettier-ignore
    return reader.runCall(reader, frame, shell, [programOf(program, name), ...args], call);
  }
  const operands = args.filter(({ value }) => !/^\/[a-z?](?::|$|[a-z]*$)/i.test(value)).map(asPath);
  const whole = /^(?:rd|rmdir)$/.test(name) || args.some(({ value }) => /^\/s$/i.test(value));
  if (known !== null && known !== "") emit(reader, frame, [literal(known, span), ...(known === "rm" ? [literal(whole ? "-rf" : "-f", span)] : []), ...operands], call); // prettier-ignore
}

const programOf = (word: Word, name: string): Word => (/[\\/]/.test(word.value) ? asPath(word) : { ...word, value: name }); // prettier-ignore

/** The call behind words that only say when or how it runs: `if not exist FILE`, `do`, `call`, `start ""`, `cmd /c`. */
function commandOf(tokens: readonly Token[]): readonly Token[] {
  const textAt = (at: number) => tokens[at]?.text.toLowerCase();
  for (let at = 0; ;) {
    const name = textAt(at)?.replace(/^@|\.exe$/g, "") ?? "";
    if (name === "do" || name === "else") at++;
    else if (name === "if") {
      at++;
      while (/^(?:not|\/i)$/.test(textAt(at) ?? "")) at++;
      at += /^(?:equ|neq|lss|leq|gtr|geq)$/.test(textAt(at + 1) ?? "") ? 3 : 2;
    } else if (/^(?:call|start|cmd|%comspec%)$/.test(name)) {
      at++;
      while (textAt(at) === "" || textAt(at)?.startsWith("/") === true) at++;
    } else return tokens.slice(at);
  }
}

/** `%USERPROFILE%` is the home directory; other variables are only known when it runs. */
function wordOf(text: string, span: Span, home: string): Word {
  const value = text.replace(/%(?:USERPROFILE|HOMEDRIVE%%HOMEPATH)%/gi, home);
  const unknownAt = value.search(/%[\w:~,-]{1,100}%|![\w]{1,100}!|%%?(?:~[a-z]*)?[a-z\d*](?![\w%])/i);
  return { ...literal(value, span), unknownAt, glob: /[*?]/.test(value) };
}

const asPath = (word: Word): Word => {
  const value = slashed(/^[A-Za-z]:$/.test(word.value) ? `${word.value}/` : word.value);
  return /^[A-Za-z]:/.test(value) ? { ...word, value, unknownAt: 0 } : { ...word, value };
};

function rightsAt(text: string, at: number): string {
  RIGHTS.lastIndex = at;
  return RIGHTS.exec(text)?.[0] ?? "";
}

/** The calls of a line. Inside double quotes nothing separates; a caret takes the meaning from the sign behind it. */
function calls(text: string): { tokens: Token[]; pipes: boolean }[] {
  const found: { tokens: Token[]; pipes: boolean }[] = [];
  let tokens: Token[] = [];
  let token: Token | null = null;
  const end = () => {
    if (token !== null) tokens.push(token);
    token = null;
  };
  const close = (pipes: boolean) => {
    end();
    if (tokens.length > 0 && found.length <= MAX_PARTS) found.push({ tokens, pipes });
    tokens = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    const rights: string = sign === "(" && token !== null ? rightsAt(text, at) : "";
    if (rights !== "") {
      token = { ...(token as Token), text: (token as Token).text + rights };
      at += rights.length - 1;
    } else if (sign === '"') {
      const last = text.indexOf('"', at + 1);
      const piece = text.slice(at + 1, last === -1 ? text.length : last);
      token = { text: `${(token as Token | null)?.text ?? ""}${piece}`, quoted: true, start: at };
      at = last === -1 ? text.length : last;
    } else if (sign === "&" || sign === "\n" || sign === "(" || sign === ")") close(false);
    else if (sign === "|") {
      close(text[at + 1] !== "|");
      if (text[at + 1] === "|") at++;
    } else if (sign === ">" || sign === "<") {
      if (token !== null && /^\d$/.test((token as Token).text)) token = null;
      end();
      const two = text[at + 1] === sign;
      if (/^&\d/.test(text.slice(at + (two ? 2 : 1), at + (two ? 4 : 3)))) at += 2;
      else tokens.push({ text: two ? sign + sign : sign, quoted: false, start: at });
      if (two) at++;
    } else if (/[\s,;=]/.test(sign)) end();
    else {
      const plain = sign === "^" ? (text[++at] ?? "") : sign;
      token = { text: `${(token as Token | null)?.text ?? ""}${plain}`, quoted: token !== null && (token as Token).quoted, start: at };
    }
  }
  close(false);
  return found;
} // prettier-ignore
