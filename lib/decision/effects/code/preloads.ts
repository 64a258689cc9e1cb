import type { SimpleCommand } from "../../shell/types";
import { optionValues } from "../arguments";
import { codeLanguageOf } from "./languages";

/** Code that an interpreter is told to load before its script: by an option, or by a variable that all of its kind obey. */
type Preload = { name: string; language: string };

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  node: ["-r", "--require", "--import", "--loader", "--experimental-loader"], bun: ["-r", "--require", "--preload"], deno: ["--preload"], tsx: ["-r", "--require", "--import"], "ts-node": ["-r", "--require"],
  ruby: ["-r"], perl: ["-M"], php: ["-d"], pytest: ["-p"], lua: ["-l"], julia: ["-L", "--load"], elixir: ["-r"],
}; // prettier-ignore
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ["NODE_OPTIONS", "node"],
  ["BUN_OPTIONS", "bun"],
  ["RUBYOPT", "ruby"],
  ["PYTHONSTARTUP", "python"],
  ["BASH_ENV", "sh"],
]);

export function preloadsOf(command: SimpleCommand): Preload[] {
  const { name, args, assignments } = command;
  const language = args.length === 0 ? null : name === "pytest" ? "python" : codeLanguageOf(name);
  const options = language === null ? undefined : OPTIONS[name === "pytest" ? name : language];
  const found = options === undefined ? [] : optionValues(command, ...options).map(({ value }) => ({ name: value.replaceAll("::", "/").replace(/^auto_(?:prepend|append)_file=/, ""), language: language as string })); // prettier-ignore
  if (assignments.size === 0) return found;
  for (const [variable, word] of assignments) {
    const of = VARIABLES.get(variable);
    if (of !== undefined) found.push(...namedIn(word.value, of));
  }
  return found;
}

/** `--require ./x.js`, `-r./x`, or a path alone. */
function namedIn(value: string, language: string): Preload[] {
  const options = OPTIONS[language];
  if (options === undefined) return [{ name: value, language }];
  const words = value.split(/\s+/).filter((word) => word !== "");
  return words.flatMap((word, i) => {
    const option = options.find((one) => word.startsWith(one));
    if (option === undefined) return [];
    const rest = word.slice(option.length).replace(/^=/, "");
    const name = rest === "" ? words[i + 1] : option.length === 2 || word.includes("=") ? rest : undefined;
    return name === undefined ? [] : [{ name, language }];
  });
}
