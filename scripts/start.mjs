// `npm start`: installs, generates and builds what is missing or has changed, then runs Gatehouse in this process.
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./lib/build.mjs";
import { inRoot } from "./lib/root.mjs";
import { main } from "./lib/say.mjs";
import { setUp } from "./lib/set-up.mjs";

await main(async () => {
  await setUp();
  await ensureBuilt();
  process.env.NODE_ENV = "production";
  await import(pathToFileURL(inRoot("dist/server/main.js")).href);
});
