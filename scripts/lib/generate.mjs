import { existsSync, readFileSync } from "node:fs";
import { inModules, inRoot } from "./root.mjs";
import { mustRunNode } from "./run.mjs";
import { step } from "./say.mjs";

const CLIENT = "lib/db/generated/internal/class.ts";

/** Prisma formats a schema before it keeps it. @param {string} schema */
const withoutSpaces = (schema) => schema.replace(/\s+/g, "");

/** The generated client carries the schema and the version it was made from. */
export function isGenerated() {
  if (!existsSync(inRoot(CLIENT))) return false;
  const client = readFileSync(inRoot(CLIENT), "utf8");
  const { version } = JSON.parse(readFileSync(inModules("@prisma/client/package.json"), "utf8"));
  const schema = readFileSync(inRoot("prisma/schema.prisma"), "utf8");
  const inline = /"inlineSchema": ("(?:[^"\\]|\\.)*")/.exec(client)?.[1] ?? '""';
  return (
    client.includes(`"clientVersion": "${version}"`) && withoutSpaces(JSON.parse(inline)) === withoutSpaces(schema)
  );
}

/** Generates the database client where prisma/schema.prisma has changed. */
export async function ensureGenerated() {
  if (isGenerated()) return;
  await step("Generating the database client", () => mustRunNode([inModules("prisma/build/index.js"), "generate"]));
}
