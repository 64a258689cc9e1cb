// `npm run check`: everything about the sources that can be said without running them.
import { runChecks } from "./lib/run-checks.mjs";
import { main } from "./lib/say.mjs";
import { setUp } from "./lib/set-up.mjs";

await main(async () => {
  await setUp();
  const { failed } = await runChecks();
  process.exitCode = failed > 0 ? 1 : 0;
});
