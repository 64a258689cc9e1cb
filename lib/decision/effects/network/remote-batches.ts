import { stdinText } from "../../shell/static-output";
import type { SimpleCommand } from "../../shell/types";
import { literal } from "../../shell/word";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { cannotRead } from "../code/code-scripts";
import { flowInto } from "../secrets/flow";
import { add, pathOf, type Maker, type Scene } from "../scene";
import { addSend, fileSource } from "./sending";

/** Programs that talk to a server of files in lines of commands, and the flags that give such lines or a file of them. */
const CLIENTS: Readonly<Record<string, { lines: readonly string[]; files: readonly string[]; values: readonly string[] }>> = {
  sftp: { lines: [], files: ["-b"], values: ["-b", "-P", "-i", "-o", "-F", "-J", "-l", "-c", "-S", "-B", "-R", "-s", "-D"] },
  ftp: { lines: [], files: [], values: ["-P", "-o", "-q", "-r", "-s", "-T", "-u", "-w"] },
  lftp: { lines: ["-e", "-c"], files: ["-f"], values: ["-e", "-c", "-f", "-u", "-p"] },
  ncftp: { lines: [], files: [], values: ["-u", "-p", "-P"] },
  smbclient: { lines: ["-c", "--command"], files: [], values: ["-c", "--command", "-U", "-W", "-I", "-p", "-D", "-A"] },
}; // prettier-ignore

const MAX_LINES = 500;
const DELETES = /^(?:rm|mrm|rrm|rmdir|rd|del|delete|mdel|mdelete|deltree|glob rm)$/;
/** With `-R` a mirror goes out; with `--delete` it deletes at its target what its source does not have. */
const MIRRORS_OUT = /^-\w*R\w*$|^--reverse$/;
const MIRROR_DELETES = /^-\w*e\w*$|^--delete(?:-first)?$|^--Remove-source-/;
const SENDS = /^(?:put|mput|reput|append|send)$/;

/** What a batch deletes on another machine, and which files it sends there. */
const batch: Maker = (command, scene) => {
  const host = operands(command, CLIENTS[command.name]?.values)[0]?.value ?? null;
  const sent = [...flowInto(command, scene, command.args)].filter(({ sort }) => sort !== "file");
  for (const line of linesOf(command, scene)) {
    const [verb = "", ...words] = line.split(/\s+/);
    const names = words.filter((word) => !word.startsWith("-"));
    const out = verb === "mirror" && words.some((word) => MIRRORS_OUT.test(word));
    if ((DELETES.test(verb) && names.length > 0) || (out && words.some((word) => MIRROR_DELETES.test(word))))
      deletes(out ? (names.at(-1) ?? "files") : names.join(" "), host, command, scene);
    const files = verb.startsWith("m") && verb !== "mirror" ? names : names.slice(0, 1);
    if (SENDS.test(verb) || out)
      for (const file of files) sent.push(...fileSource(literal(file, command), command, scene));
  }
  const [file] = command.stdin.file === null ? [] : [command.stdin.file];
  if (file !== undefined) sent.push(...fileSource(file, command, scene));
  if (sent.length > 0 && (command.name !== "sftp" || file === undefined))
    addSend(null, host, sent, "ftp", command, scene);
};

function linesOf(command: SimpleCommand, scene: Scene): readonly string[] {
  const { lines = [], files = [] } = CLIENTS[command.name] ?? {};
  const texts = optionValues(command, ...lines).map(({ value }) => value);
  for (const word of [...optionValues(command, ...files), ...(command.stdin.file === null ? [] : [command.stdin.file])]) {
    const path = pathOf(word, command, scene);
    texts.push(path === null ? "" : (scene.reading.files.get(path) ?? ""));
  }
  texts.push(stdinText(command.stdin, scene.known()) ?? "");
  const all = texts.flatMap((text) => text.split(/[\n;]|\\n/)).map((line) => line.trim().replace(/^[-@]/, "")).filter((line) => line !== "");
  if (all.length > MAX_LINES) cannotRead("The batch is longer than can be read through.", command, scene);
  return all.slice(0, MAX_LINES);
} // prettier-ignore

function deletes(what: string, host: string | null, command: SimpleCommand, scene: Scene): void {
  const place = `${host ?? "another machine"}: ${what}`;
  add(scene, "delete", "path", what, command, `deletes ${clip(what)} on ${clip(host ?? "another machine")}`, {
    place: "unknown", recursive: true, found: false, unresolved: false, sweeping: false, git: false, where: "remote", text: clip(place),
  }); // prettier-ignore
}

export const REMOTE_BATCH_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.keys(CLIENTS).map((name) => [name, batch]),
);
