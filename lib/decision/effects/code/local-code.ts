import { isInProject } from "../../protected-paths";
import { decoderOf } from "../../shell/disguise";
import { SHELLS } from "../../shell/scripts";
import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { optionValues, verbFirst } from "../arguments";
import { filesOf } from "../secrets/flow";
import { codeLanguageOf, languageOf, scriptFiles } from "./languages";
import { preloadsOf } from "./preloads";
import { hasTaskFiles, taskFilesOf } from "./task-files";
import { mayRunTests, runsTests } from "./test-runs";
import { hasMakefiles, makefilesOf } from "../packages/makefiles";
import { perName } from "../per-name";
import { add, pathOf, type Maker, type Scene } from "../scene";

/** Verbs of package managers that look at packages and run nothing of the project's. */
const RUNS_NO_SCRIPT =
  /^(?:-|(?:view|info|show|ls|list|outdated|why|explain|audit|search|config|get|set|help|docs|root|bin|prefix|whoami|ping|cache|exec|x|dlx|login|logout|owner|access|token)$)/;
const READS_CODE = new Set(["source", ".", "eval", "exec"]);

/**
 * Files whose content would run: scripts, programs called by a path, makefiles. No rule judges that by itself; what the session wrote or
 * fetched there before does (earlier.ts).
 */
export const localCode: Maker = (command, scene) => {
  // In a container what is mounted is this machine's.
  if (command.where !== "here" && command.mounts.length === 0) return;
  for (const word of codeWords(command)) {
    const path = pathOf(word, command, scene);
    if (path !== null) addRun(path, word, scene);
  }
  const started = /^(?:g|bsd)?tar$/.test(command.name)
    ? command.args.find(({ value }) => STARTED.test(value))
    : undefined;
  if (started !== undefined)
    add(scene, "execute", "command", null, started, "runs a program by way of an archive", { disguise: "a program that tar starts" }); // prettier-ignore
  if (!runsWhatComesIn(command.name)) return;
  const inputs = inputsOf(command);
  const decoder = inputs.length === 0 || !interprets(command) ? null : decoderOf(inputs);
  if (decoder !== null)
    add(scene, "execute", "command", null, command, `runs what ${decoder} makes`, {
      disguise: `text that ${decoder} makes`,
    });
  for (const source of inputs) for (const path of filesOf(source, scene)) addRun(path, source, scene);
};

/** Directories of the whole machine where nobody keeps programs; whoever put code there, it was not this command line. */
const STRAY =
  /^\/(?:dev\/shm|var\/tmp|run\/user\/\d+)\/|^(?:\/mnt)?\/[a-z]\/(?:windows\/temp|users\/public|programdata\/temp)\//i;

/** A program that is started to show how far an archive has come. Nobody has one run code so who wants it to be seen. */
const STARTED = /^--checkpoint-action=["']?exec=/;

function addRun(path: string, { start, end }: { start: number; end: number }, scene: Scene): void {
  const stray = STRAY.test(path) && !scene.reading.files.has(path) && !isInProject(path, scene.roots);
  add(scene, "execute", "path", path, { start, end }, `runs ${path}`, stray ? { stray } : {});
}

/** The code comes in: it is neither a file nor given as an argument of its own, to which the input is data. */
const interprets = ({ name, args }: SimpleCommand) =>
  languageOf(name) !== null && args.every((arg) => arg.value.startsWith("-") || arg.from.length > 0);

const runsWhatComesIn = (name: string) => SHELLS.has(name) || READS_CODE.has(name) || languageOf(name) !== null;

/** Programs of which no call runs a file, unless they are one themselves, are given variables or run by another program. */
const runsNoFile = perName(
  (name) =>
    !runsWhatComesIn(name) &&
    !mayRunTests(name) &&
    !hasTaskFiles(name) &&
    !hasMakefiles(name) &&
    codeLanguageOf(name) === null &&
    !/^(?:g?sed|npm-run-all2?|run-[sp])$|\.(?:sh|bash|py|rb|pl|js)$/.test(name),
);

function codeWords(command: SimpleCommand): readonly Word[] {
  const { name, program, assignments, wrappers } = command;
  if (assignments.size + wrappers.length === 0 && !program.value.includes("/") && runsNoFile(name)) return [];
  // Which of the project's files that is, the program finds out by itself.
  const found = runsTests(command) || preloadsOf(command).length > 0 ? [literal(".", command)] : [];
  const tasks = taskFilesOf(command).map((file) => literal(file, command));
  return [...runWords(command), ...found, ...tasks];
}

function runWords(command: SimpleCommand): readonly Word[] {
  const { name, program, args, stdin } = command;
  if (runsWhatComesIn(name)) {
    const file = args.find((arg) => !arg.value.startsWith("-")) ?? stdin.file;
    // Code that comes in may load files.
    return file === null ? (command.stdin.text === null ? [] : [literal(".", command)]) : [file];
  }
  if (program.value.includes("/")) return [program];
  if (name === "java" && optionValues(command, "-jar").length > 0) return optionValues(command, "-jar");
  if (/^g?sed$/.test(name)) return optionValues(command, "-f", "--file");
  // Found where the variable leads.
  if (command.assignments.has("PATH") || /^[\w-]+\.(?:sh|bash|py|rb|pl|js)$/.test(name)) return [program];
  if (/^(?:npm|pnpm|yarn|npm-run-all2?|run-[sp])$/.test(name)) return RUNS_NO_SCRIPT.test(verbFirst(command).args[0]?.value ?? "") ? [] : [literal("package.json", command)]; // prettier-ignore
  if (codeLanguageOf(name) !== null) return scriptFiles(command).filter(({ value }) => /\.\w{1,6}$/.test(value));
  if (name === "go" && /^generate$/.test(args[0]?.value ?? "")) return [literal(".", command)];
  if (name === "go" && args[0]?.value === "run") return args.slice(1).filter((arg) => !arg.value.startsWith("-")).slice(0, 1); // prettier-ignore
  if (name === "cargo" && /^(?:run|test|build|check)$/.test(args[0]?.value ?? "")) return [literal("src", command)];
  return makefilesOf(command);
}

const inputsOf = ({ stdin, args }: SimpleCommand): readonly SimpleCommand[] => [
  ...stdin.from,
  ...(stdin.text?.from ?? []),
  ...args.flatMap((arg) => arg.from),
];
