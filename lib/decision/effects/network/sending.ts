import type { SimpleCommand, Span, Word } from "../../shell/types";
import { clip } from "../clip";
import { isTar } from "../files/tar";
import { destinationOfUrl, hostOf, isCatcher, isMetadataService } from "./destinations";
import { isSecretData } from "../secrets/service-data";
import { flowInto, isBlank, sourceOfPath, worst } from "../secrets/flow";
import { placeOf } from "../files/places";
import { add, pathOf, type Scene, type Source } from "../scene";
import { writePath } from "../files/writing";

/**
 * What leaves for one destination. Traits: `carries` (see Source, or `text` for content written in the command), `label`, `to` (see
 * Destination), `via`, `bulk` (an archive or a whole tree).
 */
export function addSend(
  word: Word | null,
  target: string | null,
  sources: readonly Source[],
  via: string,
  command: SimpleCommand,
  scene: Scene,
): void {
  const host = target === null ? null : hostOf(target);
  const to = target === null ? "unknown" : destinationOfUrl(target, scene.trust);
  const source = worst(sources.map((one) => outgoing(one, scene)));
  const carries = source?.sort ?? "text";
  const label = source?.label ?? "text";
  const bulk =
    /\.(tgz|tar|tar\.\w+|zip|7z|bundle|gz)$|^(?:an archive|a database dump)$/.test(label) ||
    // Over SSH it goes to where it is to run.
    (label === "an image" && via !== "ssh") ||
    command.stdin.from.some((from) => isTar(from) || from.name === "zip");
  const note = `sends ${clip(label)} to ${host ?? "an unknown place"}`;
  add(scene, "send", "host", host, source ?? word ?? command, note, {
    carries,
    label: clip(label),
    to,
    via,
    bulk,
    whole: isWhole(label, scene, GUEST.test(word?.value ?? "")),
    catcher: isCatcher(host),
    url: clip(target ?? ""),
  });
}

/** Accounts that a server has for strangers: whoever sends there does not send to a machine of their own. */
const GUEST = /^(?:\w+:\/\/)?(?:anonymous|anon|guest|nobody|public|uploads?|ftp)(?::[^@/]{0,100})?@/i;

/** All of a home or of the machine; `project` where all that the session works in counts too. */
export function isWhole(path: string, scene: Scene, project = false): boolean {
  const place = path.startsWith("/") ? placeOf(path, scene) : "elsewhere";
  return place === "critical" || (project && place === "project-root");
}

/** A file of the machine or of the person that is not the project's is not the task's to send. */
function outgoing(source: Source, scene: Scene): Source {
  if (source.sort !== "file" || !source.label.startsWith("/")) return source;
  const place = placeOf(source.label, scene);
  return place === "system" || place === "home" || place === "critical" ? { ...source, sort: "private" } : source;
}

/** The call without what is piped or fed into it: for words that take nothing from there. */
export const noInput = (command: SimpleCommand): SimpleCommand => ({
  ...command,
  stdin: { from: [], text: null, file: null },
});

/** What is packed into an address. One that is a line of a file or a listing is only where to go, and carries nothing of it. */
export const inAddress = (url: Word, command: SimpleCommand, scene: Scene): Source[] =>
  flowInto(noInput(command), scene, [url]).filter(({ sort, label }) => (isSecretData(label) ? !isHost(url) : sort !== "file" || url.unknownAt !== 0)); // prettier-ignore

/** What is not known of an address is where it leads. */
const isHost = ({ value, unknownAt }: Word): boolean => /^(?:\w+:\/\/)?[^/?#]*$/.test(value.slice(0, Math.max(0, unknownAt))); // prettier-ignore

/** A file that is sent: what it is, and what flows into its name. */
export function fileSource(word: Word, command: SimpleCommand, scene: Scene): Source[] {
  const flow: Source[] = flowInto(noInput(command), scene, [word]);
  const path = pathOf(word, command, scene);
  if (path !== null && isBlank(path)) return flow;
  const source = sourceOfPath(path, word, scene);
  if (source !== null) flow.push(source);
  else if (flow.length === 0) flow.push({ sort: "file", label: clip(word.value), start: word.start, end: word.end });
  return flow;
}

/** Remembers where a file on disk came from, so that running it counts as running fetched code. */
export function downloaded(file: Word, url: Word | undefined, command: SimpleCommand, scene: Scene): void {
  const path = pathOf(file, command, scene);
  if (path === null || url === undefined || /^\/dev\/(?:null|stdout|stderr|tty)$/.test(path)) return;
  scene.fetched.set(path, url.value);
  if (command.where === "here") writePath(path, file, scene, "download", false);
}

/** The metadata service of a cloud hands out the credentials of the machine. */
export function asksMetadata(host: string | null, target: string, span: Span, scene: Scene): void {
  if (host === null || !isMetadataService(host)) return;
  const note = "asks the cloud metadata service for credentials";
  add(scene, "credential-read", "url", target, span, note, { how: "metadata", delicacy: "store" });
}

export function weakTls(command: SimpleCommand, scene: Scene, url: string | undefined): void {
  const to = url === undefined ? "unknown" : destinationOfUrl(url, scene.trust);
  add(scene, "guard-change", "url", url ?? null, command, "turns certificate checks off", { what: "tls", to });
}
