import type { SimpleCommand, Word } from "../../shell/types";
import { after } from "../../shell/word";
import { hasFlag, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { cannotRead } from "../code/code-scripts";
import { destinationOfUrl, hostOf, isCatcher, isOurs } from "./destinations";
import { flowInto, sourceOfPath } from "../secrets/flow";
import { packed } from "./http-headers";
import { add, pathOf, type Maker, type Scene, type Source } from "../scene";
import { isIssuer } from "../secrets/own-service";
import { withSettings } from "./curl-settings";
import { curlWords } from "./flag-groups";
import { addSend, asksMetadata, downloaded, fileSource, inAddress, noInput, weakTls } from "./sending";

const CURL_VALUES = [
  "-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--data-ascii", "--json", "-F", "--form", "--form-string", "-T", "--upload-file", "-H", "--header",
  "-X", "--request", "-o", "--output", "-u", "--user", "-A", "--user-agent", "-e", "--referer", "-b", "--cookie", "-c", "--cookie-jar", "-x", "--proxy", "-m", "--max-time",
  "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time", "-w", "--write-out", "-K", "--config", "-E", "--cert", "--key", "--cacert", "--capath", "--resolve", "--connect-to",
  "-r", "--range", "-C", "--continue-at", "-D", "--dump-header", "--interface", "--limit-rate", "-Y", "-y", "-z", "--url", "--unix-socket", "--oauth2-bearer", "--aws-sigv4",
  "--output-dir", "--variable", "--expand-data", "--expand-url", "--expand-header", "-t", "--ciphers", "--tls-max", "--stderr", "--trace", "--max-redirs", "-P", "--url-query", "--noproxy", "--doh-url",
]; // prettier-ignore

const CURL_BODY = ["-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--data-ascii", "--json", "-F", "--form", "--form-string", "--url-query"]; // prettier-ignore
const CURL_HEADERS = ["-H", "--header", "-u", "--user", "-b", "--cookie", "--oauth2-bearer", "-A", "--user-agent", "-e", "--referer"]; // prettier-ignore

const curl: Maker = (written, scene) => {
  const given = curlWords(written);
  const all = withSettings(given, scene);
  const command = all === given ? given : curlWords(all);
  const urls = [...operands(command, CURL_VALUES), ...optionValues(command, "--url")];
  const [first] = urls;
  const parts = optionValues(command, ...CURL_BODY);
  const uploads = optionValues(command, "-T", "--upload-file");
  const body = [
    ...parts.flatMap((part) => contentOf(part, command, scene)),
    ...optionValues(command, "--data-urlencode", "--url-query", "--variable").flatMap((part) =>
      namedFile(part, command, scene),
    ),
    ...uploads.flatMap((file) =>
      /^[-.]$/.test(file.value) ? flowInto(command, scene, []) : fileSource(file, command, scene),
    ),
  ];
  const headers = optionValues(command, ...CURL_HEADERS);
  const headerFlow = flowInto(noInput(command), scene, headers);
  body.push(...packed(headers, command, scene));
  for (const header of headers.filter(({ value }) => value.startsWith("@"))) {
    const file = fileSource(after(header, 1), command, scene);
    headerFlow.push(...file);
    body.push(...file.filter(({ sort }) => sort === "secret"));
  }
  const method = optionValues(command, "-X", "--request")[0]?.value.toUpperCase();
  const sends = parts.length + uploads.length > 0;
  if (urls.length > MAX_URLS) tooMany(command, scene);
  for (const url of urls.slice(0, MAX_URLS)) {
    const inUrl = inAddress(url, command, scene);
    request(url, { command, scene, sends, body: [...body, ...inUrl], headerFlow, method, via: "curl" });
  }
  if (hasFlag(command, "-k", "--insecure")) weakTls(command, scene, first?.value);
  const [socket] = optionValues(command, "--unix-socket");
  if (socket !== undefined && ENGINE.test(socket.value) && parts.some(({ value }) => ESCAPES.test(value)))
    add(scene, "system-change", "path", socket.value, command, "starts a container that reaches the whole machine", { act: "escape", what: "container", where: command.where, text: clip(socket.value) }); // prettier-ignore
  const [proxy] = optionValues(command, "-x", "--proxy");
  if (proxy !== undefined) addSend(proxy, proxy.value, [...body, ...headerFlow], "proxy", command, scene);
  const [directory] = optionValues(command, "--output-dir");
  for (const file of optionValues(command, "-o", "--output"))
    downloaded(inDirectory(directory, file), first, command, scene);
  if (first !== undefined && hasFlag(command, "-O", "--remote-name", "--remote-name-all", "-J"))
    downloaded(inDirectory(directory, fileNameIn(first)), first, command, scene);
};

export const inDirectory = (directory: Word | undefined, file: Word): Word =>
  directory === undefined || file.value.startsWith("/") ? file : { ...file, value: `${directory.value}/${file.value}` };

/** The name a download gets when none is given. */
export const fileNameIn = (url: Word): Word => ({ ...url, value: url.value.replace(/[?#].*$/, "").split("/").at(-1) ?? "" }); // prettier-ignore

const wget: Maker = (command, scene) => {
  const urls = operands(command, [
    "-O",
    "-o",
    "-P",
    "--header",
    "-U",
    "--user-agent",
    "-t",
    "-T",
    "--tries",
    "--timeout",
    "-i",
    "-e",
    "--method",
    "--body-data",
    "--body-file",
    "-w",
  ]);
  const body: Source[] = [];
  for (const file of optionValues(command, "--post-file", "--body-file"))
    body.push(...fileSource(file, command, scene));
  for (const value of optionValues(command, "--post-data", "--body-data"))
    body.push(...flowInto(noInput(command), scene, [value]));
  const sends = command.args.some((arg) => /^--(post|body)-/.test(arg.value));
  const headerFlow = flowInto(noInput(command), scene, optionValues(command, "--header", "--user", "--password"));
  body.push(...packed(optionValues(command, "--header", "-U", "--user-agent"), command, scene));
  if (urls.length > MAX_URLS) tooMany(command, scene);
  for (const url of urls.slice(0, MAX_URLS)) {
    const inUrl = inAddress(url, command, scene);
    request(url, { command, scene, sends, body: [...body, ...inUrl], headerFlow, method: undefined, via: "wget" });
  }
  if (hasFlag(command, "--no-check-certificate")) weakTls(command, scene, urls[0]?.value);
  const output =
    optionValues(command, "-O", "--output-document")[0] ??
    command.args.find((_, i) => /^-[a-zA-Z]+O$/.test(command.args[i - 1]?.value ?? ""));
  const url = urls[0];
  if (url === undefined) return;
  const [directory] = optionValues(command, "-P", "--directory-prefix");
  downloaded(output ?? inDirectory(directory, fileNameIn(url)), url, command, scene);
};

const httpie: Maker = (command, scene) => {
  const words = operands(command, ["-a", "--auth", "-o", "--output"]);
  const url = words.find((word) => !/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(word.value));
  if (url === undefined) return;
  const items = words.slice(words.indexOf(url) + 1);
  const body = items.flatMap((item) => {
    const at = item.value.indexOf("@");
    return at === -1 ? flowInto(noInput(command), scene, [item]) : fileSource(after(item, at + 1), command, scene);
  });
  body.push(...flowInto(command, scene, [url]));
  const sends = words.some((word) => /^(POST|PUT|PATCH)$/.test(word.value)) || items.length > 0;
  request(url, { command, scene, sends, body, headerFlow: [], method: undefined, via: "http" });
  const [output] = optionValues(command, "-o", "--output");
  if (output !== undefined) downloaded(output, url, command, scene);
  else if (hasFlag(command, "-d", "--download")) downloaded(fileNameIn(url), url, command, scene);
  if (command.args.some((arg) => /^--verify=(no|false)$/.test(arg.value))) weakTls(command, scene, url.value);
};

/** Addresses that one call is judged by; nobody writes more of them on one line. */
const MAX_URLS = 100;

const tooMany = (command: SimpleCommand, scene: Scene) =>
  cannotRead("The call names more addresses than can be looked at.", command, scene);

type Request = {
  command: SimpleCommand;
  scene: Scene;
  sends: boolean;
  body: readonly Source[];
  headerFlow: readonly Source[];
  method: string | undefined;
  via: string;
};

export function request(url: Word, asked: Request): void {
  if (!/^file:\/\//i.test(url.value)) return requestOver(url, asked);
  const path = pathOf(after(url, "file://".length), asked.command, asked.scene);
  const source = sourceOfPath(path, url, asked.scene);
  if (source?.sort !== "credential") return;
  add(asked.scene, "credential-read", "path", path, url, `reads ${path}`, { how: "read", delicacy: "store" });
}

function requestOver(url: Word, { command, scene, sends, body, headerFlow, method, via }: Request): void {
  const host = hostOf(url.value);
  const to = destinationOfUrl(url.value, scene.trust);
  asksMetadata(host, url.value, url, scene);
  const literal = SECRET_PARAMETER.test(url.value) && !isOurs(to);
  if (literal) addSecretAddress(url, scene, host, to);
  if (looksUpPastResolver(url, command))
    add(scene, "fetch", "url", url.value, url, `looks a name up at ${host ?? "?"}, past the machine's own resolver`, { to, method: "DNS", catcher: false, resolver: true }); // prettier-ignore
  if (sends || body.length > 0) addSend(url, url.value, body, snippetAt(url, command) ?? via, command, scene);
  // A credential in a header is how one uses it with its own service; the value of a file or keychain entry is not.
  const stolen = headerFlow.filter((source) => (source.sort === "credential" && !isIssuer(source.label, host)) || to === "drop" || to === "address"); // prettier-ignore
  if (stolen.length > 0 && to !== "trusted") addSend(url, url.value, stolen, "header", command, scene);
  if (!sends)
    add(scene, "fetch", "url", url.value, url, `fetches ${clip(url.value)}`, { to, method: method ?? "GET", catcher: isCatcher(host) }); // prettier-ignore
  else
    add(scene, "external-write", "url", url.value, url, `sends a request to ${host ?? "?"}`, {
      to,
      method: method ?? "POST",
      what: "http",
    });
  if (method === "DELETE")
    add(scene, "external-write", "url", url.value, url, `deletes at ${host ?? "?"}`, { to, method, what: "http" });
}

/** Where forges take snippets: `gh gist create` by hand. What shows who may read it stands in the body. */
const SNIPPETS =
  /^https:\/\/(?:api\.github\.com\/gists|gitlab\.com\/api\/v4\/snippets|api\.bitbucket\.org\/2\.0\/snippets)\b/i;
const OPEN = /["']?(?:public["']?\s?[=:]\s?true|visibility["']?\s?[=:]\s?["']?public|is_private["']?\s?[=:]\s?false)/i;

function snippetAt(url: Word, command: SimpleCommand): string | null {
  if (!SNIPPETS.test(url.value)) return null;
  const made = command.args.flatMap(({ from }) => from.flatMap(({ args }) => args));
  return [...command.args, ...made].some(({ value }) => OPEN.test(value)) ? "public-gist" : "gist";
}

/** A container engine's own interface, and what gives a container the machine. */
const ENGINE = /(?:docker|podman|containerd|crio)\.sock$/;
const ESCAPES =
  /"(?:Privileged"\s*:\s*true|Binds"\s*:\s*\[\s*"\/:|PidMode"\s*:\s*"host|CapAdd"\s*:\s*\[[^\]]{0,80}(?:SYS_ADMIN|ALL))/;

/** A parameter that is named a secret and has a value that may be one. */
const SECRET_PARAMETER =
  /[?&](?:[\w-]{0,20}[_-])?(?:api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|secret|passw(?:or)?d)=(?!your|my|test|demo|example|changeme|x{3}|<|\{|\$|%)[\w.~%+/-]{8}/i;

function addSecretAddress(url: Word, scene: Scene, host: string | null, to: string): void {
  add(scene, "send", "host", host, url, `sends a secret in the address to ${host ?? "?"}`, { carries: "literal", label: "a secret in the address", to, via: "address", bulk: false, url: clip(url.value) }); // prettier-ignore
}

/** DNS over HTTPS by hand: names, and what is packed into them, leave where nobody looks at name look-ups. */
const looksUpPastResolver = (url: Word, command: SimpleCommand): boolean =>
  /^https?:\/\/[^/]{1,253}\/(?:dns-query|resolve\?(?:[^#]*&)?name=)/i.test(url.value) ||
  command.args.some(({ value }) => /application\/dns-(?:json|message)/i.test(value));

/** `@file`, `name=@file`, `name=<file`, `@-` (the pipe), or the text itself. */
function contentOf(value: Word, command: SimpleCommand, scene: Scene): Source[] {
  const at = /^(?:[^=@<\s]*=)?[@<]/.exec(value.value)?.[0].length;
  if (at === undefined || (value.verbatimAt === null && value.unknownAt === 0))
    return flowInto(noInput(command), scene, [value]);
  const file = after(value, at);
  if (/^-(;|$)/.test(file.value) || file.value === "/dev/stdin") return flowInto(command, scene, []);
  return [
    ...fileSource({ ...file, value: file.value.replace(/;.*$/, "") }, command, scene),
    ...flowInto(noInput(command), scene, [value]),
  ];
}

/** `--data-urlencode name@file` */
function namedFile(part: Word, command: SimpleCommand, scene: Scene): Source[] {
  const at = /^[\w.-]+@/.exec(part.value)?.[0].length;
  return at === undefined ? [] : fileSource(after(part, at), command, scene);
}

export const HTTP_MAKERS: Readonly<Record<string, Maker>> = {
  curl,
  wget,
  http: httpie,
  https: httpie,
  xh: httpie,
  httpie,
  curlie: curl,
  wget2: wget,
};
