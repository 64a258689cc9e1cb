/*
 * The console's process: plain `next start`, with the arguments it was given. Its one addition: when the supervisor is
 * gone, however it ended, the console ends too.
 */
process.once("disconnect", () => process.exit());

// @ts-expect-error: a program, without types
await import("next/dist/bin/next");
