import { INVISIBLE } from "../../../shell/disguise";
import type { Span, Word } from "../../../shell/types";
import { isKnown, literal } from "../../../shell/word";
import { perhaps } from "./branches";
import { FILE_CMDLETS } from "./cmdlets-files";
import { MACHINE_CMDLETS } from "./cmdlets-machine";
import { isNativeRequest, NETWORK_CMDLETS } from "./cmdlets-network";
import { PLACE_CMDLETS } from "./cmdlets-places";
import { eachOf, RUNNING_CMDLETS } from "./cmdlets-running";
import type { Cmdlet } from "./cmdlet";
import { evaluate } from "./evaluate";
import { familyOf, isBooked } from "../windows-books";
import { ALIASES, isCmdletName, isHarmless, passesOn } from "./names";
import { type Bound, bind, type Given, givenTo, NO_SHAPE, wordsGiven } from "./parameters";
import { callProgram, notePieces, runCode } from "./running";
import { does, doubt, place, stdinOf, type State } from "./state";
import type { Block, Expression, Stage } from "./syntax";
import { both, madeOf, NOTHING, spliced, textOf, unknown, type Value, valueOf } from "./values";

const CMDLETS: ReadonlyMap<string, Cmdlet> = new Map(
  [FILE_CMDLETS, PLACE_CMDLETS, NETWORK_CMDLETS, RUNNING_CMDLETS, MACHINE_CMDLETS].flatMap((table) =>
    Object.entries(table),
  ),
);

type Command = Stage & { type: "command" };

/** One command of a pipeline: a function, a cmdlet, or a program. */
export function runCommand(state: State, stage: Command, input: Value): Value {
  const called = evaluate(state, stage.name);
  noteSpelling(state, stage);
  const given = givenTo(state, stage.args);
  if (called.isCode) return runCode(state, called, stage);
  if (called.block !== null) {
    const { block } = called;
    const read = () => callBlock(state, block, given, input);
    return stage.operator === "." ? read() : perhaps(state, read);
  }
  const written = textOf(called);
  if (written === null) return unknownProgram(state, stage, called, given, input);
  const name = nameOf(written, given);
  const bare = written.toLowerCase();
  const blocks = [...new Set([...(state.functions.get(bare) ?? []), ...(state.functions.get(name) ?? [])])];
  const others = aliased(state, bare, stage).map((word) => runNamed(state, stage, word, given, input));
  const own = blocks.map((block) => callFunction(state, bare, block, given, input));
  const found = [...others, ...own].reduce(both, NOTHING);
  // Where a name of one's own stands for a command that there is, both are read: which one it is depends on where it was made.
  if (others.length + own.length > 0 && !isCommand(name)) {
    if (!isCmdletName(name)) runNamed(state, stage, called.words[0] as Word, given, input);
    return found;
  }
  return both(found, runNamed(state, stage, called.words[0] as Word, given, input));
}

const isCommand = (name: string): boolean => CMDLETS.has(name) || isBooked(name);

function runNamed(state: State, stage: Command, written: Word, given: readonly Given[], input: Value): Value {
  const name = nameOf(written.value, given);
  const cmdlet = CMDLETS.get(name);
  if (cmdlet !== undefined) return callCmdlet(state, stage, name, cmdlet, given, input);
  if (isCmdletName(name)) return otherCmdlet(state, stage, name, given, input);
  blocksOf(state, given, input);
  return callProgram(state, [written], wordsGiven(state, given, stage, false), stage, { stdin: stdinOf(input, stage) }); // prettier-ignore
}

const MAX_ALIASES = 8;

/** What a name stands for by `Set-Alias`, through aliases of aliases. */
function aliased(state: State, name: string, stage: Command): readonly Word[] {
  const found: Word[] = [];
  const names = [name];
  for (const next of names) {
    for (const word of state.variables.get(`alias:${next}`)?.words ?? []) {
      if (!isKnown(word) || names.length > MAX_ALIASES) doubt(state, "What this alias stands for is not known.", stage);
      else if (!names.includes(word.value.toLowerCase())) {
        names.push(word.value.toLowerCase());
        found.push(word);
      }
    }
  }
  return found;
}

/** The cmdlet that a name stands for, in lower case; a program's name as it is. */
function nameOf(written: string, given: readonly Given[]): string {
  const name = written.toLowerCase().replace(/^[\w.]+\\(?=[a-z]+-[a-z])/, "");
  // Set-Content in old versions, Windows' services in new ones.
  if (name === "sc") return /^(?:start|stop|config|delete|create|query\w*|failure|sdset|\\\\.*)$/i.test(given[0]?.value.words[0]?.value ?? "") ? name : "set-content"; // prettier-ignore
  if (/^(?:curl|wget)$/.test(name) && isNativeRequest(given.flatMap(({ flag }) => flag ?? []))) return name;
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] as string) : name;
}

function callCmdlet(state: State, stage: Command, name: string, cmdlet: Cmdlet, given: readonly Given[], input: Value): Value {
  const bound = bind(cmdlet.blocks === true ? given : given.map((one) => ({ ...one, value: blockValue(state, one.value, input, stage), attached: one.attached === null ? null : blockValue(state, one.attached, input, stage) })), cmdlet);
  if (cmdlet.blocks !== true && (bound.switches.has("whatif") || bound.switches.has("wi"))) return NOTHING;
  const found = cmdlet.run({ state, span: stage, name, bound, input });
  keep(state, bound, found, stage);
  return found;
} // prettier-ignore

/** A parameter that is given as a block: read for what comes in, it gives the value. */
function blockValue(state: State, value: Value, input: Value, span: Span): Value {
  if (value.isCode) return runCode(state, value, span);
  const { block } = value;
  if (block === null) return value;
  const found = eachOf({ state }, input, "_", () => state.walk(state, block.body, true));
  return found.words.length === 1 ? found : valueOf([madeOf("$(...)", place(state, span), [found])]);
}

/** `-OutVariable x`, `-StatusCodeVariable x` and their like. */
function keep(state: State, { values }: Bound, found: Value, span: Span): void {
  for (const [name, value] of values) {
    if (!/variable$|^[iopwe]v$/.test(name)) continue;
    const target = textOf(value)?.toLowerCase().replace(/^\+/, "");
    if (target === undefined) doubt(state, "Which variable this sets is not known.", span);
    else state.variables.set(target, /^(?:variable|outvariable|ov)$/.test(name) ? found : valueOf([unknown(`$${target}`, place(state, span))])); // prettier-ignore
  }
}

/** Cmdlets that no other shell has: some only look; what the others do is in the books of makers. */
function otherCmdlet(state: State, stage: Command, name: string, given: readonly Given[], input: Value): Value {
  const bound = bind(given, NO_SHAPE);
  blocksOf(state, given, input, stage);
  const words = given.flatMap(({ value, attached }) => [...value.words, ...(attached?.words ?? [])]);
  const made = madeOf("$(...)", place(state, stage), [input, valueOf(words)]);
  keep(state, bound, valueOf([made], made.from), stage);
  if (isHarmless(name) && !isBooked(name)) {
    if (passesOn(name)) return input.words.length > 0 ? input : valueOf([made], input.commands);
    return valueOf([made], made.from);
  }
  if (bound.switches.has("whatif") || bound.switches.has("wi")) return NOTHING;
  const args = [...wordsGiven(state, given, stage, true), ...(words.length === 0 ? input.words : [])];
  const command = does(state, stage, familyOf(name), args, { stdin: stdinOf(input, stage) });
  doubt(state, `What ${name.slice(0, 60)} does is not known.`, stage);
  return valueOf([{ ...made, from: [command] }], [command]);
}

function unknownProgram(state: State, stage: Command, called: Value, given: readonly Given[], input: Value): Value {
  if (isAssembled(stage.name)) notePieces(state, stage.name, "a program's name that is put together from pieces");
  const name = called.words.length === 1 ? called.words : [spliced([called], place(state, stage.name), null)];
  blocksOf(state, given, input);
  return callProgram(state, name, wordsGiven(state, given, stage, false), stage, { stdin: stdinOf(input, stage) });
}

/** Ways to write a command's name that hide it. Nobody works like this by accident. */
function noteSpelling(state: State, { name, operator }: Command): void {
  const text = state.unit.source.slice(name.start, name.end);
  if (INVISIBLE.test(text.slice(0, 200))) notePieces(state, name, "characters that one does not see");
  if (name.type === "joined" && name.patched && !/[\\/$ ]/.test(text)) notePieces(state, name, "quotes or backticks inside the command's name"); // prettier-ignore
  if (operator !== "" && name.type === "run" && isAssembled(name)) notePieces(state, name, "a program's name that is put together from pieces"); // prettier-ignore
}

/** `('i'+'ex')`, `('{1}{0}' -f 'x','ie')`, `[string]::Join('', ...)`: not a variable, not a path. */
function isAssembled(node: Expression): boolean {
  switch (node.type) {
    case "run": {
      const [only] = node.body;
      const [stage] = only?.type === "pipeline" ? only.stages : [];
      return node.body.length === 1 && stage?.type === "value" && isAssembled(stage.expression);
    }
    case "operation":
      return /^(?:-f|-join|-[ci]?replace)$/.test(node.operator) || (node.operator === "+" && !hasSlash(node));
    case "member":
      return node.args !== null && (node.name.type !== "text" || /^(?:join|replace|substring|concat|format|reverse|insert|remove)$/i.test(node.name.value)); // prettier-ignore
    case "cast":
      return node.to === "char";
    default:
      return false;
  }
}

/** A path that is put together is no disguise. */
function hasSlash(node: Expression): boolean {
  if (node.type === "text") return /[\\/.]/.test(node.value);
  if (node.type === "joined") return node.parts.some(hasSlash);
  return node.type === "operation" && ((node.left !== null && hasSlash(node.left)) || hasSlash(node.right));
}

/** Blocks and tables of blocks that are given to a command may run for each of what comes in. */
function blocksOf(state: State, given: readonly Given[], input: Value, span: Span | null = null): void {
  for (const { value, attached } of given)
    for (const one of [value, attached, ...(value.table?.values() ?? [])])
      if (one?.isCode === true && span !== null) runCode(state, one, span);
      else if (one?.block != null) eachOf({ state }, { ...input, words: input.words.slice(0, 1) }, "_", () => state.walk(state, one.block?.body ?? [], true)); // prettier-ignore
}

function callBlock(state: State, block: Block, given: readonly Given[], input: Value): Value {
  const before = new Map(state.variables);
  const bound = bind(given, { positional: block.parameters.map(({ name }) => name).join(" ") });
  for (const { name, otherwise } of block.parameters) {
    const value = bound.values.get(name) ?? (bound.switches.has(name) ? valueOf([literal("true", place(state, block))]) : null); // prettier-ignore
    state.variables.set(name, value ?? (otherwise === null ? notGiven(name, state, block) : evaluate(state, otherwise))); // prettier-ignore
  }
  state.variables.set("args", { ...NOTHING, words: bound.rest.flatMap(({ words }) => [...words]) });
  if (input.words.length > 0) state.variables.set("_", input);
  state.variables.set("input", input);
  const found = state.walk(state, block.body, false);
  for (const name of ["args", "_", "input", ...block.parameters.map(({ name: own }) => own)]) {
    const other = before.get(name);
    if (other === undefined) state.variables.delete(name);
    else state.variables.set(name, other);
  }
  return found;
}

const notGiven = (name: string, state: State, block: Block): Value =>
  valueOf([{ ...literal(`$${name}`, place(state, block)), unknownAt: 0, variables: [name] } satisfies Word]);

/** Calls of functions inside one another. */
const MAX_CALLS = 10;
const asKnown = ({ value, unknownAt }: Word): string => (unknownAt === -1 ? value : `${value.slice(0, unknownAt)}?`);

function callFunction(state: State, name: string, block: Block, given: readonly Given[], input: Value): Value {
  state.called.add(name);
  const words = given.flatMap(({ flag, value, attached }) => [flag ?? "", ...[...value.words, ...(attached?.words ?? [])].map(asKnown)]); // prettier-ignore
  const call = [name, block.start, ...words].join("\0");
  if (state.calling.includes(call)) return NOTHING;
  if (state.calling.length >= MAX_CALLS) {
    doubt(state, "What a function that calls itself comes to is not known.", block);
    return NOTHING;
  }
  state.calling.push(call);
  const found = perhaps(state, () => callBlock(state, block, given, input));
  state.calling.pop();
  return found;
}
