import { cannotTell, NO_STDIN, noteDecoder, noteDisguise, subshell } from "../../../shell/frame";
import { MAX_SCRIPT_DEPTH, Unreadable } from "../../../shell/parse";
import { fileText } from "../../../shell/static-output";
import type { FileRedirect, SimpleCommand, Span, Stdin, Word } from "../../../shell/types";
import { isKnown, literal } from "../../../shell/word";
import { does, doubt, place, type State } from "./state";
import { parsePowerShell } from "./statements";
import { NOTHING, spliced, unknown, type Value, valueOf } from "./values";
import { filePath } from "./variables";

/** Reads a text that is run as PowerShell. Its place is kept where it stands verbatim in the command. */
export function runText(state: State, text: Word): Value {
  const { reader } = state;
  const whole = { start: text.start, end: text.end };
  if (reader.depth >= MAX_SCRIPT_DEPTH) throw new Unreadable("nests too many scripts", whole);
  reader.depth++;
  const inner: State = { ...state, unit: { source: text.value, shift: text.verbatimAt, whole } };
  try {
    const found = state.walk(inner, parsePowerShell(text.value).body, false);
    reader.depth--;
    return found;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reader.depth--;
    cannotTell(reader, `A text that is run as PowerShell ${error.why}.`, whole);
    return NOTHING;
  }
}

/** `Invoke-Expression` and its like: a text that is run, wherever it comes from. */
export function runCode(state: State, value: Value, span: Span): Value {
  if (value.block !== null) return state.walk(state, value.block.body, false);
  const at = place(state, span);
  const text = spliced([value], at, value.words.length === 1 ? (value.words[0]?.verbatimAt ?? null) : null);
  const from = [...text.from, ...value.commands.filter((command) => !text.from.includes(command))];
  const stdin: Stdin = { ...NO_STDIN, from };
  const command = does(state, span, "eval", [{ ...text, from }], { stdin });
  noteDecoder(state.reader, from, at);
  if (isKnown(text)) return text.value === "" ? NOTHING : runText(state, text);
  if (state.socket.to !== null) remoteShell(state, state.socket.to, span);
  doubt(state, "What is run as PowerShell is only known when it runs.", span);
  return valueOf([unknown("$(...)", at, [command])], [command]);
}

/** What comes over a connection is run: somebody else's shell. */
function remoteShell(state: State, to: Word, span: Span): void {
  const host = isKnown(to) ? to.value : "unknown";
  const target = literal(`/dev/tcp/${host}/0`, place(state, span));
  does(state, span, "exec", [], { redirects: [{ op: "<>", target }] });
}

const PROGRAM_ENDING = /\.(?:exe|cmd|bat|com)$/i;
/** Windows' own programs, whose slashes are flags and whose words are no paths of ours. */
const OWN = /^(?:reg|net|net1|sc|icacls|cacls|takeown|netsh|schtasks|wmic|cmdkey|cmd|wevtutil|bcdedit|vssadmin|certutil|attrib|setx|robocopy|xcopy|powershell|pwsh|msbuild|sqlcmd|findstr|where|timeout|fsutil|diskpart)$/; // prettier-ignore
const WINDOWS_PATH = /^(?:\.{1,2}|~|[A-Za-z]:|[\w@.-]+)?(?:\\[^\\"|<>:]{1,255})+\\?$/;

/** A program that is no cmdlet: the same as in any other shell. */
export function callProgram(
  state: State,
  name: readonly Word[],
  args: readonly Word[],
  span: Span,
  { stdin = NO_STDIN, redirects = [] }: { stdin?: Stdin; redirects?: readonly FileRedirect[] } = {},
): Value {
  const { reader } = state;
  const at = place(state, span);
  const [first] = name;
  if (first === undefined) return NOTHING;
  const program = programWord(state, first);
  if (/^[\\/]{2}[^\\/?.]/.test(first.value)) doubt(state, "This runs a program from another machine.", span);
  if (/\.ps1$/i.test(program.value)) {
    const text = fileText(program, state.frame.cwd, reader);
    if (text !== null) return runText(state, literal(text, at));
  }
  if (!isKnown(program) && state.socket.to !== null) remoteShell(state, state.socket.to, span);
  const plain = OWN.test(program.value) ? args : args.map((arg) => (WINDOWS_PATH.test(arg.value) ? filePath(state, arg) : arg)); // prettier-ignore
  const before = reader.commands.length;
  const frame = subshell(state.frame, { stdin });
  reader.runCall(reader, frame, frame, [program, ...plain], { assignments: new Map(), redirects, span: at });
  const commands: readonly SimpleCommand[] = reader.commands.slice(before);
  return valueOf([unknown("$(...)", at, commands)], commands);
}

/** Arguments in one text, as the program splits them. */
export const splitText = (words: readonly Word[]): readonly Word[] =>
  words.flatMap((one) =>
    isKnown(one) ? (one.value.match(/"[^"]{0,4000}"|[^\s"]+/g) ?? []).map((part) => literal(part.replace(/^"|"$/g, ""), one)) : [one],
  ); // prettier-ignore

function programWord(state: State, word: Word): Word {
  if (!isKnown(word)) return filePath(state, word);
  if (/[\\/]/.test(word.value)) return filePath(state, word);
  const value = word.value.replace(PROGRAM_ENDING, "").toLowerCase();
  return value === word.value ? word : { ...word, value };
}

/** Notes a program's name that is put together from pieces, so that one does not see what runs. */
export function notePieces(state: State, span: Span, how: string): void {
  noteDisguise(state.reader, how, place(state, span));
}
