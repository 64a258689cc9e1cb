import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { addFetched } from "../fetched";
import type { Scene } from "../scene";
import { languageOf } from "./languages";

/** Programs that take an address where they take code, and run what is there. */

type Taker = {
  /** First words of the calls that do; all of them where it does nothing else. */
  verbs?: RegExp;
  /** How many words may stand before what is run, and with it. */
  words?: number;
  /** Options whose value is what is run, in the place of an operand. */
  options?: readonly string[];
};

const SCRIPT: Taker = { words: 1 };
const NIX: Taker = { words: 3, verbs: /^(?:run|shell|develop|profile install|profile add|build)\b/ };
const COMPOSE: Taker = { verbs: /\b(?:up|run|create|start|build)\b/, options: ["-f", "--file"] };
const TAKERS: Readonly<Record<string, Taker>> = {
  bun: { words: 2, verbs: /^(?:run\b|https?:)/ }, tsx: SCRIPT, groovy: SCRIPT, jbang: SCRIPT, kscript: SCRIPT, scala: SCRIPT, "scala-cli": SCRIPT, amm: SCRIPT, zx: SCRIPT, "nix-shell": SCRIPT, nix: NIX,
  yarn: { words: 3, verbs: /^set version\b/ }, "docker-compose": COMPOSE, "podman-compose": COMPOSE, "ansible-pull": { options: ["-U", "--url"] },
}; // prettier-ignore

const ADDRESS = /^(?:git\+)?(?:https?|ftp):\/\//i;
/** How Nix shortens places of repositories. */
const SHORT = /^(github|gitlab|sourcehut):([\w.-]{1,100}\/[\w.-]{1,100})/;
const FORGES: Readonly<Record<string, string>> = { github: "github.com", gitlab: "gitlab.com", sourcehut: "git.sr.ht" };

function takerOf({ name, args, wrappers }: SimpleCommand): Taker | null {
  // `uv run` hands a script to Python, wherever it is.
  if (wrappers.includes("uv") && languageOf(name) === "python") return SCRIPT;
  if (/^(?:docker|podman|nerdctl)$/.test(name)) return args[0]?.value === "compose" ? COMPOSE : null;
  return Object.hasOwn(TAKERS, name) ? (TAKERS[name] as Taker) : null;
}

/** `bun run https://...`, `uv run https://...` (whose program then is the address), `docker compose -f https://... up`. */
export function addForeign(command: SimpleCommand, scene: Scene): void {
  if (command.where !== "here") return;
  if (ADDRESS.test(command.program.value)) return addFetched(command.program.value, "address", command, scene);
  const taker = takerOf(command);
  if (taker === null) return;
  const { verbs, options } = taker;
  const words = operands(command);
  if (verbs?.test(words.map(({ value }) => value).join(" ")) === false) return;
  for (const word of options === undefined ? words.slice(0, taker.words) : optionValues(command, ...options)) {
    const from = addressIn(word);
    if (from !== null) return addFetched(from, from.endsWith(".git") ? "repository" : "address", command, scene);
  }
}

function addressIn({ value }: Word): string | null {
  if (ADDRESS.test(value)) return value.replace(/^git\+/, "");
  const [, forge = "", path] = SHORT.exec(value) ?? [];
  return path === undefined ? null : `https://${FORGES[forge]}/${path}.git`;
}
