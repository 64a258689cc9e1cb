import { hasGlob } from "../../../path-glob";
import { resolvePath } from "../../../paths";
import type { Word } from "../../../shell/types";
import { isKnown } from "../../../shell/word";
import {
  type Cmdlet,
  type CmdletCall,
  given,
  givenOrInput,
  has,
  operandsOf,
  type Places,
  placesOf,
  word,
} from "./cmdlet";
import { joinedPath } from "./methods";
import { define, does, doubt, printed, stdinOf } from "./state";
import { NOTHING, textOf, unknown, type Value, valueOf } from "./values";
import { filePath } from "./variables";

const PATHS = { positional: "path", values: "literalpath lp pspath filter include exclude stream credential" };
const placesIn = (call: CmdletCall): Places => placesOf(operandsOf(call, "path", "literalpath", "lp", "pspath"), call.state); // prettier-ignore

/** Items of other providers: those of the session itself are gone with it. */
function others({ others: found }: Places, call: CmdletCall): void {
  const { state, span, name } = call;
  for (const { provider, word: item } of found)
    if (/^(?:env|variable|function|alias)$/.test(provider)) stored(call, provider, item);
    else if (provider !== "temp") doubt(state, `What ${name} does to ${provider.slice(0, 40)}: is not known.`, span);
}

/** `Set-Item Env:X`, `Set-Content Function:f`, `New-Item Alias:x`: the same as setting it. */
function stored(call: CmdletCall, provider: string, item: Word): void {
  const { state, span } = call;
  const name = item.value.slice(provider.length + 1).replace(/^[:\\/]+/, "").toLowerCase(); // prettier-ignore
  if (call.name.startsWith("remove-") && (provider === "function" || provider === "alias")) return;
  const value = given(call, "value");
  if (!isKnown(item) || hasGlob(name)) doubt(state, `What ${call.name} sets is only known when it runs.`, span);
  else if (provider !== "function")
    state.variables.set(provider === "variable" ? name : `${provider}:${name}`, call.name.startsWith("remove-") || call.name.startsWith("clear-") ? valueOf([]) : value === NOTHING ? call.input : value); // prettier-ignore
  else if (value.block !== null) define(state, name, value.block);
  else doubt(state, "What this function does is only known when it runs.", span);
}

const remove = (call: CmdletCall): Value => {
  const { state, span } = call;
  const places = placesIn(call);
  const recursive = has(call, "recurse", "rf", "fr", "s");
  const filters = given(call, "filter", "include").words;
  const plain = recursive ? places.files.flatMap(withDirectory) : places.files;
  const files = filters.length === 0 ? plain : places.files.flatMap((file) => filters.map((filter) => below(file, filter, recursive))); // prettier-ignore
  if (files.length > 0)
    does(state, span, "rm", [word(recursive ? "-rf" : "-f", call), word("--", call), ...files], { stdin: stdinOf(call.input, span) }); // prettier-ignore
  for (const key of places.keys) does(state, span, "reg", [word("delete", call), key]);
  others(places, call);
  return NOTHING;
};

/** With a last part that nothing may have set, the directory itself goes. */
function withDirectory(file: Word): Word[] {
  const { value, unknownAt, variables } = file;
  const bare = unknownAt > 1 && value[unknownAt - 1] === "/" && !value.includes("/", unknownAt) && variables.length > 0;
  return bare ? [file, { ...file, value: value.slice(0, unknownAt - 1), unknownAt: -1, variables: [], verbatimAt: null }] : [file]; // prettier-ignore
}

/** What a filter leaves of a directory. */
function below(directory: Word, filter: Word, recursive: boolean): Word {
  const base = directory.value.replace(/\/?\*?$/, "");
  return { ...directory, value: `${base}${recursive ? "/**/" : "/"}${filter.value}`, glob: true, verbatimAt: null };
}

/** Files that are listed, as one pattern over all of them. */
const list = (call: CmdletCall): Value => {
  const { state, span } = call;
  const { files, keys, others: found } = placesOf(givenOrInput(call, "path", "literalpath", "lp"), state);
  if (found.some(({ provider }) => provider === "env")) return printed(state, does(state, span, "env", []));
  if (keys.length + found.length > 0) return valueOf([unknown("$items", word("", call))]);
  const recursive = has(call, "recurse", "s", "r", "depth");
  const filters = given(call, "filter", "include").words;
  const roots = files.length > 0 ? files : [word(".", call)];
  const tests = recursive ? filters.flatMap((filter) => [word("-name", call), filter]) : [];
  const commands = roots.map((root) => does(state, span, recursive ? "find" : "ls", [root, ...tests]));
  const words = roots.flatMap((root, i) => listed(root, filters, recursive, commands.slice(i, i + 1), call));
  return valueOf(words, commands);
};

/** What one directory's listing names: a pattern for each filter. */
function listed(root: Word, filters: readonly Word[], recursive: boolean, from: Word["from"], call: CmdletCall): Word[] {
  const { frame, reader } = call.state;
  const path = isKnown(root) ? resolvePath(root.value, frame.cwd, reader.scene.home) : null;
  if (path === null) return [unknown("$item", word("", call), from)];
  if (root.glob && filters.length === 0 && !recursive) return [{ ...root, value: path, from, verbatimAt: null }];
  const base = path.replace(/\/\*?$/, "");
  const names = filters.length === 0 ? ["/*"] : filters.map(({ value }) => `${recursive ? "/**/" : "/"}${value}`);
  return names.map((name) => ({ ...root, value: `${base}${name}`, from, glob: true, verbatimAt: null }));
} // prettier-ignore

const read = (call: CmdletCall): Value => {
  const { state, span, input } = call;
  const { files, others: found } = placesIn(call);
  if (files.length === 0) return found.length > 0 ? valueOf([unknown("$content", word("", call), [], found.map((one) => one.word.value.slice(one.provider.length + 1)))]) : input; // prettier-ignore
  return printed(state, does(state, span, "cat", files));
};

const write =
  (append: boolean): Cmdlet["run"] =>
  (call) => {
    const { state, span, input } = call;
    const places = placesOf(given(call, "path", "filepath", "literalpath", "lp").words, state);
    const value = given(call, "value", "inputobject");
    const stdin = stdinOf(value.words.length > 0 ? value : input, span);
    const adds = append || has(call, "append");
    if (places.files.length > 0) does(state, span, "tee", [...(adds ? [word("-a", call)] : []), ...places.files], { stdin }); // prettier-ignore
    for (const key of places.keys) does(state, span, "reg", [word("add", call), key]);
    others(places, call);
    return call.name === "tee-object" ? input : NOTHING;
  };

const transfer =
  (program: "cp" | "mv"): Cmdlet["run"] =>
  (call) => {
    const { state, span } = call;
    if (has(call, "tosession", "fromsession")) doubt(state, "This copies to or from another machine.", span);
    const places = placesOf(givenOrInput(call, "path", "literalpath", "lp"), state);
    const target = given(call, "destination").words.map((one) => filePath(state, one));
    const to = target.length > 0 ? target : [word(".", call)];
    if (places.files.length > 0) does(state, span, program, [...(program === "cp" ? [word("-r", call)] : []), word("--", call), ...places.files, ...to]); // prettier-ignore
    if (places.keys.length + places.others.length > 0) doubt(state, "This copies items that are no files.", span);
    return has(call, "passthru") ? valueOf(to) : NOTHING;
  };

const rename = (call: CmdletCall): Value => {
  const { state, span } = call;
  const { files } = placesOf(givenOrInput(call, "path", "literalpath", "lp"), state);
  const name = given(call, "newname").words[0];
  for (const file of files) {
    const slash = file.value.lastIndexOf("/");
    const target = name === undefined ? unknown("$name", word("", call)) : slash === -1 ? name : joinedPath([{ ...file, value: file.value.slice(0, slash) || "/" }, name], file); // prettier-ignore
    does(state, span, "mv", [word("--", call), file, filePath(state, target)]);
  }
  return NOTHING;
};

const create = (call: CmdletCall): Value => {
  const { state, span } = call;
  const name = given(call, "name").words[0];
  const base = given(call, "path").words;
  const named = name === undefined ? base : base.length === 0 ? [name] : [joinedPath([base[0] as Word, name], name)];
  const places = placesOf(named, state);
  const type = textOf(given(call, "itemtype", "type"))?.toLowerCase() ?? "file";
  const value = given(call, "value", "target");
  for (const key of places.keys) does(state, span, "reg", [word("add", call), key]);
  others(places, call);
  for (const file of places.files) {
    if (/^(?:symboliclink|hardlink|junction)$/.test(type))
      does(state, span, "ln", [word("-s", call), ...value.words.map((one) => filePath(state, one)), file]); // prettier-ignore
    else if (type.startsWith("d")) does(state, span, "mkdir", [word("-p", call), file]);
    else if (value.words.length > 0) does(state, span, "tee", [file], { stdin: stdinOf(value, span) });
    else does(state, span, "touch", [file]);
  }
  return valueOf(places.files);
};

/** `Set-ItemProperty` and `New-ItemProperty` of the registry, as `reg` writes it. */
const property = (call: CmdletCall): Value => {
  const { state, span } = call;
  const places = placesOf(given(call, "path", "literalpath", "lp").words, state);
  const [name, value] = [given(call, "name").words, given(call, "value").words];
  const verb = call.name.startsWith("remove") || call.name.startsWith("clear") ? "delete" : "add";
  for (const key of places.keys)
    does(state, span, "reg", [word(verb, call), key, word("/v", call), ...name, ...(value.length === 0 ? [] : [word("/d", call), ...value])]); // prettier-ignore
  for (const file of places.files) does(state, span, "touch", [file]);
  others(places, call);
  return NOTHING;
};

const searched = (call: CmdletCall): Value => {
  const { state, span, input } = call;
  const files = given(call, "path", "literalpath").words.map((one) => filePath(state, one));
  const pattern = given(call, "pattern").words;
  if (files.length === 0) return input;
  return printed(state, does(state, span, "grep", [word("--", call), ...pattern.slice(0, 1), ...files]));
};

const clear = (call: CmdletCall): Value => {
  does(call.state, call.span, "truncate", [word("-s", call), word("0", call), ...placesIn(call).files]);
  return NOTHING;
};

const makeDirectory = (call: CmdletCall): Value => {
  const values = new Map([...call.bound.values, ["itemtype", valueOf([word("directory", call)])] as const]);
  return create({ ...call, bound: { ...call.bound, values } });
};

export const FILE_CMDLETS: Readonly<Record<string, Cmdlet>> = {
  "remove-item": { ...PATHS, switches: "recurse force", run: remove },
  "get-childitem": { positional: "path filter", values: "literalpath lp include exclude depth attributes", switches: "recurse force file directory name hidden", run: list },
  "get-content": { ...PATHS, values: `${PATHS.values} tail totalcount head first last readcount delimiter`, switches: "raw wait asbytestream", run: read },
  "get-item": { ...PATHS, run: (call) => valueOf(placesIn(call).files) },
  "resolve-path": { ...PATHS, switches: "relative", run: (call) => valueOf(placesIn(call).files) },
  "import-csv": { positional: "path", values: "literalpath delimiter header", run: read },
  "import-clixml": { positional: "path", values: "literalpath", run: read },
  "import-powershelldatafile": { positional: "path", values: "literalpath", run: read },
  "get-itemproperty": { positional: "path name", values: "literalpath", run: () => NOTHING },
  "set-content": { blocks: true, positional: "path value", values: "literalpath filter include exclude stream", switches: "force nonewline", run: write(false) },
  "add-content": { positional: "path value", values: "literalpath filter include exclude stream", switches: "force nonewline", run: write(true) },
  "out-file": { positional: "filepath encoding", values: "literalpath inputobject width", switches: "append noclobber force nonewline", run: write(false) },
  "tee-object": { positional: "filepath", values: "literalpath inputobject variable", switches: "append", run: write(false) },
  "export-csv": { positional: "path delimiter", values: "literalpath inputobject", switches: "append notypeinformation noclobber", run: write(false) },
  "export-clixml": { positional: "path", values: "literalpath inputobject depth", switches: "force", run: write(false) },
  "set-item": { blocks: true, positional: "path value", values: "literalpath", run: write(false) },
  "clear-content": { ...PATHS, run: clear },
  "copy-item": { positional: "path destination", values: "literalpath lp filter include exclude tosession fromsession credential", switches: "recurse force container passthru", run: transfer("cp") },
  "move-item": { positional: "path destination", values: "literalpath lp filter include exclude credential", switches: "force passthru", run: transfer("mv") },
  "rename-item": { positional: "path newname", values: "literalpath lp credential", switches: "force passthru", run: rename },
  "new-item": { blocks: true, positional: "path", values: "name itemtype type value target", switches: "force", run: create },
  mkdir: { positional: "path", values: "name", switches: "p force", run: makeDirectory },
  "set-itemproperty": { positional: "path name value", values: "literalpath type", run: property },
  "new-itemproperty": { positional: "path name", values: "literalpath value propertytype type", run: property },
  "remove-itemproperty": { positional: "path name", values: "literalpath", run: property },
  "clear-itemproperty": { positional: "path name", values: "literalpath", run: property },
  "select-string": { positional: "pattern path", values: "literalpath inputobject include exclude context culture", switches: "allmatches simplematch casesensitive quiet list raw notmatch", run: searched },
}; // prettier-ignore
