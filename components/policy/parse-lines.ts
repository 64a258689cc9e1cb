import type { Parsed } from "@/lib/policy/parsed";

export type ParsedLines = {
  /** Normal forms, each once, in the order of the text. */
  values: string[];
  faults: { line: number; text: string; message: string }[];
};

/** Reads pasted text, one value a line; empty lines and lines that start with # are skipped, a trailing comma is dropped. */
export function parseLines(text: string, parse: (line: string) => Parsed): ParsedLines {
  const values = new Set<string>();
  const faults: ParsedLines["faults"] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim().replace(/[,;]$/, "");
    if (line === "" || line.startsWith("#")) continue;
    const parsed = parse(line);
    if (parsed.ok) values.add(parsed.value);
    else faults.push({ line: index + 1, text: line, message: parsed.message });
  }
  return { values: [...values], faults };
}
