import type { SimpleCommand } from "../../shell/types";
import { clip } from "../clip";
import { verbOf as engineVerb } from "../own-containers";
import { add, type Maker } from "../scene";

/** `docker rm -f $(docker ps -aq)`: all containers of this machine, whoever started them. */

const ENGINES = new Set(["docker", "podman", "nerdctl"]);
const REMOVES = /^(?:rm|rmi|remove|prune)$/;
const STOPS = /^(?:stop|kill|pause|restart)$/;
const LISTS = /^(?:ps|ls|list|images)$/;
/** What picks some of them. */
const NARROWS = /^(?:-f|--filter(?:=.*)?|-l|--latest|-n|--last(?:=.*)?|name=.*|label=.*)$/;
const PICKS = /^(?:grep|egrep|rg|head|tail|sed|fzf)$/;

const verbOf = (command: SimpleCommand): string => engineVerb(command).split(" ").at(-1) as string;

/** Whether a call passes on the list of all that the engine has. */
function listsAll(source: SimpleCommand, seen = new Set<SimpleCommand>()): boolean {
  if (seen.has(source)) return false;
  seen.add(source);
  if (ENGINES.has(source.name))
    return LISTS.test(verbOf(source)) && !source.args.some(({ value }) => NARROWS.test(value));
  if (PICKS.test(source.name) || (/^[gm]?awk$/.test(source.name) && /\/[^/]+\/|[=<>~]/.test(source.args[0]?.value ?? ""))) return false; // prettier-ignore
  return source.stdin.from.some((one) => listsAll(one, seen));
}

const sweeps: Maker = (command, scene) => {
  const verb = verbOf(command);
  if (!REMOVES.test(verb) && !STOPS.test(verb)) return;
  const lists = [...command.stdin.from, ...command.args.flatMap(({ from }) => [...from])];
  if (!lists.some((one) => listsAll(one))) return;
  const removes = REMOVES.test(verb);
  const what = removes ? "removes all that the container engine of this machine has" : "stops every container of this machine"; // prettier-ignore
  add(scene, "system-change", "command", verb, command, `${command.name}: ${what}`, { act: removes ? "prune" : "service", what, where: command.where, text: clip(`${command.name} ${verb}`) }); // prettier-ignore
};

export const CONTAINER_SWEEP_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  [...ENGINES].map((name) => [name, sweeps]),
);
