// `npm run eval [-- --cases FILE] [--outputs] [--classifier embedded|llm] [--out FILE]`: labelled cases, one table a set.
import { runTypeScript } from "./lib/run-ts.mjs";
import { main } from "./lib/say.mjs";

await main(async () => {
  process.exitCode = await runTypeScript("eval/run.ts", process.argv.slice(2), { NODE_ENV: "production" });
});
