import { baseName } from "../paths";
import type { Word } from "./types";
import { isKnown } from "./word";

/** Runners of a package's own program: `npx prisma migrate reset` is `prisma migrate reset`. Null: it follows at once. */
const RUNNERS: Readonly<Record<string, RegExp | null>> = {
  npx: null, bunx: null, pnpx: null, pnpm: /^(exec|dlx)$/, yarn: /^(exec|dlx|run)$/, npm: /^(exec|x)$/, bundle: /^exec$/, python: /^-m$/, python3: /^-m$/, bun: /^x$/, php: /^artisan$/, uvx: null, corepack: null, pipx: /^run$/,
}; // prettier-ignore

/** Flags that name packages, an interpreter or a directory in the next word. */
const VALUES =
  /^(?:-[pCFw]|--(?:package|from|with|spec|python|prefix|workspace|filter|dir|cwd|index|index-url|registry|cache|userconfig|loglevel))$/;

export const isPackageRunner = (name: string): boolean => Object.hasOwn(RUNNERS, name);

/** The program a runner runs and where it stands; null when `name` runs none here. */
export function packageProgram(name: string, argv: readonly Word[]): { name: string; at: number } | null {
  const sub = Object.hasOwn(RUNNERS, name) ? RUNNERS[name] : undefined;
  if (sub === undefined) return null;
  let at = 1;
  if (sub !== null) {
    // Of these `-m` itself is the verb.
    if (!name.startsWith("python")) at = flagsEnd(argv, at);
    if (!sub.test(argv[at]?.value ?? "")) return null;
    at++;
  }
  at = flagsEnd(argv, at);
  const program = argv[at];
  if (program === undefined || !isKnown(program)) return null;
  const path = program.value.replace(/@[^/@]*$/, "");
  return { name: baseName(path), at };
}

function flagsEnd(argv: readonly Word[], from: number): number {
  let at = from;
  while (argv[at]?.value.startsWith("-") === true) at += VALUES.test((argv[at] as Word).value) ? 2 : 1;
  return at;
}
