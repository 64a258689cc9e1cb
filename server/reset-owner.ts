import type { Ctx } from "@/lib/auth/ctx";
import { createDb, createPool } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { migrate } from "@/lib/db/migrate";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/http/errors";
import { resetLinkOf } from "@/lib/org/link-url";
import { resetOwner } from "@/lib/org/reset-owner";
import { StartUpError } from "@/lib/start-up-error";
import { childEnv } from "./supervisor/child-env";
import { ensureDataDir } from "./supervisor/data-dir";
import { openDatabase } from "./supervisor/database";
import { say } from "./supervisor/say";
import { installationSecret } from "./supervisor/secret";
import { readSettings } from "./supervisor/settings";

/** Prints a one-time link with which an owner chooses a new password, on the database that `npm start` uses here. */
async function main(email: string | undefined): Promise<void> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  try {
    await migrate(database.url);
    ensureDataDir(settings.GATEHOUSE_DATA_DIR);
    const secret = settings.GATEHOUSE_SECRET ?? installationSecret(settings.GATEHOUSE_DATA_DIR);
    const ports = { dataPlane: settings.PORT, console: 0 };
    // The link says where people reach Gatehouse.
    Object.assign(process.env, childEnv(process.env, { settings, ports, secret, databaseUrl: database.url }));
    readEnv();
    await printLink(database.url, email);
  } finally {
    await database.stop();
  }
}

async function printLink(databaseUrl: string, email: string | undefined): Promise<void> {
  const pool = createPool(databaseUrl, 1);
  const db = createDb(pool);
  try {
    const organization = await db.organization.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
    if (!organization)
      throw new StartUpError("there is no organization yet. Open the set-up link that npm start prints");
    const actor = { type: "system", name: "reset-owner on the server" } as const;
    const ctx: Ctx = { db, organization, actor, requestId: `reset-owner-${newId()}` };
    const made = await resetOwner(ctx, email);
    say(`${made.email} chooses a new password with this link, good once and for 24 hours:`);
    say(resetLinkOf(made).resetUrl);
  } finally {
    await db.$disconnect();
    if (!pool.ended) await pool.end();
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof StartUpError) && !(error instanceof AppError)) throw error;
  console.error(`gatehouse: ${error.message}`);
  process.exitCode = 1;
}
