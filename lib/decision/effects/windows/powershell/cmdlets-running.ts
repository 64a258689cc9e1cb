import type { Word } from "../../../shell/types";
import { allOf, type Cmdlet, type CmdletCall, given, givenOrInput, has, operandsOf, placesOf, word } from "./cmdlet";
import { perhaps, repeated } from "./branches";
import { created, forEachMember } from "./methods";
import { callProgram, runCode, splitText } from "./running";
import { does, doubt, printed, stdinOf } from "./state";
import type { Block } from "./syntax";
import { both, NOTHING, textOf, unknown, type Value, valueOf } from "./values";
import { filePath } from "./variables";

const MAX_ITEMS = 64;

/** Reads a block once for each item, or once for all of them together when there are too many. */
export function eachOf(call: Pick<CmdletCall, "state">, value: Value, name: string, read: () => Value): Value {
  const { variables } = call.state;
  const before = variables.get(name);
  const known = value.words.length > 1 && value.words.length <= MAX_ITEMS;
  const items: readonly Value[] = known ? value.words.map((one) => ({ ...value, words: [one] })) : [value];
  let found = NOTHING;
  for (const item of items) {
    variables.set(name, item);
    found = both(found, items.length > 1 ? perhaps(call.state, read) : repeated(call.state, read));
  }
  if (before === undefined) variables.delete(name);
  else variables.set(name, before);
  return found;
}

const codesIn = (call: CmdletCall): Value[] => allOf(call).filter(({ isCode }) => isCode);
const blocksIn = (call: CmdletCall): Block[] => allOf(call).flatMap((value) => value.block ?? []);

const forEach = (call: CmdletCall): Value => {
  const { state, span, input } = call;
  const blocks = blocksIn(call);
  const items = input.words.length > 0 || input.commands.length === 0 ? input : valueOf([unknown("$_", word("", call), input.commands)], input.commands); // prettier-ignore
  const codes = codesIn(call);
  if (codes.length > 0) return codes.map((code) => runCode(state, code, span)).reduce(both, NOTHING);
  if (blocks.length === 0) return forEachMember(items, { state, span, name: "foreach", args: [given(call, "process", "membername"), given(call, "argumentlist")].filter((one) => one !== NOTHING) }); // prettier-ignore
  return eachOf(call, items, "_", () => state.walk(state, blocks.flatMap((block) => [...block.body]), true)); // prettier-ignore
};

/** `Where-Object` leaves some of what comes in. */
const some = (call: CmdletCall): Value => {
  const { state, span, input } = call;
  for (const code of codesIn(call)) runCode(state, code, span);
  const test = given(call, "property", "filterscript");
  if (test.block === null && !test.isCode && textOf(test) === null && test !== NOTHING) doubt(state, "What is asked of each that comes in is only known when it runs.", span); // prettier-ignore
  for (const { body } of blocksIn(call))
    eachOf(call, { ...input, words: input.words.slice(0, 1) }, "_", () => state.walk(state, body, true)); // prettier-ignore
  return { ...input, words: input.words.map(narrowed) };
};

function narrowed(one: Word): Word {
  if (!one.glob || !one.value.endsWith("/*")) return one.value === "*" ? unknown("$_", one, one.from) : one;
  return { ...one, value: `${one.value.slice(0, -2)}/**/match` };
}

/** A file that was written before goes for a program of its name. */
const here = (program: Word, { state: { reader } }: CmdletCall): Word =>
  /^[^\\/]+\.\w+$/.test(program.value) && reader.commands.some(({ args }) => args.some(({ value }) => value === program.value || value === `./${program.value}`))
    ? { ...program, value: `./${program.value}`, verbatimAt: null } : program; // prettier-ignore

const ADDRESS = /^[a-z][\w+.-]+:/i;

const openItem = (call: CmdletCall): Value => {
  const items = operandsOf(call, "path", "literalpath");
  if (items.some(({ value }) => ADDRESS.test(value))) return valueOf([], [does(call.state, call.span, "xdg-open", items)]); // prettier-ignore
  return callProgram(call.state, items.map((one) => here(one, call)), [], call.span); // prettier-ignore
};

const start = (call: CmdletCall): Value => {
  const { state, span } = call;
  const list = given(call, "argumentlist", "args").words;
  const words = list.length === 1 ? splitText(list) : list;
  const program = given(call, "filepath").words.slice(0, 1);
  const target = program[0]?.value ?? "";
  // A page or a document is opened by whatever belongs to it.
  if (ADDRESS.test(target)) return valueOf([unknown("$process", word("", call))], [does(state, span, "xdg-open", program)]); // prettier-ignore
  const before = state.frame;
  if (has(call, "verb") && !/^(?:open|print|edit)$/i.test(textOf(given(call, "verb")) ?? "")) doubt(state, "This runs a program with an administrator's rights.", span); // prettier-ignore
  if (/^runas$/i.test(textOf(given(call, "verb")) ?? "")) state.frame = { ...before, wrappers: [...before.wrappers, "sudo"] }; // prettier-ignore
  const out = given(call, "redirectstandardoutput", "redirectstandarderror").words.map((one) => filePath(state, one));
  const redirects = out.map((target) => ({ op: ">" as const, target }));
  callProgram(state, program.map((one) => here(one, call)), words, span, { redirects }); // prettier-ignore
  state.frame = before;
  return valueOf([unknown("$process", word("", call))]);
};

const stop = (call: CmdletCall): Value => {
  const { state, span } = call;
  const ids = given(call, "id").words;
  const names = givenOrInput(call, "name", "processname");
  if (ids.length > 0) does(state, span, "kill", ids);
  else does(state, span, "pkill", names.length > 0 ? names : [word("$process", call)]);
  return NOTHING;
};

const block = (call: CmdletCall): Value => {
  const { state, span } = call;
  const [first] = blocksIn(call);
  for (const code of codesIn(call)) runCode(state, code, span);
  if (first !== undefined) return perhaps(state, () => state.walk(state, first.body, false));
  doubt(state, `What ${call.name} runs is only known when it runs.`, span);
  return NOTHING;
};

/** On another machine the same as over `ssh`, and nothing of it is known here. */
const invoke = (call: CmdletCall): Value => {
  const { state, span } = call;
  if (!has(call, "computername", "cn", "session", "hostname", "vmname", "connectionuri")) return block(call);
  does(state, span, "invoke-command", [word("-computername", call), ...given(call, "computername", "cn", "hostname").words]); // prettier-ignore
  const before = state.frame;
  state.frame = { ...before, where: "remote", cwd: null };
  const found = given(call, "scriptblock").block === null ? NOTHING : block(call);
  state.frame = before;
  return found;
};

const make = (call: CmdletCall): Value => {
  const { state, span, bound } = call;
  if (has(call, "comobject")) doubt(state, "What this object of Windows does is not known.", span);
  const type = textOf(given(call, "typename")) ?? "";
  const args = [given(call, "argumentlist", "args"), ...bound.rest].flatMap((value) => value.words.length > 1 ? value.words.map((one) => valueOf([one])) : value.words.length === 1 ? [value] : []); // prettier-ignore
  return type === "" ? NOTHING : created(type, { state, span, name: "new", args });
};

/** For this session alone it is a flag of its own shell. */
const policy = (call: CmdletCall): Value => {
  const { state, span } = call;
  const value = given(call, "executionpolicy").words;
  if (/^process$/i.test(textOf(given(call, "scope")) ?? "")) return NOTHING;
  if (value.some(({ value: text }) => /^(?:bypass|unrestricted)$/i.test(text)))
    does(state, span, "set-executionpolicy", value); // prettier-ignore
  else doubt(state, "This changes which scripts may run.", span);
  return NOTHING;
};

const sql = (call: CmdletCall): Value => {
  const flags = [["-S", given(call, "serverinstance")], ["-d", given(call, "database")], ["-Q", given(call, "query")], ["-i", given(call, "inputfile")]] as const; // prettier-ignore
  const args = flags.flatMap(([name, value]) => (value.words.length === 0 ? [] : [word(name, call), ...value.words]));
  return callProgram(call.state, [word("sqlcmd", call)], args, call.span);
};

/** What it gives can write the variable. */
const getVariable = (call: CmdletCall): Value => {
  const names = operandsOf(call, "name");
  for (const { value } of names) call.state.variables.set(value.toLowerCase(), both(call.state.variables.get(value.toLowerCase()) ?? NOTHING, valueOf([unknown(`$${value}`, word("", call))]))); // prettier-ignore
  const read = names.map(({ value }) => value);
  return valueOf([unknown("$variable", word("", call), [], read)]);
};

const forget = (call: CmdletCall): Value => {
  for (const { value } of operandsOf(call, "name")) call.state.variables.set(value.toLowerCase(), valueOf([]));
  return NOTHING;
};

const assign = (call: CmdletCall): Value => {
  const name = textOf(given(call, "name"))?.toLowerCase();
  if (name !== undefined) call.state.variables.set(name, given(call, "value"));
  return NOTHING;
};

/** Another name for a command: kept among the variables, where no variable can be. */
const alias = (call: CmdletCall): Value => {
  const [name, target] = [textOf(given(call, "name")), textOf(given(call, "value"))];
  if (name === null || target === null) doubt(call.state, "This gives a command another name.", call.span);
  else call.state.variables.set(`alias:${name.toLowerCase()}`, given(call, "value"));
  return NOTHING;
};

const say = (call: CmdletCall): Value => {
  const { state, span, bound, input } = call;
  const values = [given(call, "inputobject", "object", "message", "messagedata"), ...bound.rest];
  const words = values.flatMap((value) => [...value.words]);
  const command = does(state, span, "echo", words.length > 0 ? words : input.words, { stdin: stdinOf(input, span) });
  return { ...values.reduce(both, NOTHING), words, commands: [command] };
};

const SPEAK = { positional: "inputobject", values: "object message foregroundcolor backgroundcolor separator tags messagedata", switches: "nonewline noenumerate" }; // prettier-ignore
const BLOCKS =
  "scriptblock filepath name argumentlist initializationscript computername cn hostname session credential expression";

const processes = (call: CmdletCall): Value => {
  const named = [...given(call, "name").words, ...given(call, "id").words];
  return valueOf(named.length > 0 ? named : [word("*", call)]);
};

const evaluateText = (call: CmdletCall): Value => {
  const own = given(call, "command");
  return runCode(call.state, own.words.length > 0 || own.block !== null ? own : call.input, call.span);
};

/** A module of a name is installed; one of a path is a script like any other. */
const importModule = (call: CmdletCall): Value => {
  const named = placesOf(given(call, "name").words, call.state).files;
  const files = named.filter(({ value }) => value.includes("/")).concat(named.flatMap((one) => (/^[^/]+\.(?:ps[dm]?1|dll)$/i.test(one.value) ? [{ ...one, value: `./${one.value}` }] : []))); // prettier-ignore
  if (files.some(({ value, unknownAt }) => value.startsWith("//") || unknownAt !== -1)) doubt(call.state, "This loads a module from another machine, or one that is not known.", call.span); // prettier-ignore
  if (files.length > 0) does(call.state, call.span, "source", files);
  return NOTHING;
};

/** An assembly that is there already adds types; source text is code. */
const addTypes = (call: CmdletCall): Value => {
  const names = given(call, "assemblyname").words;
  if (names.length === 0 || names.some(({ value, unknownAt }) => unknownAt !== -1 || /[\\/]|\.dll$/i.test(value)))
    doubt(call.state, "What this code does is not known.", call.span);
  return NOTHING;
};

const prints =
  (program: string): Cmdlet["run"] =>
  ({ state, span, input }) =>
    printed(state, does(state, span, program, [], { stdin: stdinOf(input, span) }));

export const RUNNING_CMDLETS: Readonly<Record<string, Cmdlet>> = {
  "foreach-object": { blocks: true, positional: "process", values: "begin end membername parallel throttlelimit argumentlist remainingscripts", run: forEach },
  "where-object": { blocks: true, positional: "property value", values: "filterscript", run: some },
  "start-process": { positional: "filepath argumentlist", values: "args verb workingdirectory windowstyle redirectstandardoutput redirectstandarderror redirectstandardinput credential environment", switches: "wait passthru nonewwindow", run: start },
  "invoke-item": { positional: "path", values: "literalpath", run: openItem },
  "get-variable": { positional: "name", values: "scope include exclude", switches: "valueonly", run: getVariable },
  "clear-variable": { positional: "name", values: "scope include exclude", run: forget },
  "remove-variable": { positional: "name", values: "scope include exclude", run: forget },
  "get-process": { positional: "name", values: "id computername module", switches: "includeusername", run: processes },
  "stop-process": { positional: "id", values: "name processname inputobject", switches: "force passthru", run: stop },
  "invoke-expression": { blocks: true, positional: "command", run: evaluateText },
  "invoke-command": { blocks: true, positional: "scriptblock", values: BLOCKS, run: invoke },
  "start-job": { blocks: true, positional: "scriptblock", values: BLOCKS, run: block },
  "start-threadjob": { blocks: true, positional: "scriptblock", values: BLOCKS, run: block },
  "measure-command": { blocks: true, positional: "expression", values: BLOCKS, run: block },
  "set-executionpolicy": { positional: "executionpolicy scope", switches: "force", run: policy },
  "invoke-sqlcmd": { positional: "query", values: "serverinstance database inputfile username password variable connectionstring hostname querytimeout connectiontimeout credential", switches: "trustservercertificate encryptconnection", run: sql },
  "add-type": { positional: "typedefinition", values: "assemblyname path literalpath memberdefinition name namespace language referencedassemblies outputassembly", switches: "passthru", run: addTypes },
  "new-object": { positional: "typename argumentlist", values: "args property comobject", run: make },
  "set-variable": { blocks: true, positional: "name value", values: "scope option", run: assign },
  "new-variable": { blocks: true, positional: "name value", values: "scope option", run: assign },
  "set-alias": { positional: "name value", values: "scope option", run: alias },
  "new-alias": { positional: "name value", values: "scope option", run: alias },
  "write-output": { ...SPEAK, run: say },
  "write-host": { ...SPEAK, positional: "object", run: say },
  "import-module": { positional: "name", values: "requiredversion minimumversion function cmdlet alias", switches: "force global", run: importModule },
  "measure-object": { positional: "property", values: "inputobject", switches: "line word character sum average maximum minimum allstats", run: prints("wc") },
  "get-clipboard": { run: prints("pbpaste") },
  "get-history": { run: prints("history") },
}; // prettier-ignore
