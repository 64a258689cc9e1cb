import type { Word } from "./types";

type Xargs = { placeholder: string | null; separator: string | null; each: number | null; byLine: boolean; asks: boolean; file: Word | null; at: number }; // prettier-ignore

const XARGS_VALUES = /^(-[PsES]|--(max-procs|max-chars|process-slot-var))$/;
const ESCAPED: Readonly<Record<string, string>> = { "\\n": "\n", "\\0": "\0", "\\t": "\t" };

/** The flags of `xargs`: each by itself, behind others that take no value (`-0n1`), with its value attached or not. */
export function xargsFlags(argv: readonly Word[]): Xargs {
  const found: Xargs = {
    placeholder: null,
    separator: null,
    each: null,
    byLine: false,
    asks: false,
    file: null,
    at: 1,
  };
  for (; found.at < argv.length; found.at++) {
    const { value } = argv[found.at] as Word;
    if (!value.startsWith("-")) break;
    const [, group = "", flag = "", attached = ""] = /^-([0rtpxo]*)([IJidnLla]?)(.*)$/s.exec(value) ?? [];
    const long = /^--(replace|delimiter|max-args|max-lines|arg-file)(?:=(.*))?$/s.exec(value);
    found.asks ||= group.includes("p") || value === "--interactive";
    if (group.includes("0") || value === "--null") found.separator = "\0";
    const name = long?.[1] ?? flag;
    const given = () => long?.[2] ?? (attached !== "" && long === null ? attached : (argv[++found.at]?.value ?? ""));
    if (/^(?:I|J)$/.test(name)) found.placeholder = given();
    else if (name === "i" || name === "replace")
      found.placeholder = long?.[2] ?? (attached === "" || long ? "{}" : attached); // prettier-ignore
    else if (name === "d" || name === "delimiter") {
      const written = given();
      found.separator = ESCAPED[written] ?? written;
    } else if (/^(?:n|max-args)$/.test(name)) found.each = Number(given()) || null;
    else if (/^(?:L|max-lines)$/.test(name)) found.byLine = given() === "1";
    else if (/^(?:a|arg-file)$/.test(name)) found.file = (given(), argv[found.at] ?? null);
    else if (XARGS_VALUES.test(value)) found.at++;
  }
  return found;
}
