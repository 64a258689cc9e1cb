import { INVISIBLE } from "../../../shell/disguise";
import type { Word } from "../../../shell/types";
import { literal } from "../../../shell/word";
import { FILE_CMDLETS } from "./cmdlets-files";
import { isNativeRequest, NETWORK_CMDLETS } from "./cmdlets-network";
import { PLACE_CMDLETS } from "./cmdlets-places";
import { eachOf, RUNNING_CMDLETS } from "./cmdlets-running";
import type { Cmdlet } from "./cmdlet";
import { evaluate } from "./evaluate";
import { familyOf } from "../windows-books";
import { ALIASES, isCmdletName, isHarmless, passesOn } from "./names";
import { bind, type Given, givenTo, wordsGiven } from "./parameters";
import { callProgram, notePieces } from "./running";
import { does, doubt, place, stdinOf, type State } from "./state";
import type { Block, Expression, Stage } from "./syntax";
import { madeOf, NOTHING, spliced, textOf, type Value, valueOf } from "./values";

const CMDLETS: ReadonlyMap<string, Cmdlet> = new Map(
  [FILE_CMDLETS, PLACE_CMDLETS, NETWORK_CMDLETS, RUNNING_CMDLETS].flatMap((table) => Object.entries(table)),
);

type Command = Stage & { type: "command" };

/** One command of a pipeline: a function, a cmdlet, or a program. */
export function runCommand(state: State, stage: Command, input: Value): Value {
  const called = evaluate(state, stage.name);
  noteSpelling(state, stage);
  const given = givenTo(state, stage.args);
  if (called.block !== null) return callBlock(state, called.block, given, input);
  const written = textOf(called);
  if (written === null) return unknownProgram(state, stage, called, given, input);
  const name = nameOf(written, state, given);
  const fn = state.functions.get(name);
  if (fn !== undefined) return callFunction(state, name, fn, given, input);
  const cmdlet = CMDLETS.get(name);
  if (cmdlet !== undefined) return callCmdlet(state, stage, name, cmdlet, given, input);
  if (isCmdletName(name)) return otherCmdlet(state, stage, name, given, input);
  blocksOf(state, given, input);
  return callProgram(state, called.words, wordsGiven(state, given, stage, false), stage, { stdin: stdinOf(input, stage) }); // prettier-ignore
}

/** The cmdlet that a name stands for, in lower case; a program's name as it is. */
function nameOf(written: string, state: State, given: readonly Given[]): string {
  const bare = written.toLowerCase().replace(/^[\w.]+\\(?=[a-z]+-[a-z])/, "");
  const own = textOf(state.variables.get(`alias:${bare}`))?.toLowerCase();
  const name = own ?? bare;
  // Set-Content in old versions, Windows' services in new ones.
  if (name === "sc") return /^(?:start|stop|config|delete|create|query\w*|failure|sdset|\\\\.*)$/i.test(given[0]?.value.words[0]?.value ?? "") ? name : "set-content"; // prettier-ignore
  if (/^(?:curl|wget)$/.test(name) && isNativeRequest(given.flatMap(({ flag }) => flag ?? []))) return name;
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] as string) : name;
}

function callCmdlet(state: State, stage: Command, name: string, cmdlet: Cmdlet, given: readonly Given[], input: Value): Value {
  const bound = bind(given, cmdlet);
  if (bound.switches.has("whatif") || bound.switches.has("wi")) return NOTHING;
  return cmdlet.run({ state, span: stage, name, bound, input });
} // prettier-ignore

/** Cmdlets that no other shell has: some only look; what the others do is in the books of makers. */
function otherCmdlet(state: State, stage: Command, name: string, given: readonly Given[], input: Value): Value {
  const bound = bind(given, {});
  blocksOf(state, given, input);
  const words = given.flatMap(({ value, attached }) => [...value.words, ...(attached?.words ?? [])]);
  const made = madeOf("$(...)", place(state, stage), [input, valueOf(words)]);
  if (isHarmless(name)) {
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
function blocksOf(state: State, given: readonly Given[], input: Value): void {
  for (const { value, attached } of given)
    for (const one of [value, attached, ...(value.table?.values() ?? [])])
      if (one?.block != null) eachOf({ state }, { ...input, words: input.words.slice(0, 1) }, "_", () => state.walk(state, one.block?.body ?? [], true)); // prettier-ignore
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

function callFunction(state: State, name: string, block: Block, given: readonly Given[], input: Value): Value {
  if (state.calling.has(name)) return NOTHING;
  state.calling.add(name);
  state.called.add(name);
  const found = callBlock(state, block, given, input);
  state.calling.delete(name);
  return found;
}
