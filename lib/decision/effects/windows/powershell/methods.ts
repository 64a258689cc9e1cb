import { hasGlob } from "../../../path-glob";
import type { Span, Word } from "../../../shell/types";
import { isKnown, literal } from "../../../shell/word";
import { callProgram, runCode, splitText } from "./running";
import { does, doubt, place, printed, type State } from "./state";
import { madeOf, NOTHING, textOf, unknown, type Value, valueOf } from "./values";
import { filePath, variable } from "./variables";

type Call = { state: State; span: Span; name: string; args: readonly Value[] };

/** Types of .NET that only compute or tell. */
const PURE_TYPES =
  /^(?:string|char|int|int32|int64|long|double|float|decimal|bool|byte|datetime|datetimeoffset|timespan|guid|version|uri|math|regex|text\.regularexpressions\.\w+|io\.path|text\.\w*encoding|text\.encoding|encoding|convert|bitconverter|array|console|environment|enum|linq\.enumerable|object|xml|xml\.xmldocument|ordered|hashtable|pscustomobject|collections\.[\w.]+(?:\[.*\])?|text\.stringbuilder|random|diagnostics\.stopwatch|stopwatch|globalization\.\w+|security\.cryptography\.(?:sha\w+|md5)|net\.dns|net\.ipaddress|ipaddress|runtime\.interopservices\.runtimeinformation|diagnostics\.process|diagnostics\.fileversioninfo|io\.file|io\.directory|io\.fileinfo|io\.directoryinfo|security\.principal\.windows(?:identity|principal|builtinrole)|net\.webutility|web\.httputility|byte\[\]|string\[\]|int\[\]|object\[\])$/;
/** Methods that only compute or tell, whatever they are called on. */
const PURE_METHODS = new Set(
  "substring split trim trimstart trimend replace tostring tolower toupper tolowerinvariant toupperinvariant startswith endswith contains indexof lastindexof padleft padright insert remove add addrange equals compareto gettype getenumerator toarray sort reverse containskey containsvalue trygetvalue adddays addhours addminutes addseconds addmonths addyears subtract match matches ismatch gethashcode append appendline appendformat tochararray getbytes getstring where dispose close refresh waitforexit tolocaltime touniversaltime toshortdatestring getvalue getlength clear count first last any distinct clone copyto_ item isnullorempty nextdouble next elapsed getfiles getdirectories enumeratefiles selectnodes selectsinglenode getelementsbytagname computehash connect getstream read readline readtoend readbyte peek flush beginread connectasync isinrole wait getresult getawaiter configureawait".split(
    " ",
  ),
);

export function instanceCall(of: Value, call: Call): Value {
  const { state, span, name, args } = call;
  const [first, second] = args;
  const at = place(state, span);
  switch (name) {
    case "downloadstring":
    case "downloaddata":
    case "getstringasync":
    case "getbytearrayasync":
    case "getstreamasync":
    case "getasync":
    case "openread":
      return printed(state, does(state, span, "curl", wordsOf(first)));
    case "downloadfile":
    case "downloadfileasync":
    case "downloadfiletaskasync":
      does(state, span, "curl", [literal("-o", at), ...paths(state, second), ...wordsOf(first)]);
      return NOTHING;
    case "uploadstring":
    case "uploaddata":
    case "uploadvalues":
    case "postasync":
    case "putasync":
    case "patchasync":
      return printed(state, does(state, span, "curl", [literal("--data-raw", at), madeOf("$data", at, args.slice(1)), ...wordsOf(first)])); // prettier-ignore
    case "uploadfile":
    case "uploadfiletaskasync":
      return printed(state, does(state, span, "curl", [literal("-T", at), ...paths(state, args.at(-1)), ...wordsOf(first)])); // prettier-ignore
    case "load":
      if (!of.words.some(({ value }) => /xml/i.test(value))) doubt(state, "What is loaded here is not known.", span);
      return printed(state, does(state, span, "cat", paths(state, first)));
    case "save":
      does(state, span, "tee", paths(state, first));
      return NOTHING;
    case "invoke":
    case "invokereturnasis":
    case "foreach":
      if (name === "foreach" && of.block === null) return forEachMember(of, call);
      if (of.block !== null) return state.walk(state, of.block.body, false);
      if (first?.block != null) return state.walk(state, first.block.body, false);
      return runCode(state, of, span);
    case "newscriptblock":
      return { ...(first ?? NOTHING), isCode: true };
    case "invokescript":
    case "invokeexpression":
      return runCode(state, first ?? NOTHING, span);
    case "delete":
      if (of.words.length === 0 || of.words.some(({ value, unknownAt }) => unknownAt === 0 && !/[\\/]/.test(value)))
        doubt(state, "What is deleted here is only known when it runs.", span);
      does(state, span, "rm", [...flags(args.length > 0 ? "-rf" : "-f", at), ...paths(state, of)]);
      return NOTHING;
    case "copyto":
      does(state, span, "cp", [...paths(state, of), ...paths(state, first)]);
      return NOTHING;
    case "moveto":
      does(state, span, "mv", [...paths(state, of), ...paths(state, first)]);
      return NOTHING;
    case "kill":
    case "stop":
    case "closemainwindow":
      does(state, span, "pkill", of.words);
      return NOTHING;
    default:
      break;
  }
  if (name.startsWith("connect") && state.socket.to === null && of.words.some(({ value }) => SOCKET.test(value))) state.socket.to = wordsOf(first)[0] ?? null; // prettier-ignore
  if (name === "gettype" && wordsOf(first).some(({ value }) => /amsi/i.test(value)))
    does(state, span, "disable-amsi", []);
  if (!PURE_METHODS.has(name)) doubt(state, `What the method ${name} does here is not known.`, span);
  for (const { block } of args) if (block !== null) state.walk(state, block.body, true);
  return valueOf(
    (args.length > 0 && name.startsWith("trim") ? null : kept(of, name)) ?? [madeOf(`$${name}`, at, [of, ...args])],
    of.commands,
  );
}

const PLAIN_MEMBER = /^(?:\w*name|path|length|count|id|version|message|key|value|values|line|extension|status|title|url|uri|sum|text|properties|definition|content|directory|root|exists|source|description|state|size|date|email|login|number|body|html_url|sha|line_?number)$/; // prettier-ignore

/** `.ForEach('Name')`, `ForEach-Object Name`: a member by its name, read or called. */
export function forEachMember(of: Value, call: Call): Value {
  const { state, span, args } = call;
  const [first] = args;
  if (first?.block != null) {
    const { block } = first;
    state.variables.set("_", of);
    return state.walk(state, block.body, true);
  }
  if (first?.isCode === true) return runCode(state, first, span);
  const name = textOf(first)?.toLowerCase() ?? null;
  if (name !== null && (PLAIN_MEMBER.test(name) || PURE_METHODS.has(name))) return valueOf([madeOf(`$${name}`, place(state, span), [of])], of.commands); // prettier-ignore
  if (name === null || !/^[a-z]\w{0,60}$/.test(name) || name === "foreach") {
    doubt(state, "What is done with each that comes in is only known when it runs.", span);
    return valueOf([madeOf("$_", place(state, span), [of])]);
  }
  return instanceCall(of, { ...call, name, args: args.slice(1) });
}

/** Methods that leave a path or a text what it is, as far as it matters. */
const kept = (of: Value, name: string): readonly Word[] | null =>
  /^(?:tostring|trim|trimend|trimstart|where|clone|toarray)$/.test(name) && of.words.length > 0 ? of.words : null;

const SOCKET = /net\.sockets\.(?:tcp|udp)client$/i;

/** Where Windows keeps the passwords of its users. */
const VAULT = /^windows\.security\.credentials\.passwordvault$/;

/** `New-Object`, `[type]::new()`. */
export function created(type: string, { state, span, args }: Call): Value {
  const name = type.toLowerCase().replace(/^system\./, "");
  const at = place(state, span);
  if (SOCKET.test(name)) {
    state.socket.to = args.length > 1 ? (wordsOf(args[0])[0] ?? null) : state.socket.to;
    return valueOf([unknown(name, at)]);
  }
  if (/^(?:net\.webclient|net\.http\.\w+|management\.automation\.\w+|security\.securestring|io\.(?:stream|string|memory)\w+|net\.networkinformation\.ping)$/.test(name)) return valueOf([madeOf(name, at, args)]); // prettier-ignore
  if (/^io\.(?:file|directory)info$/.test(name)) return args[0] ?? NOTHING;
  if (VAULT.test(name)) return printed(state, does(state, span, "get-vaultcredential", []));
  if (!PURE_TYPES.test(name)) doubt(state, `What an object of the type ${name.slice(0, 60)} does is not known.`, span);
  return valueOf([madeOf(name, at, args)]);
}

export function staticCall(type: string, call: Call): Value {
  const { state, span, name, args } = call;
  const [first, second] = args;
  const at = place(state, span);
  const pure = () => valueOf([madeOf(`$${name}`, at, args)]);
  switch (`${type}::${name}`) {
    case "io.path::combine":
      return valueOf([joinedPath(args.flatMap(wordsOf), at)]);
    case "string::join":
      return valueOf([joinedText(first, args.slice(1), call)]);
    case "convert::frombase64string":
      return printed(state, does(state, span, "base64", flags("-d", at), { stdin: { from: [], file: null, text: wordsOf(first)[0] ?? null } })); // prettier-ignore
    case "io.file::readalltext":
    case "io.file::readalllines":
    case "io.file::readlines":
    case "io.file::readallbytes":
    case "io.file::openread":
    case "io.file::opentext":
      return printed(state, does(state, span, "cat", paths(state, first)));
    case "io.file::writealltext":
    case "io.file::writealllines":
    case "io.file::writeallbytes":
    case "io.file::appendalltext":
    case "io.file::appendalllines":
      does(state, span, "tee", [...(name.startsWith("append") ? flags("-a", at) : []), ...paths(state, first)], { stdin: { from: second?.commands ?? [], file: null, text: wordsOf(second)[0] ?? null } }); // prettier-ignore
      return NOTHING;
    case "io.file::delete":
    case "io.directory::delete":
      does(state, span, "rm", [...flags(args.length > 1 ? "-rf" : "-f", at), ...paths(state, first)]);
      return NOTHING;
    case "io.file::copy":
    case "io.file::move":
    case "io.directory::move":
      does(state, span, name === "copy" ? "cp" : "mv", [...paths(state, first), ...paths(state, second)]);
      return NOTHING;
    case "io.directory::createdirectory":
      does(state, span, "mkdir", [...flags("-p", at), ...paths(state, first)]);
      return NOTHING;
    case "diagnostics.process::start":
      return callProgram(state, wordsOf(first), splitText(args.slice(1).flatMap(wordsOf)), span);
    case "scriptblock::create":
      return { ...(first ?? NOTHING), isCode: true };
    case "environment::getenvironmentvariable":
      return valueOf(wordsOf(first).map((word) => unknown(`$env:${word.value}`, at, [], [word.value])));
    case "io.path::gettemppath":
      return variable(state, "env:temp", at);
    case "environment::getfolderpath":
      return valueOf([unknown("$folder", at)]);
    default:
      break;
  }
  if (!PURE_TYPES.test(type) || UNSAFE.test(`${type}::${name}`))
    doubt(state, `What [${type.slice(0, 60)}]::${name.slice(0, 60)} does is not known.`, span);
  return pure();
}

/** Of types that otherwise only tell. */
const UNSAFE =
  /^(?:io\.(?:file|directory)::(?!exists$|get|enumerate)|environment::(?!get|expand)|diagnostics\.process::(?!get)|security\.principal\.windowsidentity::(?!getcurrent$|getanonymous$))/;

function joinedText(separator: Value | undefined, parts: readonly Value[], { state, span }: Call): Word {
  const words = parts.flatMap(wordsOf);
  const at = place(state, span);
  if (![...wordsOf(separator), ...words].every(isKnown)) return madeOf("$text", at, parts);
  return literal(words.map(({ value }) => value).join(wordsOf(separator)[0]?.value ?? ""), at);
}

/** Parts of a path; what is not known stays so from there on. */
export function joinedPath(words: readonly Word[], span: Span): Word {
  const parts = words.map((word) => word.value.replace(/[\\/]$/, ""));
  const value = parts.join("/");
  const joined = { ...literal(value, span), glob: hasGlob(value) };
  const at = words.findIndex((word) => !isKnown(word));
  const first = words[at];
  if (first === undefined) return joined;
  const before = parts.slice(0, at).reduce((sum, part) => sum + part.length + 1, 0);
  return { ...joined, unknownAt: before + first.unknownAt, from: first.from, variables: first.variables };
}

const wordsOf = (value: Value | undefined): readonly Word[] => value?.words ?? [];
const paths = (state: State, value: Value | undefined): Word[] => wordsOf(value).map((word) => filePath(state, word));
const flags = (value: string, at: Span): Word[] => [literal(value, at)];
