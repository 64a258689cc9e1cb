import type { SimpleCommand, Word } from "../shell/types";
import { after } from "../shell/word";
import { hasFlag, operands, optionValues } from "./arguments";
import { destinationOf, hostOf, isMetadataService } from "./destinations";
import { clip } from "./files";
import { flowInto, secretVariables, sourceOfPath, worst } from "./flow";
import { placeOf } from "./places";
import { add, pathOf, type Maker, type Scene, type Source } from "./scene";

/**
 * What leaves for one destination. Traits: `carries` (see Source, or `text` for content written in the command), `label`, `to` (see
 * Destination), `via`, `bulk` (an archive or a whole tree).
 */
export function addSend(word: Word | null, target: string | null, sources: readonly Source[], via: string, command: SimpleCommand, scene: Scene): void {
  const host = target === null ? null : hostOf(target);
  const to = destinationOf(host, scene.trust);
  const source = worst(sources);
  const carries = source?.sort ?? "text";
  const label = source?.label ?? "text";
  const bulk = /\.(tgz|tar|tar\.\w+|zip|7z|bundle|gz)$|^an archive$/.test(label) || command.stdin.from.some((from) => from.name === "tar" || from.name === "zip"); // prettier-ignore
  const note = `sends ${clip(label)} to ${host ?? "an unknown place"}`;
  add(scene, "send", "host", host, source ?? word ?? command, note, { carries, label: clip(label), to, via, bulk, url: clip(target ?? "") });
}

const CURL_VALUES = [
  "-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--data-ascii", "--json", "-F", "--form", "--form-string", "-T", "--upload-file", "-H", "--header",
  "-X", "--request", "-o", "--output", "-u", "--user", "-A", "--user-agent", "-e", "--referer", "-b", "--cookie", "-c", "--cookie-jar", "-x", "--proxy", "-m", "--max-time",
  "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time", "-w", "--write-out", "-K", "--config", "-E", "--cert", "--key", "--cacert", "--capath", "--resolve", "--connect-to",
  "-r", "--range", "-C", "--continue-at", "-D", "--dump-header", "--interface", "--limit-rate", "-Y", "-y", "-z", "--url", "--unix-socket", "--oauth2-bearer", "--aws-sigv4",
  "--output-dir", "-t", "--ciphers", "--tls-max", "--stderr", "--trace", "--max-redirs", "-P", "--url-query", "--noproxy", "--doh-url",
]; // prettier-ignore

const curl: Maker = (command, scene) => {
  const urls = [...operands(command, CURL_VALUES), ...optionValues(command, "--url")];
  const body: Source[] = [];
  let sends = false;
  for (const value of optionValues(command, "-d", "--data", "--data-binary", "--data-urlencode", "--data-ascii", "--json", "-F", "--form", "--data-raw", "--form-string", "--url-query")) { // prettier-ignore
    sends = true;
    body.push(...contentOf(value, command, scene));
  }
  for (const file of optionValues(command, "-T", "--upload-file")) {
    sends = true;
    body.push(...(file.value === "-" || file.value === "." ? flowInto(command, scene, []) : fileSource(file, command, scene)));
  }
  const headers = optionValues(command, "-H", "--header", "-u", "--user", "-b", "--cookie", "--oauth2-bearer", "-A", "--user-agent", "-e", "--referer"); // prettier-ignore
  const headerFlow = flowInto({ ...command, stdin: { from: [], text: null, file: null } }, scene, headers);
  for (const header of headers) if (header.value.startsWith("@")) headerFlow.push(...fileSource(after(header, 1), command, scene));
  const method = optionValues(command, "-X", "--request")[0]?.value.toUpperCase();
  for (const url of urls) {
    const inUrl = flowInto({ ...command, stdin: { from: [], text: null, file: null } }, scene, [url]);
    request(url, { command, scene, sends, body: [...body, ...inUrl], headerFlow, method, via: "curl" });
  }
  if (hasFlag(command, "-k", "--insecure")) weakTls(command, scene, urls[0]?.value);
  const proxy = optionValues(command, "-x", "--proxy")[0];
  if (proxy !== undefined && destinationOf(hostOf(proxy.value), scene.trust) !== "local") {
    addSend(proxy, proxy.value, [...body, ...headerFlow], "proxy", command, scene);
  }
  for (const file of optionValues(command, "-o", "--output")) downloaded(file, urls[0], command, scene);
  const remoteName = hasFlag(command, "-O", "--remote-name", "-J") ? urls[0] : undefined;
  if (remoteName !== undefined) downloaded({ ...remoteName, value: remoteName.value.replace(/[?#].*$/, "").split("/").at(-1) ?? "" }, remoteName, command, scene); // prettier-ignore
};

type Request = {
  command: SimpleCommand;
  scene: Scene;
  sends: boolean;
  body: readonly Source[];
  headerFlow: readonly Source[];
  method: string | undefined;
  via: string;
};

function request(url: Word, { command, scene, sends, body, headerFlow, method, via }: Request): void {
  const host = hostOf(url.value);
  const to = destinationOf(host, scene.trust);
  if (host !== null && isMetadataService(host)) {
    add(scene, "credential-read", "url", url.value, url, "asks the cloud metadata service for credentials", { how: "metadata", delicacy: "store" });
  }
  if (sends || body.length > 0) addSend(url, url.value, body, via, command, scene);
  // A credential in a header is how one uses it with its own service; the value of a file or keychain entry is not.
  const stolen = headerFlow.filter((source) => source.sort === "credential" || to === "drop" || to === "address");
  if (stolen.length > 0 && to !== "trusted") addSend(url, url.value, stolen, "header", command, scene);
  if (!sends) add(scene, "fetch", "url", url.value, url, `fetches ${clip(url.value)}`, { to, method: method ?? "GET" });
  else if (method !== undefined || sends) add(scene, "external-write", "url", url.value, url, `sends a request to ${host ?? "?"}`, { to, method: method ?? "POST", what: "http" });
  if (method === "DELETE") add(scene, "external-write", "url", url.value, url, `deletes at ${host ?? "?"}`, { to, method, what: "http" });
}

/** `@file`, `name=@file`, `name=<file`, `@-` (the pipe), or the text itself. */
function contentOf(value: Word, command: SimpleCommand, scene: Scene): Source[] {
  const at = /^(?:[^=@<\s]*=)?[@<]/.exec(value.value)?.[0].length;
  if (at !== undefined && value.verbatimAt === null && value.unknownAt === 0) return flowInto(noInput(command), scene, [value]);
  if (at === undefined) return flowInto(noInput(command), scene, [value]);
  const file = after(value, at);
  if (/^-(;|$)/.test(file.value) || file.value === "/dev/stdin") return flowInto(command, scene, []);
  return [...fileSource({ ...file, value: file.value.replace(/;.*$/, "") }, command, scene), ...flowInto(noInput(command), scene, [value])]; // prettier-ignore
}

const noInput = (command: SimpleCommand): SimpleCommand => ({ ...command, stdin: { from: [], text: null, file: null } });

export function fileSource(word: Word, command: SimpleCommand, scene: Scene): Source[] {
  const flow: Source[] = flowInto(noInput(command), scene, [word]);
  const source = sourceOfPath(pathOf(word, command, scene), word, scene);
  if (source !== null) flow.push(source);
  else if (flow.length === 0) flow.push({ sort: "file", label: clip(word.value), start: word.start, end: word.end });
  return flow;
}

/** Remembers where a file on disk came from, so that running it counts as running fetched code. */
function downloaded(file: Word, url: Word | undefined, command: SimpleCommand, scene: Scene): void {
  const path = pathOf(file, command, scene);
  if (path !== null && url !== undefined) scene.fetched.set(path, url.value);
}

export function weakTls(command: SimpleCommand, scene: Scene, url: string | undefined): void {
  const to = url === undefined ? "unknown" : destinationOf(hostOf(url), scene.trust);
  add(scene, "guard-change", "url", url ?? null, command, "turns certificate checks off", { what: "tls", to });
}

const wget: Maker = (command, scene) => {
  const urls = operands(command, ["-O", "-o", "-P", "--header", "-U", "--user-agent", "-t", "-T", "--tries", "--timeout", "-i", "-e", "--method", "--body-data", "--body-file", "-w"]); // prettier-ignore
  const body: Source[] = [];
  for (const file of optionValues(command, "--post-file", "--body-file")) body.push(...fileSource(file, command, scene));
  for (const value of optionValues(command, "--post-data", "--body-data")) body.push(...flowInto(noInput(command), scene, [value]));
  const sends = command.args.some((arg) => /^--(post|body)-/.test(arg.value));
  const headerFlow = flowInto(noInput(command), scene, optionValues(command, "--header", "--user", "--password"));
  for (const url of urls) {
    const inUrl = flowInto(noInput(command), scene, [url]);
    request(url, { command, scene, sends, body: [...body, ...inUrl], headerFlow, method: undefined, via: "wget" });
  }
  if (hasFlag(command, "--no-check-certificate")) weakTls(command, scene, urls[0]?.value);
  const output = optionValues(command, "-O", "--output-document")[0];
  const url = urls[0];
  if (url === undefined) return;
  const name = url.value.replace(/[?#].*$/, "").split("/").at(-1) ?? "";
  downloaded(output ?? { ...url, value: name }, url, command, scene);
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
  if (command.args.some((arg) => /^--verify=(no|false)$/.test(arg.value))) weakTls(command, scene, url.value);
};

/** Raw sockets: a shell at the end is a back door; a pipe in is a way out; listening opens a port. */
const socket: Maker = (command, scene) => {
  const shell = command.args.some((arg) => /^(-\w*[ec]|--exec|--sh-exec|--lua-exec)$/.test(arg.value) && !/^-(z|l)$/.test(arg.value)) || command.args.some((arg) => /(?:exec|system):|^EXEC:/i.test(arg.value)); // prettier-ignore
  const listens = hasFlag(command, "-l", "--listen") || command.args.some((arg) => /^(tcp|udp|ssl|openssl)\d?-listen:/i.test(arg.value));
  const words = operands(command, ["-p", "-w", "-s", "-q", "-i", "-e", "-c", "-X", "-x"]);
  if (shell) {
    add(scene, "expose", "host", words[0]?.value ?? null, command, "connects a shell to a network socket", { what: "reverse-shell" });
    return;
  }
  if (listens) {
    if (words.length > 0 || command.stdin.from.length > 0 || command.stdin.file !== null) {
      add(scene, "expose", "none", null, command, "opens a listening port", { what: "listener", feeds: command.stdin.from.length > 0 || command.stdin.file !== null });
    }
    return;
  }
  if (hasFlag(command, "-z")) return;
  const socat = words.find((word) => /^(tcp|udp|ssl|openssl)\d?(-connect)?:/i.test(word.value));
  const address = socat === undefined ? words[0]?.value : socat.value.split(":")[1];
  const flow = flowInto(command, scene, []);
  for (const word of words) if (/^(file|open):/i.test(word.value)) flow.push(...fileSource(after(word, word.value.indexOf(":") + 1), command, scene)); // prettier-ignore
  if (flow.length > 0) addSend(words[0] ?? null, address ?? null, flow, "socket", command, scene);
};

const tlsSocket: Maker = (command, scene) => {
  if (command.args[0]?.value !== "s_client") return;
  const flow = flowInto(command, scene, []);
  const target = optionValues(command, "-connect")[0];
  if (flow.length > 0) addSend(target ?? null, target?.value ?? null, flow, "socket", command, scene);
};

const SCP_VALUES = ["-P", "-i", "-o", "-F", "-J", "-l", "-S", "-c", "-e", "--exclude", "--include", "--rsh", "-f", "--filter", "--port", "--password-file", "--exclude-from"]; // prettier-ignore

/** `scp`, `rsync`, `sftp`: operands with a host part are remote; local ones before it go out. */
const remoteCopy: Maker = (command, scene) => {
  const words = operands(command, SCP_VALUES);
  const isRemote = (word: Word) => /^(?:[\w.-]+@)?\[?[\w.:-]+\]?:(?!\\)|^rsync:\/\/|^(scp|sftp):\/\//.test(word.value) && !/^[A-Za-z]:[\\/]/.test(word.value) && !word.value.startsWith("/"); // prettier-ignore
  const target = words.at(-1);
  if (target !== undefined && isRemote(target)) {
    const sources = words.slice(0, -1).filter((word) => !isRemote(word));
    const host = target.value.replace(/^(rsync|scp|sftp):\/\//, "").replace(/^[^@]*@/, "").split(":")[0] as string; // prettier-ignore
    const flow = sources.flatMap((word) => fileSource(word, command, scene));
    if (command.name === "sftp") flow.push(...flowInto(command, scene, []));
    addSend(target, host, flow, command.name, command, scene);
  } else if (target !== undefined && words.some(isRemote)) downloaded(target, words.find(isRemote), command, scene);
  if (command.name === "rsync" && command.args.some((arg) => /^--(delete|del|remove-source-files)/.test(arg.value)) && target !== undefined && !isRemote(target)) { // prettier-ignore
    const path = pathOf(target, command, scene);
    add(scene, "delete", "path", path, command, `makes ${path ?? "an unknown place"} a mirror, deleting what is only there`, {
      place: path === null ? "unknown" : placeOf(path, scene), recursive: true, unresolved: path === null, sweeping: false, where: command.where, git: false, privileged: false,
    }); // prettier-ignore
  }
};

/** Name look-ups leave the network; data in the name leaves with them. */
const lookUp: Maker = (command, scene) => {
  const flow = flowInto(command, scene, command.args).filter((source) => source.sort !== "file");
  const name = command.args.find((arg) => arg.value.includes("."));
  if (flow.length > 0) addSend(name ?? null, null, flow, "dns", command, scene);
};

/** Opens, mails and posts whatever it is given. */
const outward =
  (via: string, to: string | null = null): Maker =>
  (command, scene) => {
    const flow = [...flowInto(command, scene, command.args)];
    for (const word of operands(command)) {
      if (/^[a-z]+:\/\//.test(word.value)) continue;
      const source = sourceOfPath(pathOf(word, command, scene), word, scene);
      if (source !== null && (source.sort !== "file" || /[./]/.test(word.value)) && via !== "open") flow.push(source);
    }
    const url = command.args.find((arg) => /^[a-z][\w+.-]*:\/\//i.test(arg.value));
    if (via === "open" && url === undefined) return;
    if (flow.length > 0) addSend(url ?? null, url?.value ?? to, flow, via, command, scene);
  };

const ssh: Maker = (command, scene) => {
  const forwards = command.args.filter((arg, i) => /^-[RDLw]/.test(arg.value) && (arg.value.length > 2 || command.args[i + 1] !== undefined));
  const remote = forwards.some((arg) => arg.value.startsWith("-R") || arg.value.startsWith("-w"));
  const words = operands(command, ["-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W"]);
  const host = words[0]?.value.replace(/^[^@]*@/, "") ?? null;
  if (remote) add(scene, "expose", "host", host, command, "opens a reverse tunnel", { what: "tunnel" });
  if (hasOption(command, /^StrictHostKeyChecking=(no|off)$/i)) {
    add(scene, "guard-change", "host", host, command, "turns host key checks off", { what: "host-keys", to: destinationOf(host, scene.trust) });
  }
  const flow = flowInto(command, scene, words.slice(1));
  if (flow.length > 0) addSend(words[0] ?? null, host, flow, "ssh", command, scene);
};

const hasOption = (command: SimpleCommand, pattern: RegExp) =>
  optionValues(command, "-o").some((value) => pattern.test(value.value));

const tunnel: Maker = (command, scene) => {
  if (/^(version|help|update|config|login|authtoken|list|--version|diagnose|credits)$/.test(command.args[0]?.value ?? "help")) return;
  if (command.name === "cloudflared" && command.args[0]?.value !== "tunnel") return;
  if (command.name === "tailscale" && !/^(funnel|serve|up)$/.test(command.args[0]?.value ?? "")) return;
  if (command.name === "gh" || command.name === "code") return;
  add(scene, "expose", "none", null, command, "makes a local service reachable from the internet", { what: "tunnel" });
};


export const NETWORK_MAKERS: Readonly<Record<string, Maker>> = {
  curl, wget, http: httpie, https: httpie, xh: httpie, nc: socket, ncat: socket, netcat: socket, "nc.traditional": socket, "nc.openbsd": socket, socat: socket, telnet: socket, openssl: tlsSocket,
  scp: remoteCopy, rsync: remoteCopy, sftp: remoteCopy, dig: lookUp, host: lookUp, nslookup: lookUp, drill: lookUp, ping: lookUp, getent: lookUp, traceroute: lookUp,
  open: outward("open"), "xdg-open": outward("open"), start: outward("open"), mail: outward("mail"), mailx: outward("mail"), mutt: outward("mail"), sendmail: outward("mail"), swaks: outward("mail"),
  pastebinit: outward("paste", "pastebin.com"), pbpaste: () => undefined, termbin: outward("paste", "termbin.com"), croc: outward("paste", "croc"), wormhole: outward("paste", "wormhole"), ffsend: outward("paste", "send"),
  ftp: outward("ftp"), lftp: outward("ftp"), tftp: outward("ftp"), ncftpput: outward("ftp"), smbclient: outward("smb"),
  ssh, ngrok: tunnel, cloudflared: tunnel, localtunnel: tunnel, lt: tunnel, bore: tunnel, devtunnel: tunnel, chisel: tunnel, frpc: tunnel, tailscale: tunnel, zrok: tunnel, "rathole": tunnel,
}; // prettier-ignore
