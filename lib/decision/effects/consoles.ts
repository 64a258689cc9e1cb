import { packageProgram } from "../shell/runners";
import { stdinText } from "../shell/static-output";
import type { SimpleCommand, Word } from "../shell/types";
import { operands, optionValues } from "./arguments";
import { clip } from "./clip";
import { isProduction } from "./phrases";
import { nearness } from "./rehearsal";
import { add, type Maker, type Scene } from "./scene";
import { statementAct } from "./sql-statements";

/** A framework's console: code that runs with the application's own database behind it. */
type Console = {
  /** Whether the words open one. */
  opens: (words: readonly string[]) => boolean;
  /** Flags whose value is code, and how many words come before code given as a word. */
  code: readonly string[];
  skip?: number;
};

const RAILS: Console = { opens: ([verb = ""]) => /^(?:runner|r|console|c)$/.test(verb), code: [], skip: 1 };
const DJANGO: Console = { opens: ([, verb = ""]) => /^shell(?:_plus)?$/.test(verb), code: ["-c", "--command"] };
const LARAVEL: Console = { opens: ([, verb = ""]) => verb === "tinker", code: ["--execute"] };
const withoutFile = ({ opens, ...rest }: Console): Console => ({ ...rest, opens: (words) => opens(["", ...words]) });

const CONSOLES: Readonly<Record<string, Console>> = {
  rails: RAILS,
  python: { ...DJANGO, opens: (words) => words[0]?.endsWith("manage.py") === true && DJANGO.opens(words) },
  python3: { ...DJANGO, opens: (words) => words[0]?.endsWith("manage.py") === true && DJANGO.opens(words) },
  "manage.py": withoutFile(DJANGO), "django-admin": withoutFile(DJANGO),
  php: { ...LARAVEL, opens: (words) => words[0]?.endsWith("artisan") === true && LARAVEL.opens(words) }, artisan: withoutFile(LARAVEL), sail: withoutFile(LARAVEL),
  mix: { opens: ([verb]) => verb === "run", code: ["-e", "--eval"] }, flask: { opens: ([verb]) => verb === "shell", code: [] },
  wp: { opens: ([verb]) => verb === "eval" || verb === "shell", code: [], skip: 1 }, drush: { opens: ([verb = ""]) => /^(?:ev|eval|php-eval|php:eval)$/.test(verb), code: [], skip: 1 },
}; // prettier-ignore

/** All rows of a table, by the words of the frameworks' own database layers. */
const EMPTIES =
  /\b(?:delete_all|destroy_all|truncate(?:_tables)?|drop_table|drop_database|raw_delete|flushall|flushdb)\b|\b(?:find_)?each\w{0,12}[^\n;]{0,60}(?:destroy|delete)|\b(?:objects|query|all|get)\b(?:\(\))?[^\n;]{0,20}(?:\.|->)delete\s?\(|(?:::|->|\.)truncate\s?\(/i;
/** Less than that: what a condition picks. */
const NARROWED = /\b(?:where|filter|find_by|exclude|limit|first|last|find)\b\s?\(|\b(?:select|reject)\s?(?:\{|do\b)/i;
const VALUES = ["-e", "--environment", "--env", "--settings", "-c", "--command", "--execute", "-i", "--interface"];

const opens: Maker = (command, scene) => {
  const console = CONSOLES[command.name];
  const words = operands(command, VALUES);
  if (console === undefined || !console.opens(words.map(({ value }) => value))) return;
  const given = [...optionValues(command, ...console.code), ...(console.skip === undefined ? [] : words.slice(console.skip))]; // prettier-ignore
  const code = [...given.map(({ value }) => value), stdinText(command.stdin, scene.known()) ?? ""].join("\n"); // prettier-ignore
  const place = placeOf(command, given);
  const empties = (EMPTIES.test(code) && !NARROWED.test(code)) || statementAct(code) === "unbounded" || statementAct(code) === "drop"; // prettier-ignore
  if (empties) report("unbounded", "empties tables of the application's database", place, command, scene);
  else if (isProduction(place)) report("read", "opens a console of production", place, command, scene);
};

/** Where it connects to: the environment it is given, without the code. */
function placeOf(command: SimpleCommand, code: readonly Word[]): string {
  const words = command.args.filter((word) => !code.some(({ start }) => start === word.start));
  return [...words, ...command.assignments.values()].map(({ value }) => value).join(" ").slice(0, 4_000); // prettier-ignore
}

function report(act: string, what: string, place: string, command: SimpleCommand, scene: Scene): void {
  const production = isProduction(place);
  // Where nothing is said these consoles open the developer's own database.
  const isTest = optionValues(command, "-e").some(({ value }) => value === "test");
  const near = production ? null : isTest ? "test" : (nearness(command, scene) ?? "local");
  add(scene, "database-change", "command", clip(place), command, `${command.name}: ${what}`, {
    act, what, production, local: near === "test", near: near !== null, text: clip(`${command.name} ${place}`),
  }); // prettier-ignore
}

/** Scripts that fill or empty a database, by their name. */
const REFILLS = /(?:^|[/_.:-])(?:seed|reseed|reset|wipe|truncate|drop|purge)(?:s|er|-?db|-?all)?(?=$|[_.:-])/i;
const ENVIRONMENT = /^(?:NODE|APP|RAILS|RACK|MIX|FLASK|DJANGO|LARAVEL|DB)_ENV$/;
const SCRIPTS = ["node", "tsx", "ts-node", "bun", "deno", "python", "python3", "ruby", "php", "npm", "pnpm", "yarn", "npx", "make"]; // prettier-ignore

/** `NODE_ENV=production npx tsx seed.ts` */
const refills: Maker = (command, scene) => {
  if (![...command.assignments].some(([name, { value }]) => ENVIRONMENT.test(name) && isProduction(value))) return;
  const inner = packageProgram(command.name, [command.program, ...command.args]);
  const words = command.args.slice(inner?.at ?? 0).filter(({ value }) => !value.startsWith("-"));
  const script = words.slice(0, 2).find(({ value }) => REFILLS.test(value));
  if (script !== undefined) report("migrate", `runs ${clip(script.value)} against production`, "production", command, scene); // prettier-ignore
};

export const CONSOLE_MAKERS: readonly (readonly [name: string, maker: Maker])[] = [
  ...Object.keys(CONSOLES).map((name) => [name, opens] as const),
  ...SCRIPTS.map((name) => [name, refills] as const),
];
