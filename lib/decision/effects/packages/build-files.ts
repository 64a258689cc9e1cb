import { readShell } from "../../shell/read";
import type { Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { cannotRead, moveEvidence } from "../code/code-scripts";
import { readInlineCode } from "../code/inline-code";
import { makefilesOf } from "./makefiles";
import { pathOf, type Maker, type Scene } from "../scene";
import { matchesOf } from "../../matches";

/** What stands for a value that is filled in when it runs. */
const TEMPLATE = /\{\{[^{}]*\}\}/g;

/** Recipes of a justfile: indented lines, without the marks that keep them from being printed. */
const recipes = (text: string): string[] =>
  linesOf(text).filter((line) => /^[ \t]+\S/.test(line)).map((line) => line.trim().replace(/^[@-]+/, "")); // prettier-ignore

/** Commands of a task file: items of lists, and what follows `cmd:`. */
const tasks = (text: string): string[] =>
  linesOf(text).flatMap((line) => /^\s*(?:-\s+)?(?:cmds?|sh):\s+(?![|>]\s*$)(.+)$|^\s*-\s+(?![\w-]+:\s)(.+)$|^ {8,}(\S.*)$/.exec(line)?.slice(1).find((one) => one !== undefined) ?? []).map(unquoted); // prettier-ignore

/** Commands of a test environment: `commands = x`, and what is indented below. */
const environments = (text: string): string[] =>
  linesOf(text).flatMap((line) => /^(?:commands(?:_pre|_post)?\s*=\s*|\s+)(\S.*)$/.exec(line)?.[1] ?? []);

/** What a build file in a language hands to the shell: `sh "x"`, `session.run("a", "b")`, `commandLine 'a', 'b'`. */
const calls = (text: string): string[] =>
  matchesOf(text, /(?:^|[\s.({])(?:sh|run|commandLine)[ \t]*\(?[ \t]*((?:(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}')[ \t]*,?[ \t]*){1,40})/g).map(([, words = ""]) =>
    words.trim().replace(/,$/, "")).map((words) => (/["'],?\s*["']/.test(words) ? words.replace(/(["']),\s*(["'])/g, "$1 $2") : unquoted(words))); // prettier-ignore

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1\s*$/, "$2");
const linesOf = (text: string): string[] => text.replace(TEMPLATE, "value").split("\n");

const SHELL: Readonly<Record<string, (text: string) => string[]>> = {
  just: recipes, task: tasks, tox: environments, rake: calls, nox: calls, inv: calls, invoke: calls, gradle: calls, gradlew: calls,
}; // prettier-ignore
const LANGUAGES: Readonly<Record<string, string>> = {
  rake: "ruby", nox: "python", inv: "python", invoke: "python", gradle: "groovy", gradlew: "groovy",
}; // prettier-ignore

/** Recipes that this session wrote and the call may run. Makefiles and package scripts are read where the command line is. */
export const buildFiles: Maker = (command, scene) => {
  const [language, scripts] = [LANGUAGES[command.name], SHELL[command.name]];
  if (language === undefined && scripts === undefined) return;
  for (const file of makefilesOf(command)) {
    const path = pathOf(file, command, scene);
    const text = path === null ? undefined : scene.reading.files.get(path);
    if (text === undefined) continue;
    if (language !== undefined) readInlineCode(literal(text, file), command, language, scene);
    for (const script of scripts?.(text) ?? []) readRecipe(script, file, scene);
  }
};

/** Reading even a short one costs, so the budget is for about a hundred. */
const RECIPE_COST = 600;

/** One recipe as a command line of its own; its evidence is the file's name. */
function readRecipe(script: string, { start, end }: Word, scene: Scene): void {
  scene.scriptBudget -= script.length + RECIPE_COST;
  if (scene.scriptBudget < 0)
    return cannotRead("The recipes are more than can be read through.", { start, end }, scene);
  const before = scene.effects.length;
  const reading = readShell(script, scene.known().scene);
  scene.addReading(reading, scene);
  moveEvidence(before, { start, end }, scene);
  for (const { reason, evidence } of reading.opaque)
    scene.opaque.push({ reason, evidence: { ...evidence, start, end } });
}
