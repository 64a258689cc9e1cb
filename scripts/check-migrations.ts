import { spawnSync } from "node:child_process";
import path from "node:path";
import { databaseUrl, startTestServer, TEMPLATE_DATABASE } from "@/lib/db/testing-server";

/** Ends with 0 when the migrations make exactly the database that prisma/schema.prisma describes. */
const server = await startTestServer();
try {
  const prisma = path.resolve("node_modules/prisma/build/index.js");
  const args = ["migrate", "diff", "--exit-code", "--from-config-datasource", "--to-schema", "prisma/schema.prisma"];
  const { status } = spawnSync(process.execPath, [prisma, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl(server.url, TEMPLATE_DATABASE) },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  await server.stop();
}
