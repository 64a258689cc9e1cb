import type { ChildProcess } from "node:child_process";
import { ALIVE } from "./report-alive";

const LOOKS = 5;

/**
 * Kills a process that has reported once and then does not for more than `limitMs`; one that is still starting has its time.
 * Counts its own looks and asks no clock: after a pause of the whole machine nobody is silent.
 * @param isWatched false while its silence means nothing
 * @returns whether this is what ended it
 */
export function watchSilence(child: ChildProcess, limitMs: number, isWatched: () => boolean): () => boolean {
  let silentLooks = 0;
  let killed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    silentLooks = isWatched() ? silentLooks + 1 : 0;
    if (silentLooks > LOOKS && !killed) killed = child.kill("SIGKILL");
  };
  child.on("message", (message) => {
    if (message !== ALIVE) return;
    silentLooks = 0;
    timer ??= setInterval(look, limitMs / LOOKS).unref();
  });
  child.once("exit", () => clearInterval(timer));
  return () => killed;
}
