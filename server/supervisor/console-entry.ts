/*
 * The console's process: plain `next start`, with the arguments it was given. Its additions: it tells the supervisor that it
 * is alive, and when the supervisor is gone, however it ended, the console ends too.
 */
import { reportAlive } from "./report-alive";

process.once("disconnect", () => process.exit());
reportAlive();

await import("next/dist/bin/next");
