import type { Word } from "../../shell/types";
import { operands } from "../arguments";
import { flowInto, sourceOfPath } from "../secrets/flow";
import { placeOf } from "../files/places";
import { add, pathOf, type Maker } from "../scene";
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
    command.name === "rsync" &&
    command.args.some((arg) => /^--(delete|del|remove-source-files)/.test(arg.value)) &&
    target !== undefined &&
    !isRemote(target)
  ) {
    const path = pathOf(target, command, scene);
    add(scene, "delete", "path", path, command, `makes ${path ?? "an unknown place"} a mirror, deleting what is only there`, {
      place: path === null ? "unknown" : placeOf(path, scene), recursive: true, unresolved: path === null, sweeping: false, where: command.where, found: false, git: false, text: path ?? "",
    }); // prettier-ignore
  }
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

const paste = outward("paste", "pastebin.com");
const mail = outward("mail");
const ftp = outward("ftp");

export const TRANSFER_MAKERS: Readonly<Record<string, Maker>> = {
  scp: remoteCopy, rsync: remoteCopy, sftp: remoteCopy,
  open: outward("open"), "xdg-open": outward("open"), start: outward("open"),
  mail, mailx: mail, mutt: mail, sendmail: mail, swaks: mail, msmtp: mail,
  pastebinit: paste, termbin: paste, croc: paste, wormhole: paste, ffsend: paste,
  ftp, lftp: ftp, tftp: ftp, ncftpput: ftp, smbclient: ftp,
}; // prettier-ignore
