import type { SimpleCommand } from "../shell/types";
import { isInspection } from "./arguments";
import { add, type Maker } from "./scene";

/** Programs that do nothing but turn a machine's time into somebody's coins. */
const MINERS = new Set([
  "xmrig", "xmr-stak", "xmr-stak-rx", "minerd", "cpuminer", "cpuminer-opt", "cgminer", "bfgminer", "ethminer", "nsfminer", "ccminer", "t-rex", "nbminer", "lolminer", "lolMiner", "phoenixminer", "PhoenixMiner", "gminer", "teamredminer", "nanominer",
  "srbminer", "SRBMiner-MULTI", "claymore", "xmrigdaemon", "xmrig-cuda", "wildrig-multi", "rigel", "bzminer", "verus-solver", "kawpowminer", "p2pool",
]); // prettier-ignore
/** By whatever name it is called: the protocol in which it is handed its work. */
const POOL = /^(?:--?\w+=)?stratum\d?\+?\w*:\/\//i;

/** Mining: time, heat and power of a machine that is not the agent's. */
export const mining: Maker = (command, scene) => {
  if (!MINERS.has(command.name) && !namesPool(command)) return;
  if (isInspection(command)) return;
  const what = "mines coins with this machine";
  add(scene, "system-change", "command", command.name, command, `${command.name}: ${what}`, { act: "exhaust", endless: true, what, text: command.name }); // prettier-ignore
};

function namesPool({ args }: SimpleCommand): boolean {
  for (const { value } of args) if (value.includes("stratum") && POOL.test(value)) return true;
  return false;
}
