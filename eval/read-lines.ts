import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { Fault } from "./fault";

/**
 * Cases of a file, one a line of JSON, or of a directory of such files.
 * @throws Fault that names file and line: figures of a file that was read in part would mislead
 */
export function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return filesAt(path).flatMap((file) => {
    const found: T[] = [];
    for (const [index, line] of textOf(file).split("\n").entries()) {
      if (line.trim() === "") continue;
      const result = schema.safeParse(jsonOf(line, `${file}:${index + 1}`));
      if (!result.success) throw new Fault(`${file}:${index + 1}: ${faultsOf(result.error)}`);
      found.push(result.data);
    }
    return found;
  });
}

function jsonOf(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Fault(`${place}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

const faultsOf = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => `${path.join(".") || "the case"}: ${message}`).join("; ");

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Fault(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function filesAt(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => join(path, name));
}
