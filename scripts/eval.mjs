// `npm run eval [-- --cases FILE] [--outputs] [--classifier embedded|llm] [--out FILE]`: labelled cases, one table a set.
import { ensureEvaluationBuilt } from "./lib/build.mjs";
import { inRoot } from "./lib/root.mjs";
import { runToTheEnd } from "./lib/run-ts.mjs";
import { main } from "./lib/say.mjs";
import { setUp } from "./lib/set-up.mjs";

/** All of it is compiled before the first action is looked at, as in a service that has run for a while. */
const COMPILED = ["--no-lazy", "--always-sparkplug", "--no-lazy-feedback-allocation"];

await main(async () => {
  await setUp();
  await ensureEvaluationBuilt();
  process.exitCode = await runToTheEnd([...COMPILED, inRoot("dist/eval/run.js"), ...process.argv.slice(2)], {
    NODE_ENV: "production",
  });
});
