// `npm run dev`: as `npm start`, from the sources: both planes load each change as it is saved.
import { main } from "./lib/say.mjs";
import { runTypeScript } from "./lib/run-ts.mjs";

await main(async () => {
  process.exitCode = await runTypeScript("server/dev.ts", [], { NODE_ENV: "development" });
});
