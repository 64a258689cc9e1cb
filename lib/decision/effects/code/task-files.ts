import type { SimpleCommand } from "../../shell/types";
import { literal } from "../../shell/word";
import { operands } from "../arguments";
import { pathOf, type Scene } from "../scene";
import { readScript } from "./code-scripts";
import { LoadedCode } from "./loaded-code";
import { matchesOf } from "../../matches";

/** Programs that run what a file of the project says under a name, or that file itself, and the names such files have. */

type Tasks = {
  files: readonly string[];
  /** The word before the task's name. */
  verb?: RegExp;
  /** The file is code that runs as a whole. */
  code?: true;
};

const code = (...files: readonly string[]): Tasks => ({ files, code: true });
const PYPROJECT: Tasks = { files: ["pyproject.toml", "poe_tasks.toml"] };
const MISE: Tasks = { files: ["mise.toml", ".mise.toml"], verb: /^(?:run|r|tasks)$/ };
const TASKS: Readonly<Record<string, Tasks>> = {
  poe: PYPROJECT, poethepoet: PYPROJECT, taskipy: PYPROJECT, deno: { files: ["deno.json", "deno.jsonc", "package.json"], verb: /^task$/ }, composer: { files: ["composer.json"], verb: /^(?:run|run-script|exec)$/ }, mise: MISE,
  gulp: code("gulpfile.js", "gulpfile.mjs", "gulpfile.ts"), grunt: code("Gruntfile.js"), jake: code("Jakefile.js"), doit: code("dodo.py"), fab: code("fabfile.py"), invoke: code("tasks.py"), inv: code("tasks.py"), nox: code("noxfile.py"), mage: code("magefile.go"), scons: code("SConstruct.py"),
  vite: code("vite.config.ts", "vite.config.js", "vite.config.mjs"), webpack: code("webpack.config.js", "webpack.config.ts"), rollup: code("rollup.config.js", "rollup.config.mjs"), next: code("next.config.js", "next.config.mjs", "next.config.ts"), eslint: code("eslint.config.js", "eslint.config.mjs", ".eslintrc.js", ".eslintrc.cjs"), astro: code("astro.config.mjs"), nuxt: code("nuxt.config.ts"), tailwindcss: code("tailwind.config.js"),
  "sphinx-build": code("conf.py", "docs/conf.py"), alembic: code("alembic/env.py", "migrations/env.py"),
}; // prettier-ignore

export const hasTaskFiles = (name: string): boolean => Object.hasOwn(TASKS, name);

/** `mise run x` is read as `x` run by it. */
const tasksOf = ({ name, wrappers }: SimpleCommand): Tasks | null =>
  Object.hasOwn(TASKS, name) ? (TASKS[name] as Tasks) : wrappers.at(-1) === "mise" ? { files: MISE.files } : null;

/** The files that a call may run something of. */
export const taskFilesOf = (command: SimpleCommand): readonly string[] => tasksOf(command)?.files ?? [];

const NAME = /^[\w:.-]{1,60}$/;

export function addTasks(command: SimpleCommand, scene: Scene): void {
  const tasks = tasksOf(command);
  if (tasks === null || scene.reading.files.size === 0) return;
  const paths = tasks.files.flatMap((file) => pathOf(literal(file, command), command, scene) ?? []);
  if (tasks.code === true) return new LoadedCode(command, scene).files(paths);
  const words = Object.hasOwn(TASKS, command.name) ? operands(command) : [command.program];
  const [first, second] = words;
  const name = tasks.verb !== undefined && tasks.verb.test(first?.value ?? "") ? second?.value : first?.value;
  if (name === undefined || !NAME.test(name)) return;
  for (const path of paths)
    for (const script of scriptsNamed(scene.reading.files.get(path) ?? "", name))
      readScript(script, literal(name, command), command, scene);
}

const TEXT = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/g;
const SAID = /"""([\s\S]{0,4000}?)"""|'''([\s\S]{0,4000}?)'''/g;
/** What in a task's own table or object is a command. */
const COMMAND =
  /(?:^|[\n{,])\s*"?(?:cmd|shell|run|script|command|interpreter)"?\s*[:=]\s*("""[\s\S]{0,4000}?"""|'''[\s\S]{0,4000}?'''|.{1,2000})/g;

const textsIn = (text: string): string[] =>
  [...matchesOf(text, SAID), ...matchesOf(text.replace(SAID, ""), TEXT)].map((match) => (match[1] ?? match[2] ?? "").replace(/\\(["\\/])/g, "$1")); // prettier-ignore

/** The command lines that stand under a name in JSON or TOML. */
function scriptsNamed(text: string, name: string): string[] {
  const own = name.replace(/[.]/g, String.raw`\.`);
  const json = new RegExp(String.raw`"${own}"\s*:\s*("(?:[^"\\\n]|\\.)*"|\[[^\]]{0,4000}\]|\{[^{}]{0,4000}\})`).exec(text)?.[1]; // prettier-ignore
  const line = new RegExp(String.raw`(?:^|\n)[ \t]*"?${own}"?[ \t]*=[ \t]*("""[\s\S]{0,4000}?"""|'''[\s\S]{0,4000}?'''|[^\n]{1,4000})`).exec(text)?.[1]; // prettier-ignore
  const table = new RegExp(String.raw`(?:^|\n)\[[\w.-]{0,60}\."?${own}"?\][^\n]*\n((?:(?!\[)[^\n]*(?:\n|$)){0,40})`).exec(text)?.[1]; // prettier-ignore
  const parts = [json, line, table === undefined ? undefined : `{${table}`].filter((part) => part !== undefined);
  return parts.flatMap(
    (part) =>
    part.startsWith("{") ? matchesOf(part, COMMAND).flatMap((match) => textsIn(match[1] as string)) : textsIn(part), // prettier-ignore
  );
}
