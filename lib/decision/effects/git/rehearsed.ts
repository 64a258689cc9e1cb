import type { SimpleCommand, Word } from "../../shell/types";

/** Whether `-n` or `--dry-run` holds: not as the value of another option, and not taken back. `values`: the options that have one. */
export function isRehearsed({ args }: SimpleCommand, values: readonly string[]): boolean {
  let holds = false;
  for (let i = 0; i < args.length; i++) {
    const { value } = args[i] as Word;
    if (value === "--") break;
    if (values.includes(value)) i++;
    else if (value === "--no-dry-run") holds = false;
    else if (/^--dry-r?u?n?$/.test(value)) holds = true;
    else if (/^-[a-zA-Z]/.test(value)) {
      const letters = value.slice(1);
      const taking = [...letters].findIndex((letter) => values.includes(`-${letter}`));
      if (letters.slice(0, taking === -1 ? undefined : taking).includes("n")) holds = true;
      if (taking === letters.length - 1) i++;
    }
  }
  return holds;
}
