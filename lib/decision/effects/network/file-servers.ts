import { isCredentialStore } from "../../credential-paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { placeOf } from "../files/places";
import { add, pathOf, type Maker } from "../scene";

/** A server of files: the flags that name its directory, the words after which it serves, and whether only a flag makes it listen to others. */
type FileServer = {
  root?: readonly string[];
  serving?: (words: readonly string[]) => boolean;
  /** Where the directory may be a word, how many words stand before it. */
  skip?: number;
  opens?: RegExp;
};

const after = (flag: string, module: RegExp) => (words: readonly string[]) =>
  words.some((word, i) => (word === flag && module.test(words[i + 1] ?? "")) || (word.startsWith(flag) && module.test(word.slice(flag.length)))); // prettier-ignore
const PYTHON: FileServer = {
  root: ["-d", "--directory", "--root"],
  serving: after("-m", /^(?:http\.server|SimpleHTTPServer|pyftpdlib|uploadserver|RangeHTTPServer|wsgidav|tftpy)$/),
};
const PLAIN: FileServer = { skip: 0 };

const FILE_SERVERS: Readonly<Record<string, FileServer>> = {
  python: PYTHON, python2: PYTHON, python3: PYTHON,
  php: { root: ["-t"], serving: (words) => words.some((word) => word.startsWith("-S")) },
  ruby: { serving: (words) => after("-e", /^httpd$/)(words) && words.includes("-run"), skip: 0 },
  rclone: { serving: ([verb]) => verb === "serve", skip: 2, opens: /^(?:--addr=)?(?:|0\.0\.0\.0|\*|\[::\]):\d+$/ },
  caddy: { root: ["--root", "-r"], serving: ([verb]) => verb === "file-server" },
  twistd: { root: ["--path"], serving: (words) => words.includes("web") || words.includes("ftp") }, twist: { root: ["--path"], serving: ([verb]) => verb === "web" || verb === "ftp" },
  httpd: { root: ["-h"], serving: (words) => words.includes("-h") }, tcpsvd: { serving: (words) => words.includes("ftpd"), skip: 3 },
  webfsd: { root: ["-r"] }, mini_httpd: { root: ["-d"] }, thttpd: { root: ["-d"] }, althttpd: { root: ["-root", "--root"] }, goshs: { root: ["-d"] }, updog: { root: ["-d"] }, filebrowser: { root: ["-r", "--root"] }, wsgidav: { root: ["--root", "-r"] }, droopy: { root: ["-d"] }, ran: { root: ["-r"] },
  serve: PLAIN, "http-server": PLAIN, "live-server": PLAIN, miniserve: PLAIN, dufs: PLAIN, darkhttpd: PLAIN, uftpd: PLAIN, "simple-http-server": PLAIN, sfz: PLAIN, gossa: PLAIN, "static-server": PLAIN, "local-web-server": PLAIN, onionshare: PLAIN,
}; // prettier-ignore

const LOCAL = /127\.0\.0\.1|localhost|\[?::1\]?(?::|$)/;

/** All of a home, or a credential store, for whoever asks. */
const hands: Maker = (command, scene) => {
  const server = FILE_SERVERS[command.name] ?? {};
  const words = command.args.map(({ value }) => value);
  if (server.serving?.(words) === false || words.some((word) => LOCAL.test(word)) || command.where !== "here") return;
  if (server.opens !== undefined && !words.some((word) => server.opens?.test(word))) return;
  const word = rootOf(command, server);
  const path = word === undefined ? command.cwd : pathOf(word, command, scene);
  if (path === null || (placeOf(path, scene) !== "critical" && !isCredentialStore(path, scene.home))) return;
  add(scene, "expose", "path", path, command, `${command.name}: serves ${path} to whoever asks`, {
    what: "open-service",
    port: "",
  });
};

function rootOf(command: SimpleCommand, { root = [], skip }: FileServer): Word | undefined {
  const named = optionValues(command, ...root)[0];
  return named ?? (skip === undefined ? undefined : operands(command).slice(skip).find(({ value }) => /^[~/.]/.test(value))); // prettier-ignore
}

export const FILE_SERVER_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(Object.keys(FILE_SERVERS).map((name) => [name, hands])); // prettier-ignore
