import type { Span } from "../../shell/types";
import { clip } from "../clip";
import { worst } from "../secrets/flow";
import { add, type Scene, type Source } from "../scene";
import { destinationOf, type Destination } from "./destinations";

/** The shell's own names for connections: `/dev/tcp/HOST/PORT`. */
const DEVICE = /^\/dev\/(?:tcp|udp)\/([^/]{1,253})\//;
/** Directories that a program copies to its service by itself. */
const SYNCED =
  /\/(Dropbox|OneDrive[^/]{0,60}|Google ?Drive|Mobile Documents|CloudStorage|iCloud(?: ?Drive)?|Nextcloud|ownCloud|pCloud ?Drive|MEGA|MEGAsync|Box Sync|Syncthing)\//i;

/** What is written to a path that is a way out of the machine. */
export function leavesBy(path: string, flow: readonly Source[], span: Span, scene: Scene): void {
  const source = worst(flow);
  if (source === null) return;
  const host = path.startsWith("/dev/") ? DEVICE.exec(path)?.[1] : undefined;
  if (host !== undefined) return leaves(host, destinationOf(host, scene.trust), source, "socket", span, scene);
  const folder = source.sort === "file" || source.sort === "history" ? undefined : SYNCED.exec(path)?.[1];
  if (folder !== undefined && !SYNCED.test(source.label)) leaves(folder, "unknown", source, "chat", span, scene);
}

function leaves(host: string, to: Destination, source: Source, via: string, span: Span, scene: Scene): void {
  const label = clip(source.label);
  add(scene, "send", "host", host, span, `sends ${label} to ${clip(host)}`, { carries: source.sort, label, to, via, bulk: false, whole: false, catcher: false, url: clip(host) }); // prettier-ignore
}
