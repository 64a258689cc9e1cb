import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma's native schema engine is a download from a host many networks do not reach. Ours speaks the same
// protocol over the WebAssembly build from npm; an engine named in the environment is used unchanged.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, "scripts/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
