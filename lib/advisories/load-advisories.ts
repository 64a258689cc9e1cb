import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type AdvisoryIndex, buildAdvisoryIndex } from "@/lib/decision/advisories/advisory-index";
import { OsvFile, type OsvRecord } from "@/lib/decision/advisories/osv";
import { SHIPPED_ADVISORIES, SHIPPED_RECORDS } from "@/lib/decision/advisories/shipped";
import { StartUpError } from "@/lib/start-up-error";

/**
 * What is known against releases of packages: what Gatehouse ships with, and the administrator's own records (docs/advisories.md). A record
 * of theirs takes the place of one with the same id.
 * @param path a file of OSV records or a directory of such files; undefined for none
 * @throws StartUpError that names the file that cannot be read: a list that is silently left out protects nobody
 */
export function loadAdvisories(path: string | undefined): AdvisoryIndex {
  if (path === undefined) return SHIPPED_ADVISORIES;
  const records = new Map<string, OsvRecord>(SHIPPED_RECORDS.map((record) => [record.id, record]));
  for (const file of filesAt(path)) for (const record of recordsIn(file)) records.set(record.id, record);
  return buildAdvisoryIndex([...records.values()]);
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith(".json"));
    return names.toSorted().map((name) => join(path, name));
  } catch (cause) {
    throw new StartUpError(`advisories: ${path}: ${messageOf(cause)}`);
  }
}

function recordsIn(file: string): OsvRecord[] {
  try {
    return OsvFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new StartUpError(`advisories: ${file}: ${messageOf(cause)}`);
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).slice(0, 500);
