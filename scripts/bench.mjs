// `npm run bench [NAME…] [-- --json]`: the benchmarks in bench/, each starting and stopping what it needs.
import { runTypeScript } from "./lib/run-ts.mjs";
import { main } from "./lib/say.mjs";

await main(async () => {
  process.exitCode = await runTypeScript("scripts/run-benchmarks.ts", process.argv.slice(2), {
    NODE_ENV: "production",
  });
});
