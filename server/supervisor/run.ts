import { StartUpError } from "@/lib/start-up-error";
import type { Launchers } from "./launchers";
import { superviseGatehouse } from "./supervise";

/** The whole life of the process: runs Gatehouse, says in one line why it could not, and ends. */
export async function runGatehouse(launchers: Launchers): Promise<never> {
  process.setSourceMapsEnabled(true);
  // A reader of the output that went away must not take Gatehouse along.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await superviseGatehouse(process.env, launchers);
  } catch (error) {
    console.error(error instanceof StartUpError ? `gatehouse: ${error.message}` : error);
    process.exit(1);
  }
  process.exit(0);
}
