import type { Word } from "./types";
import { after, literal } from "./word";
import { NOTHING_ELSE, type Unwrapped } from "./wrapper-shape";

/** Programs that do what another one is known for, so that they are judged as that one. */
type StandIn = (argv: readonly Word[]) => Unwrapped | null;

const as = (names: readonly string[], words: readonly Word[], at: Word): Unwrapped => ({
  ...NOTHING_ELSE,
  command: [...names.map((name) => literal(name, at)), ...words],
});

/** `cmake -E`: a portable tool box. */
const CMAKE: Readonly<Record<string, readonly string[]>> = {
  rm: ["rm"], remove: ["rm"], remove_directory: ["rm", "-r"], copy: ["cp"], copy_directory: ["cp", "-r"], rename: ["mv"], cat: ["cat"], tar: ["tar"], env: ["env"], time: ["time"], create_symlink: ["ln", "-s"],
}; // prettier-ignore

const cmake: StandIn = (argv) => {
  const [program, flag, tool] = argv;
  if (program === undefined || flag?.value !== "-E" || tool === undefined) return null;
  return Object.hasOwn(CMAKE, tool.value) ? as(CMAKE[tool.value] as readonly string[], argv.slice(3), program) : null;
};

const deleter: StandIn = ([program, ...words]) =>
  program === undefined || words.some(({ value }) => /^(?:-d|--dry-run)$/.test(value)) ? null : as(["rm", "-rf"], words.filter(({ value }) => !value.startsWith("-")), program); // prettier-ignore

/** `ansible HOSTS -m MODULE -a ARGUMENTS`: one task, without a playbook. */
const ansible: StandIn = (argv) => {
  const [program, hosts] = argv;
  if (program === undefined || hosts === undefined || argv.some(({ value }) => /^(?:-C|--check)$/.test(value)))
    return null;
  const valueOf = (short: string, long: string): Word | undefined => {
    for (const [i, word] of argv.entries()) {
      if (word.value === short || word.value === long) return argv[i + 1];
      if (word.value.startsWith(`${long}=`)) return after(word, long.length + 1);
    }
    return undefined;
  };
  const given = valueOf("-a", "--args");
  if (given === undefined) return null;
  const task = (valueOf("-m", "--module-name")?.value ?? "command").replace(/^ansible\.builtin\./, "");
  const local = /^(?:localhost|127\.0\.0\.1),?$/.test(hosts.value) || valueOf("-c", "--connection")?.value === "local";
  const base = { ...NOTHING_ELSE, where: local ? null : ("remote" as const), keep: true };
  if (/^(?:shell|command|raw)$/.test(task)) return { ...base, command: [], script: given };
  const path = /(?:^|\s)(?:path|dest|name)=["']?([^\s"']+)/.exec(given.value)?.[1];
  if (task !== "file" || path === undefined || !/(?:^|\s)state=["']?absent\b/.test(given.value)) return null;
  return { ...base, command: [literal("rm", given), literal("-rf", given), literal(path, given)] };
};

const STAND_INS: Readonly<Record<string, StandIn>> = { cmake, "del-cli": deleter, ansible };

/** The program that this one is called in place of, with its words; null where it is itself. */
export function standIn(name: string, argv: readonly Word[]): Unwrapped | null {
  if (Object.hasOwn(STAND_INS, name)) return (STAND_INS[name] as StandIn)(argv);
  const program = argv[0];
  // `/usr/lib/git-core/git-push`: git's subcommands by themselves.
  if (program === undefined || !name.startsWith("git-") || !GIT_DIRECTORY.test(program.value)) return null;
  return as(["git", name.slice(4)], argv.slice(1), program);
}
const GIT_DIRECTORY = /git-core\/|^(?:\$\(|`)git --exec-path(?:\)|`)\//;
