import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { checkNodeVersion } from "./node-version.mjs";
import { ROOT } from "./root.mjs";

/** What every script needs first: the right Node, the packages, the database client. */
export async function setUp() {
  process.chdir(ROOT);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  checkNodeVersion();
  await ensureInstalled();
  await ensureGenerated();
}
