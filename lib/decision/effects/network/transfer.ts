import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { flowInto, sourceOfPath } from "../secrets/flow";
import { placeOf } from "../files/places";
import { addWrite } from "../files/writing";
import { add, pathOf, type Maker, type Scene } from "../scene";
import { addSend, downloaded, fileSource } from "./sending";

const SCP_VALUES = [
  "-P",
  "-i",
  "-o",
  "-F",
  "-J",
  "-l",
  "-S",
  "-c",
  "-e",
  "--exclude",
  "--include",
  "--rsh",
  "-f",
  "--filter",
  "--port",
  "--password-file",
  "--exclude-from",
];

/** `scp`, `rsync`, `sftp`: operands with a host part are remote; local ones before it go out. */
const remoteCopy: Maker = (command, scene) => {
  const words = operands(command, SCP_VALUES);
  const isRemote = (word: Word) =>
    /^(?:[\w.-]+@)?\[?[\w.:-]+\]?:(?!\\)|^rsync:\/\/|^(scp|sftp):\/\//.test(word.value) &&
    !/^[A-Za-z]:[\\/]/.test(word.value) &&
    !word.value.startsWith("/");
  const target = words.at(-1);
  if (target !== undefined && isRemote(target)) {
    const sources = words.slice(0, -1).filter((word) => !isRemote(word));
    const host = target.value
      .replace(/^(rsync|scp|sftp):\/\//, "")
      .replace(/^[^@]*@/, "")
      .split(":")[0] as string;
    const flow = sources.flatMap((word) => fileSource(word, command, scene));
    if (command.name === "sftp") flow.push(...flowInto(command, scene, []));
    addSend(target, host, flow, command.name, command, scene);
  } else if (target !== undefined && words.some(isRemote)) downloaded(target, words.find(isRemote), command, scene);
  if (
    target !== undefined &&
    command.name === "rsync" &&
    !words.some(isRemote) &&
    words.length > 1 &&
    !hasFlag(command, "-n", "--dry-run")
  )
    addWrite(target, command, scene, "copy", false);
  if (target !== undefined && mirrors(command)) addMirror(target, isRemote(target), command, scene);
};

const mirrors = (command: SimpleCommand): boolean =>
  command.name === "rsync" &&
  command.args.some(({ value }) => /^--(?:delete|del$|remove-source-files)/.test(value)) &&
  !hasFlag(command, "-n", "--dry-run");

/** What a copy deletes at its target, because its source does not have it. */
function addMirror(target: Word, remote: boolean, command: SimpleCommand, scene: Scene): void {
  const path = remote ? null : pathOf(target, command, scene);
  const name = remote ? clip(target.value) : (path ?? "an unknown place");
  add(scene, "delete", "path", remote ? target.value : path, command, `makes ${name} a mirror, deleting what is only there`, {
    place: path === null ? "unknown" : placeOf(path, scene), recursive: true, unresolved: path === null && !remote, sweeping: false, mirror: remote,
    where: command.where, found: false, git: false, text: remote ? clip(target.value) : (path ?? ""),
  }); // prettier-ignore
}

/** Opens, mails and posts whatever it is given. */
const outward =
  (via: string, to: string | null = null, ends: readonly string[] = []): Maker =>
  (command, scene) => {
    const flow = [...flowInto(command, scene, command.args)];
    for (const word of operands(command)) {
      if (/^[a-z]+:\/\//.test(word.value)) continue;
      const source = sourceOfPath(pathOf(word, command, scene), word, scene);
      if (source !== null && (source.sort !== "file" || /[./]/.test(word.value)) && via !== "open") flow.push(source);
    }
    const url = command.args.find((arg) => /^[a-z][\w+.-]*:\/\//i.test(arg.value));
    if (via === "open" && url === undefined) return;
    // The server that takes it: a mail catcher of this machine keeps what it is given.
    const server = optionValues(command, ...ends)[0];
    if (flow.length > 0) addSend(server ?? url ?? null, server?.value ?? url?.value ?? to, flow, via, command, scene);
  };

const paste = outward("paste", "pastebin.com");
const mail = outward("mail");
const ftp = outward("ftp");

/** `ftp -u URL FILE...` puts files there; other calls talk to a server (remote-batches.ts). */
const put: Maker = (command, scene) => {
  const [url] = optionValues(command, "-u");
  if (url === undefined) return;
  const files = operands(command, ["-u", "-P", "-q", "-r", "-T"]).filter((word) => word.value !== url.value);
  const flow = [...files.flatMap((word) => fileSource(word, command, scene)), ...flowInto(command, scene, [])];
  if (flow.length > 0) addSend(url, url.value, flow, "ftp", command, scene);
};

/** Whoever has the name of what is added to such a network can have it, for good. */
const publishes =
  (network: string, verbs: RegExp): Maker =>
  (command, scene) => {
    const words = operands(command, ["--api", "-c", "--config", "--repo-dir"]);
    if (!verbs.test(words.slice(0, 2).map(({ value }) => value).join(" ")) || hasFlag(command, "--only-hash", "-n")) return; // prettier-ignore
    const flow = [...words.slice(1).flatMap((word) => fileSource(word, command, scene)), ...flowInto(command, scene, [])]; // prettier-ignore
    if (flow.length > 0) addSend(null, network, flow, "ftp", command, scene);
  };

/** `tftp -g -r FILE HOST` fetches; everything else may send. */
const tftp: Maker = (command, scene) => {
  if (!hasFlag(command, "-g")) return ftp(command, scene);
  const [remote] = optionValues(command, "-r");
  const host = operands(command, ["-r", "-l", "-b"])[0];
  const file = optionValues(command, "-l")[0] ?? remote;
  if (file !== undefined) downloaded(file, host, command, scene);
};

export const TRANSFER_MAKERS: Readonly<Record<string, Maker>> = {
  scp: remoteCopy, rsync: remoteCopy, sftp: remoteCopy,
  open: outward("open"), "xdg-open": outward("open"), start: outward("open"),
  mail, mailx: mail, mutt: mail, neomutt: mail, "s-nail": mail, sendmail: mail, swaks: outward("mail", null, ["-s", "--server"]), msmtp: outward("mail", null, ["--host"]), sendemail: outward("mail", null, ["-s"]),
  pastebinit: paste, termbin: paste, croc: paste, wormhole: paste, ffsend: paste,
  tftp, ncftpput: ftp, ftp: put,
  ipfs: publishes("ipfs", /^(?:add|block put|dag put|files write)/), arkb: publishes("arweave", /^deploy/), w3: publishes("ipfs", /^(?:up|upload)/),
}; // prettier-ignore
