import { baseName, isInside, normalise, parentOf, resolvePath } from "../paths";
import type { Known, Output } from "./static-output";
import type { SimpleCommand } from "./types";
import { isKnown } from "./word";

/** Programs that print a place, a name or their own words, as the text and the scene tell. */
export const PLACES: Readonly<Record<string, Output>> = {
  pwd: (command) => command.cwd,
  dirname: (command) => oneKnown(command, parentPath),
  basename: (command) => oneKnown(command, (value) => value.slice(value.replace(/\/+$/, "").lastIndexOf("/") + 1)),
  realpath: (command, known) => oneKnown(command, (value) => resolvePath(value, command.cwd, known.scene.home)),
  npm: ({ args, cwd }) => {
    const [verb, ...others] = args;
    if (cwd === null || others.length > 0) return null;
    return verb?.value === "root" ? `${cwd}/node_modules` : verb?.value === "prefix" ? cwd : null;
  },
  // Quoted for the shell, except where it is told otherwise or called in its old form.
  getopt: ({ args }) => {
    const words = args.slice(args.findIndex(({ value }) => value === "--") + 1);
    if (!args.every(isKnown) || !args.some(({ value }) => /^(?:-o|--options)/.test(value))) return null;
    if (args.some(({ value }) => /^(?:-\w*u|--u)/.test(value))) return null;
    return ` ${words.map(({ value }) => `'${value.replaceAll("'", "'\\''")}' `).join("")}--`;
  },
  whoami: (_, known) => baseName(known.scene.home),
  git: (command, known) => {
    const call = command.args.map((arg) => arg.value).join(" ");
    if (call === "rev-parse --show-toplevel") return topLevel(command, known);
    if (call === "rev-parse --git-dir") return `${topLevel(command, known) ?? "."}/.git`;
    if (call === "branch --show-current" || call === "rev-parse --abbrev-ref HEAD") return known.scene.gitBranch;
    return null;
  },
};

/** Of another repository only that it lies around here is known. */
const topLevel = ({ cwd }: SimpleCommand, { scene }: Known): string | null =>
  scene.gitRoot !== null && cwd !== null && isInside(cwd, scene.gitRoot) ? scene.gitRoot : cwd;

const parentPath = (value: string) =>
  value.startsWith("/")
    ? parentOf(normalise(value))
    : value.includes("/")
      ? value.slice(0, value.lastIndexOf("/"))
      : ".";

function oneKnown(command: SimpleCommand, make: (value: string) => string | null): string | null {
  const [word, ...others] = command.args.filter(({ value }) => !value.startsWith("-"));
  if (others.length > 0) return null;
  return word === undefined || !isKnown(word) ? null : make(word.value);
}
