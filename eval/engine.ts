import { setFlagsFromString } from "node:v8";

/** Different actions. Beyond, what was optimized is used often enough to pay. */
const PAYS_FROM = 20_000;

const FLAGS = ["--no-opt", "--no-regexp-tier-up"];

/**
 * Over some thousand actions, each new to it, the engine spends half of its time on optimized code that the next action makes it throw
 * away. Without, a pass takes one core and is faster; a service that decides all day keeps it.
 */
export function suitEngineTo(actions: number): void {
  if (actions < PAYS_FROM) for (const flag of FLAGS) setFlagsFromString(flag);
}
