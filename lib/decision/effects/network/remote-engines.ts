import type { SimpleCommand } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { clusterChange, clusterExec, deploys, stopsWork } from "../deed-kinds";
import { isProduction } from "../phrases";
import { settingsOf } from "../rehearsal";
import { add, type Maker, type Scene } from "../scene";
import { surroundings } from "../surroundings";
import { destinationOf, hostOf } from "./destinations";

/** A container engine on another machine, by `-H`, `DOCKER_HOST` or a context: what is an everyday call here acts on a server there. */

const VALUES = ["-H", "--host", "-c", "--context", "--config", "-l", "--log-level", "-f", "--file", "-p", "--project-name", "--profile", "--env-file", "--url", "--connection"]; // prettier-ignore
const GROUPS = /^(?:container|compose|image|service|stack|volume|network|swarm|system|node|config|secret|builder|buildx)$/; // prettier-ignore
const READS = /^(?:ps|images|logs|inspect|version|info|events|stats|top|port|diff|history|search|ls|list|show|df|config|wait|context|login|logout|help|tag|save|export)$/; // prettier-ignore
const ENTERS = /^(?:exec|run|attach|cp|create)$/;
const BRINGS = /^(?:up|deploy|pull|build|load|import|push|start)$/;

const actOn = (verb: string, production: boolean) => {
  if (!production) return clusterChange("changes containers on another machine");
  if (ENTERS.test(verb)) return clusterExec("runs something on a production machine");
  if (BRINGS.test(verb)) return deploys("changes what runs on a production machine");
  return stopsWork("stops or removes containers of production");
};

const engine: Maker = (command, scene) => {
  const words = operands(command, VALUES).map(({ value }) => value);
  const verb = GROUPS.test(words[0] ?? "") ? (words[1] ?? "ls") : (words[0] ?? "");
  if (verb === "" || READS.test(verb)) return;
  const host = addressOf(command, scene);
  const contexts = optionValues(beforeVerb(command), "--context", "--connection", ...(words[0] === "compose" ? [] : ["-c"])).map(({ value }) => value); // prettier-ignore
  const production = isProduction([host ?? "", ...contexts, surroundings(command, scene)].join(" "));
  if (host === null && !(production && (contexts.length > 0 || choosesEngine(command, scene)))) return;
  const { kind, note, traits } = actOn(verb, production);
  add(scene, kind, "command", words.at(-1) ?? null, command, `${command.name}: ${note}`, { what: note, text: clip(`${command.name} ${words.slice(0, 3).join(" ")}`), production, where: command.where, ...traits }); // prettier-ignore
};

/** Behind the verb, `-H` is the inner program's: `docker run curl -H 'Accept: text/html' ...`. */
function beforeVerb(command: SimpleCommand): SimpleCommand {
  const [verb] = operands(command, VALUES);
  return verb === undefined ? command : { ...command, args: command.args.slice(0, command.args.indexOf(verb)) };
}

/** The address of an engine that is not on this machine; null for the one here. */
function addressOf(command: SimpleCommand, scene: Scene): string | null {
  const set = settingsOf(command, scene).flatMap(([name, { value }]) => (/^(?:DOCKER|CONTAINER|PODMAN)_HOST$/.test(name) ? [value] : [])); // prettier-ignore
  const named = [...optionValues(beforeVerb(command), "-H", "--host", "--url").map(({ value }) => value), ...set];
  return named.find((address) => !/^(?:unix|npipe|fd):|^\//.test(address) && destinationOf(hostOf(address), scene.trust) !== "local") ?? null; // prettier-ignore
}

const choosesEngine = (command: SimpleCommand, scene: Scene): boolean =>
  settingsOf(command, scene).some(([name]) => name === "DOCKER_CONTEXT") ||
  scene.reading.commands.some(({ name, args, start }) => start < command.start && name === "docker" && args[0]?.value === "context"); // prettier-ignore

export const REMOTE_ENGINE_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["docker", "podman", "nerdctl", "docker-compose", "podman-compose"].map((name) => [name, engine]),
);
