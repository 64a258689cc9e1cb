// `npm run demo`: fills this installation with a believable organization's data; `npm run demo -- remove` takes it out again.
import { runTypeScript } from "./lib/run-ts.mjs";
import { main } from "./lib/say.mjs";

await main(async () => {
  process.exitCode = await runTypeScript("server/demo.ts");
});
