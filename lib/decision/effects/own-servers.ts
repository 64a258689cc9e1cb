import type { SimpleCommand } from "../shell/types";
import { hasFlag, optionValues } from "./arguments";
import type { Scene } from "./scene";
import { goesOnOnlyAfter } from "./sequence";

/** Whether a call talks to a server that this command line started for itself, going by its ports: nothing was in there before. */
export function isOwnServer(ports: readonly string[], command: SimpleCommand, scene: Scene): boolean {
  return ports.length > 0 && ports.length <= MAX_PORTS && ports.every((port) => scene.reading.commands.some((one) => startsOn(one, port) && goesOnOnlyAfter(one, command, scene))); // prettier-ignore
}

/** Of one call; nobody writes more. */
const MAX_PORTS = 4;

/** `docker run -p 55432:5432 postgres`; with a volume it may hold what an earlier one left. */
function startsOn(command: SimpleCommand, port: string): boolean {
  if (!/^(?:docker|podman|nerdctl)$/.test(command.name) || command.args[0]?.value !== "run") return false;
  if (hasFlag(command, "-v", "--volume", "--mount", "--volumes-from")) return false;
  return optionValues(command, "-p", "--publish").some(({ value }) => PUBLISHED.exec(value)?.[1] === port);
}

const PUBLISHED = /^(?:[\d.]+:)?(\d+):\d+(?:\/tcp)?$/;
