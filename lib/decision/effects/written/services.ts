import { add, type Scene } from "../scene";
import { spanOf } from "./span";

const ROOT_MOUNT =
  /^\s*-\s*["']?\/:\/[^:\s"']*(?::[\w,]+)?["']?\s*$|^\s*(?:-\s*)?source:\s*["']?\/["']?\s*$|^\s*volumes:\s*\[(?:[^\]\n]{0,500},)?\s*["']?\/:\/[^\]\n]{0,500}\]/m;
const SOCKET = /\/(?:docker|containerd|crio|podman)\.sock\b(?![^\n]*:ro\b)/;
const PRIVILEGED = /^\s*(?:-\s*)?privileged:\s*["']?true\b/m;
const HOST_SPACE = /^\s*(?:-\s*)?(?:pid|ipc|userns_mode):\s*["']?host\b/m;

const NOTE = "gives a service the rights of the machine it runs on";

/** Services that own the machine they run on. A socket or a privilege alone is how builders and proxies run. */
export function servicesIn(path: string, text: string, scene: Scene): void {
  const found = ROOT_MOUNT.exec(text) ?? (PRIVILEGED.test(text) ? (SOCKET.exec(text) ?? HOST_SPACE.exec(text)) : null);
  if (found === null) return;
  const traits = { act: "escape", what: NOTE, text: "", production: false, where: "here" };
  add(scene, "system-change", "path", path, spanOf(found), NOTE, traits);
}

const POD = /^\s*(?:-\s*)?["']?(?:kind|apiVersion|containers|spec)["']?\s*:/m;
const OWNS_NODE =
  /["']?privileged["']?\s*:\s*["']?true\b|["']?host(?:PID|IPC)["']?\s*:\s*["']?true\b|["']?hostPath["']?\s*:\s*\{?\s*["']?path["']?\s*:\s*["']?\/(?:["'\s},]|$|etc\b|root\b|var\/run\b|proc\b|var\/lib\/kubelet\b)/;

/** A workload that owns the node it runs on. */
export const takesHost = (manifest: string): boolean =>
  (POD.test(manifest) || manifest.trimStart().startsWith("{")) && OWNS_NODE.test(manifest);
