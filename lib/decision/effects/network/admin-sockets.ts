import { stdinText } from "../../shell/static-output";
import { clip } from "../clip";
import { drops, stopsWork } from "../deed-kinds";
import type { Deed } from "../deeds";
import { isProduction } from "../phrases";
import { add, type Maker } from "../scene";

/** Orders that servers take as lines of text on a socket. */
const ORDERS: readonly (readonly [order: RegExp, deed: Deed])[] = [
  [/^(?:disable|enable|shutdown) (?:server|frontend|sessions?|agent|health)\b|^set (?:server|weight|maxconn|map|ssl|table)\b|^(?:clear|del|add) (?:table|map|acl|server|ssl)\b/i, stopsWork("changes what a load balancer sends customers to")],
  [/^flush_all\b|^flush(?:all|db)\b/i, drops("empties a cache that services share")],
  [/^(?:shutdown|quitquitquit|system_reset|system_powerdown|SHUTDOWN NOSAVE)\s*$/i, stopsWork("stops a server")],
  [/^ban (?:req|obj)\./i, stopsWork("empties a cache that customers are served from")],
]; // prettier-ignore

const orders: Maker = (command, scene) => {
  const text = stdinText(command.stdin, scene.known());
  if (text === null) return;
  const place = command.args.map(({ value }) => value).join(" ").slice(0, 2_000); // prettier-ignore
  for (const line of new Set(text.split(/[\n;]/).map((one) => one.trim()))) {
    const [, deed] = ORDERS.find(([order]) => order.test(line)) ?? [];
    if (deed === undefined) continue;
    add(scene, deed.kind, "command", line, command, `${command.name}: ${deed.note}`, { what: deed.note, text: clip(line), production: isProduction(place), local: false, near: false, where: command.where, ...deed.traits }); // prettier-ignore
  }
};

export const ADMIN_SOCKET_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["socat", "nc", "ncat", "netcat", "telnet", "hatop"].map((name) => [name, orders]),
);
