import type { Reading, SimpleCommand } from "../shell/types";
import { operands, optionValues } from "./arguments";
import { clip } from "./clip";
import { drops, forgeDelete } from "./deed-kinds";
import type { Deed } from "./deeds";
import { isProduction } from "./phrases";
import { nearness } from "./rehearsal";
import { add, type Maker, type Scene } from "./scene";

/** Calls that are about one thing, and reach all that a list names when they are made for each line of it. */

type Bulk = { values: readonly string[]; verbs: RegExp; deed: Deed };

const REDIS: Bulk = {
  values: ["-h", "-p", "-a", "-n", "-u", "--user", "--pass", "-s", "-i"],
  verbs: /^(?:del|unlink|expire|pexpire)$/i,
  deed: drops("deletes all keys that a list names"),
};
const FORGE: Bulk = {
  values: ["-R", "--repo", "-c", "--comment", "-r", "--reason"],
  verbs: /^(?:issue|pr|mr|milestone|discussion) (?:close|lock|transfer|edit|update)$/,
  deed: forgeDelete("closes or changes everything that a list names, on the forge"),
};
const PROGRAMS: Readonly<Record<string, Bulk>> = {
  "redis-cli": REDIS, "valkey-cli": REDIS, "keydb-cli": REDIS, gh: FORGE, glab: FORGE, tea: FORGE,
}; // prettier-ignore

const REPEATS = /^(?:xargs|parallel)$/;
/** `EVAL "...redis.call('keys', ...)...redis.call('del', ...)"`, and what empties the whole store. */
const calls = (names: string): RegExp => new RegExp(`redis\\.p?call\\s?\\(\\s?["'](?:${names})["']`, "i");
const LISTS = calls("keys|scan");
const DELETES = calls("del|unlink");
const EMPTIES = calls("flushall|flushdb");
const isSweeping = (script: string): boolean => EMPTIES.test(script) || (LISTS.test(script) && DELETES.test(script));

const isRepeated = ({ wrappers, args }: SimpleCommand): boolean =>
  wrappers.some((name) => REPEATS.test(name)) ||
  args.some(({ from, value }) => from.length > 0 && !value.startsWith("-"));

/** Closing one or two is answering somebody; one after the other they are gone from everybody's list. */
const CLOSES = /^(?:issue|pr|mr|milestone|discussion) (?:close|lock|delete)$/;
const MANY = 3;
const NUMBERED: Deed = {
  kind: "external-write",
  note: "closes one of several on the forge",
  traits: { act: "message" },
};

/** How often a command line does the same, by what it does. Each of its calls asks for it. */
const counts = new WeakMap<Reading, ReadonlyMap<string, number>>();

function countsIn(reading: Reading): ReadonlyMap<string, number> {
  const known = counts.get(reading);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const command of reading.commands) {
    if (PROGRAMS[command.name] !== FORGE) continue;
    const verb = verbOf(command);
    if (CLOSES.test(verb)) found.set(verb, (found.get(verb) ?? 0) + 1);
  }
  counts.set(reading, found);
  return found;
}

const verbOf = (command: SimpleCommand): string =>
  operands(command, FORGE.values).slice(0, 2).map(({ value }) => value).join(" "); // prettier-ignore

const closing: Maker = (command, scene) => {
  const verb = verbOf(command);
  if (!CLOSES.test(verb) || isRepeated(command) || (countsIn(scene.reading).get(verb) ?? 0) < MANY) return;
  const target = operands(command, FORGE.values)[2]?.value ?? null;
  const { kind, note, traits } = NUMBERED;
  add(scene, kind, "command", target, command, `${command.name}: ${note}`, { what: note, text: clip(`${command.name} ${verb} ${target ?? ""}`), ...traits }); // prettier-ignore
};

const bulk: Maker = (command, scene) => {
  const program = PROGRAMS[command.name] as Bulk;
  const words = operands(command, program.values).map(({ value }) => value);
  const listed = (program.verbs.test(words[0] ?? "") || program.verbs.test(words.slice(0, 2).join(" "))) && isRepeated(command); // prettier-ignore
  const scripted = program === REDIS && /^(?:eval|eval_ro)$/i.test(words[0] ?? "") && isSweeping(scriptIn(command));
  if (!listed && !scripted) return;
  const { kind, note, traits } = program.deed;
  const text = command.args.map(({ value }) => value).join(" ").slice(0, 4_000); // prettier-ignore
  add(scene, kind, "command", words[0] ?? null, command, `${command.name}: ${note}`, { what: note, text: clip(`${command.name} ${words.slice(0, 2).join(" ")}`), production: isProduction(text), local: false, near: isNear(command, scene, text), ...traits }); // prettier-ignore
};

/** The word after the verb, which may well begin as a flag does: `-- a comment`. */
const scriptIn = ({ args }: SimpleCommand): string =>
  args[args.findIndex(({ value }) => /^eval(?:_ro)?$/i.test(value)) + 1]?.value ?? "";

/** Where no server is named it is the one on this machine. */
const isNear = (command: SimpleCommand, scene: Scene, text: string): boolean =>
  nearness(command, scene) !== null ||
  (command.where === "here" && !isProduction(text) && optionValues(command, "-h", "-u", "-s").length === 0);

export const BULK_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(PROGRAMS).map(([name, program]): [string, Maker] => [
    name,
    program !== FORGE
      ? bulk
      : (command, scene) => {
          bulk(command, scene);
          closing(command, scene);
        },
  ]),
);
