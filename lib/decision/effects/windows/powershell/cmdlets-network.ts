import type { Word } from "../../../shell/types";
import { isKnown } from "../../../shell/word";
import { type Cmdlet, type CmdletCall, given, givenOrInput, has, operandsOf, word } from "./cmdlet";
import { does, printed, stdinOf } from "./state";
import { madeOf, NOTHING, spliced, textOf, type Value, valueOf } from "./values";
import { filePath } from "./variables";

const REQUEST = {
  positional: "uri",
  values: "method custommethod body infile outfile headers form contenttype useragent websession sessionvariable timeoutsec maximumredirection credential token authentication proxy proxycredential certificate certificatethumbprint transferencoding maximumretrycount retryintervalsec statuscodevariable responseheadersvariable followrellink maximumfollowrellink sslprotocol httpversion",
  switches: "usebasicparsing usedefaultcredentials skipcertificatecheck skiphttperrorcheck passthru disablekeepalive allowunencryptedauthentication noproxy preserveauthorizationonredirect resume",
}; // prettier-ignore

/** `Invoke-WebRequest` and `Invoke-RestMethod` as the `curl` that does the same. */
const request = (call: CmdletCall): Value => {
  const { state, span, input } = call;
  const args: Word[] = [];
  const option = (name: string, ...values: readonly Word[]) => {
    for (const value of values) args.push(word(name, call), value);
  };
  const method = textOf(given(call, "method", "custommethod"));
  if (method !== null) option("-X", word(method.toUpperCase(), call));
  const body = given(call, "body");
  if (body.words.length + body.commands.length > 0 || body.table !== null) option("--data-raw", bodyOf(call, body));
  else if (input.words.length > 0 && method !== null && !/^(?:get|head|options)$/i.test(method)) option("--data-raw", bodyOf(call, input)); // prettier-ignore
  option("-T", ...given(call, "infile").words.map((one) => filePath(state, one)));
  for (const [key, value] of given(call, "form").table ?? []) option("-F", formPart(call, key, value));
  for (const [key, value] of given(call, "headers").table ?? [])
    option("-H", spliced([valueOf([word(`${key}: `, call)]), value], word("", call), null));
  if (given(call, "headers").table === null) option("-H", ...given(call, "headers").words);
  option("--oauth2-bearer", ...given(call, "token").words);
  option("-x", ...given(call, "proxy").words);
  if (has(call, "skipcertificatecheck")) args.push(word("-k", call));
  option("-o", ...given(call, "outfile").words.map((one) => filePath(state, one)));
  return printed(state, does(state, span, "curl", [...args, ...givenOrInput(call, "uri")], { stdin: stdinOf(input, span) })); // prettier-ignore
};

function bodyOf(call: CmdletCall, value: Value): Word {
  const at = word("", call);
  if (value.table !== null) return madeOf("$body", at, [value]);
  const [only] = value.words;
  return only !== undefined && value.words.length === 1 ? { ...only, from: [...only.from, ...value.commands.filter((one) => !only.from.includes(one))] } : madeOf("$body", at, [value]); // prettier-ignore
}

/** A part of a form: what `Get-Item` gives is sent as the file itself. */
function formPart(call: CmdletCall, key: string, value: Value): Word {
  const [only] = value.words;
  const isFile = only !== undefined && isKnown(only) && /^[./~]|^[A-Za-z]:/.test(only.value);
  return spliced([valueOf([word(isFile ? `${key}=@` : `${key}=`, call)]), isFile ? valueOf([filePath(call.state, only)]) : value], word("", call), null); // prettier-ignore
}

const download = (call: CmdletCall): Value => {
  const { state, span } = call;
  const target = given(call, "destination").words.map((one) => filePath(state, one));
  const sources = given(call, "source").words;
  const uploads = textOf(given(call, "transfertype"))?.toLowerCase().startsWith("upload") === true;
  if (uploads) does(state, span, "curl", [word("-T", call), ...sources.map((one) => filePath(state, one)), ...given(call, "destination").words]); // prettier-ignore
  else does(state, span, "curl", [...(target.length > 0 ? [word("-o", call), ...target.slice(0, 1)] : [word("-O", call)]), ...sources]); // prettier-ignore
  return NOTHING;
};

const mail = (call: CmdletCall): Value => {
  const { state, span, input } = call;
  const attached = [...given(call, "attachments").words, ...input.words].map((one) => filePath(state, one));
  const to = given(call, "smtpserver").words[0];
  const host = to === undefined ? word("smtp://unknown", call) : spliced([valueOf([word("smtp://", call)]), valueOf([to])], to, null); // prettier-ignore
  does(state, span, "curl", [
    ...attached.flatMap((file) => [word("-T", call), file]),
    word("--data-raw", call),
    madeOf("$mail", word("", call), [given(call, "body"), given(call, "subject"), input]),
    host,
  ]);
  return NOTHING;
};

/** A request by one of the programs that PowerShell has an alias for: its own flags tell which of both is meant. */
export const isNativeRequest = (flags: readonly string[]): boolean =>
  !flags.some((flag) => flag.length > 2 && PARAMETERS.some((name) => name.startsWith(flag)));
const PARAMETERS = [...REQUEST.values.split(" "), ...REQUEST.switches.split(" "), REQUEST.positional];

/** Looks a name up, or sees whether a host answers: what is put into the name goes there. */
const asks =
  (program: string): Cmdlet["run"] =>
  (call) =>
    printed(call.state, does(call.state, call.span, program, operandsOf(call, "name", "computername", "targetname")));

export const NETWORK_CMDLETS: Readonly<Record<string, Cmdlet>> = {
  "invoke-webrequest": { ...REQUEST, run: request },
  "invoke-restmethod": { ...REQUEST, run: request },
  "start-bitstransfer": { positional: "source destination", values: "transfertype displayname credential priority", switches: "asynchronous", run: download },
  "resolve-dnsname": { positional: "name type", values: "server", run: asks("dig") },
  "test-connection": { positional: "targetname", values: "computername count delay ttl timeoutseconds tcpport", switches: "quiet ping", run: asks("ping") },
  "send-mailmessage": { positional: "to subject body smtpserver", values: "from attachments cc bcc credential port priority", switches: "usessl bodyashtml", run: mail },
}; // prettier-ignore
