import type { Ctx } from "@/lib/auth/ctx";
import { createRecordPool } from "@/lib/audit/record-pool";
import { createDb, createPool } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { migrate } from "@/lib/db/migrate";
import { fillDemo } from "@/lib/demo/fill";
import { removeDemo } from "@/lib/demo/remove";
import { AppError } from "@/lib/http/errors";
import { StartUpError } from "@/lib/start-up-error";
import { childEnv } from "./supervisor/child-env";
import { ensureDataDir } from "./supervisor/data-dir";
import { openDatabase } from "./supervisor/database";
import { say } from "./supervisor/say";
import { installationSecret } from "./supervisor/secret";
import { readSettings } from "./supervisor/settings";

const USAGE = "usage: npm run demo, or npm run demo -- remove";
/** Of one batch; nobody waits for an answer here. */
const RECORD_TIMEOUT_MS = 60_000;

/** Fills the installation that `npm start` runs here with a demo organization's data, or takes it out again. */
async function main(command: string | undefined): Promise<void> {
  if (command !== undefined && command !== "remove") throw new StartUpError(USAGE);
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  try {
    await migrate(database.url);
    ensureDataDir(settings.GATEHOUSE_DATA_DIR);
    const secret = settings.GATEHOUSE_SECRET ?? installationSecret(settings.GATEHOUSE_DATA_DIR);
    const ports = { dataPlane: settings.PORT, console: 0 };
    // Compiling a document asks the environment where clients reach Gatehouse.
    Object.assign(process.env, childEnv(process.env, { settings, ports, secret, databaseUrl: database.url }));
    await run(database.url, command === "remove");
  } finally {
    await database.stop();
  }
}

async function run(databaseUrl: string, isRemoval: boolean): Promise<void> {
  const db = createDb(createPool(databaseUrl, 2));
  const recordPool = createRecordPool(databaseUrl, RECORD_TIMEOUT_MS);
  try {
    const organization = await db.organization.findFirst({
      orderBy: { createdAt: "asc" },
      select: { id: true, name: true },
    });
    if (!organization)
      throw new StartUpError(
        "there is no organization yet. Run npm start, open the set-up link it prints, then try again",
      );
    const ctx: Ctx = {
      db,
      organization,
      actor: { type: "system", name: "npm run demo" },
      requestId: `demo-${newId()}`,
    };
    if (isRemoval) sayRemoved(await removeDemo(ctx));
    else {
      say(`Filling ${organization.name} with thirty days of a demo organization`);
      sayFilled(await fillDemo(ctx, recordPool, { onProgress: showProgress }));
    }
  } finally {
    await recordPool.end();
    await db.$disconnect();
  }
}

const sayFilled = (filled: Awaited<ReturnType<typeof fillDemo>>) => {
  const { groups, developers, decisions, sessions, revision } = filled;
  say(
    `${developers} developers in ${groups} groups, ${decisions} decisions in ${sessions} sessions, revision ${revision} in force.`,
  );
  say("Take it out again with: npm run demo -- remove");
};

const sayRemoved = ({ members, groups, decisions }: Awaited<ReturnType<typeof removeDemo>>) =>
  say(
    members + groups + decisions === 0
      ? "There is no demo data here."
      : `Removed ${members} developers, ${groups} groups and ${decisions} decisions. The trail and its revisions stay.`,
  );

const BAR_WIDTH = 40;

/** A bar in a terminal; in a log, nothing but the lines around it. */
function showProgress(done: number, of: number): void {
  if (!process.stdout.isTTY) return;
  const filled = Math.round((done / of) * BAR_WIDTH);
  process.stdout.write(`\r[${"█".repeat(filled)}${"·".repeat(BAR_WIDTH - filled)}] ${done} of ${of} decisions`);
  if (done === of) process.stdout.write("\n");
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof StartUpError) && !(error instanceof AppError)) throw error;
  console.error(`gatehouse: ${error.message}`);
  process.exitCode = 1;
}
