import { isCredentialStore } from "../../credential-paths";
import { hasFlag, optionValues } from "../arguments";
import { placeOf } from "../files/places";
import { add, pathOf, type Maker } from "../scene";

/** Servers of files, and the flags that name the directory; without one it is the working directory or the first word. */
const FILE_SERVERS: Readonly<Record<string, readonly string[]>> = {
  python: ["-d", "--directory"], python3: ["-d", "--directory"], php: ["-t"], serve: [], "http-server": [], "live-server": [], miniserve: [], dufs: [], webfsd: ["-r"], darkhttpd: [], caddy: ["--root", "-r"],
}; // prettier-ignore

/** All of a home, or a credential store, for whoever asks. */
const hands: Maker = (command, scene) => {
  const { name, args: words } = command;
  const serving = name.startsWith("python") ? words.some(({ value }, i) => value === "-m" && words[i + 1]?.value === "http.server") : name !== "php" || hasFlag(command, "-S"); // prettier-ignore
  if (!serving || words.some(({ value }) => /127\.0\.0\.1|localhost/.test(value))) return;
  const named = optionValues(command, ...(FILE_SERVERS[name] ?? []))[0];
  const word = named ?? (/^(?:python|php)/.test(name) ? undefined : words.find(({ value }) => /^[~/.]/.test(value)));
  const path = word === undefined ? command.cwd : pathOf(word, command, scene);
  if (path === null || (placeOf(path, scene) !== "critical" && !isCredentialStore(path, scene.home))) return;
  add(scene, "expose", "path", path, command, `${name}: serves ${path} to whoever asks`, {
    what: "open-service",
    port: "",
  });
};

export const FILE_SERVER_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(Object.keys(FILE_SERVERS).map((name) => [name, hands])); // prettier-ignore
