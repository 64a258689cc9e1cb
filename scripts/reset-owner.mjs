// `node scripts/reset-owner.mjs [e-mail]`: prints a one-time link with which an owner who forgot the password sets a new one.
import { runTypeScript } from "./lib/run-ts.mjs";
import { main } from "./lib/say.mjs";

await main(async () => {
  process.exitCode = await runTypeScript("server/reset-owner.ts");
});
