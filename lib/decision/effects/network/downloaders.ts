import { optionValues } from "../arguments";
import { flowInto } from "../secrets/flow";
import type { Maker } from "../scene";
import { fileNameIn, inDirectory, request } from "./http";
import { downloaded, fileSource, inAddress } from "./sending";

/** Programs that fetch a file, and the flags for its name and directory; without such flags the word after the address is its name. */
const loader =
  (names: readonly string[], directories: readonly string[]): Maker =>
  (command, scene) => {
    const at = command.args.findIndex(({ value }) => /^(?:https?|ftp):\/\//i.test(value));
    const url = command.args[at];
    if (url === undefined) return;
    const beside = names.length === 0 ? command.args[at + 1] : undefined;
    request(url, { command, scene, sends: false, body: inAddress(url, command, scene), headerFlow: [], method: undefined, via: command.name }); // prettier-ignore
    downloaded(inDirectory(optionValues(command, ...directories)[0], optionValues(command, ...names)[0] ?? beside ?? fileNameIn(url)), url, command, scene); // prettier-ignore
  };

/** libwww's `GET URL`, `POST URL < FILE`, `lwp-request -m METHOD URL`: what is sent comes in. */
const libwww: Maker = (command, scene) => {
  const url = command.args.find(({ value }) => /^(?:https?|ftp):\/\//i.test(value));
  if (url === undefined) return;
  const named = optionValues(command, "-m")[0]?.value.toUpperCase();
  const method = named ?? (command.name === "lwp-request" ? "GET" : command.name.toUpperCase());
  const sends = method === "POST" || method === "PUT";
  const body = sends ? flowInto(command, scene, [url]) : inAddress(url, command, scene);
  if (sends && command.stdin.file !== null) body.push(...fileSource(command.stdin.file, command, scene));
  request(url, { command, scene, sends, body, headerFlow: [], method, via: "http" });
};

export const DOWNLOADER_MAKERS: Readonly<Record<string, Maker>> = {
  aria2c: loader(["-o", "--out"], ["-d", "--dir"]),
  axel: loader(["-o", "--output"], []),
  fetch: loader(["-o"], []),
  "lwp-download": loader([], []),
  ...Object.fromEntries(["lwp-request", "get", "post"].map((name) => [name, libwww])),
};
