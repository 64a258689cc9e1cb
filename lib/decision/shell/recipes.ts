import { scriptsIn } from "./dialects";
import { spend, subshell, type Call, type Frame, type Reader } from "./frame";
import { runText, textIn } from "./scripts";
import { stdinText } from "./static-output";
import type { Word } from "./types";
import { after, literal, pathNamed } from "./word";

/** The recipes of a makefile that comes over a pipe or was written by this session: as named, as `make` looks for it, and what it includes. */
export function runRecipes(reader: Reader, frame: Frame, argv: readonly Word[], call: Call): void {
  const inner = subshell(frame, { cwd: directoryOf(reader, frame, argv) });
  const named = valuesOf(argv, "-f", "--file", "--makefile");
  const files = named.length > 0 ? named : USUAL.map((name) => literal(name, call.span));
  const texts = files.map((file) =>
    file.value === "-" ? stdinText(frame.stdin, reader) : textIn(reader, inner, file),
  );
  const found = named.length > 0 ? texts : [texts.find((text) => text !== null) ?? null];
  const more = call.assignments.get("MAKEFILES")?.value.split(/\s+/) ?? [];
  for (const name of more) found.push(name === "" ? null : textIn(reader, inner, literal(name, call.span)));
  const whole = found.flatMap((text) => (text === null ? [] : [withIncluded(text, reader, inner, call, 0)])).join("\n"); // prettier-ignore
  if (whole === "") return;
  for (const script of scriptsIn(literal(whole, call.span), "makefile")) runText(reader, subshell(inner), script);
}

const USUAL = ["GNUmakefile", "makefile", "Makefile"];
/** Files that include one another. */
const MAX_INCLUDES = 8;

/** `include build.mk`, also where the file may be missing. */
function withIncluded(text: string, reader: Reader, frame: Frame, call: Call, depth: number): string {
  if (depth >= MAX_INCLUDES || !text.includes("include ")) return text;
  const names = text.split("\n").flatMap((line) => /^ {0,4}[-s]?include +(.+)$/.exec(line)?.[1]?.split(/\s+/) ?? []);
  const texts = names.flatMap((name) => {
    const inner = textIn(reader, frame, { ...literal(name, call.span), glob: /[*?[]/.test(name) });
    spend(reader, call.span, Math.ceil((inner?.length ?? 0) / 1024) + 1);
    return inner === null || inner === text ? [] : [withIncluded(inner, reader, frame, call, depth + 1)];
  });
  return [text, ...texts].join("\n");
}

/** `make -C app`: each one goes on from the one before. */
function directoryOf(reader: Reader, { cwd }: Frame, argv: readonly Word[]): string | null {
  let at = cwd;
  for (const word of valuesOf(argv, "-C", "--directory")) at = pathNamed(word, at, reader.scene.home);
  return at;
}

/** Values of a flag in all its spellings: `-f x`, `-fx`, `--file x`, `--file=x`. */
function valuesOf(argv: readonly Word[], short: string, ...long: readonly string[]): Word[] {
  return argv.flatMap((word, i) => {
    const before = argv[i - 1]?.value ?? "";
    if (before === short || long.includes(before)) return [word];
    const name = long.find((one) => word.value.startsWith(`${one}=`));
    if (name !== undefined) return [after(word, name.length + 1)];
    return word.value.startsWith(short) && word.value.length > short.length ? [after(word, short.length)] : [];
  });
}
