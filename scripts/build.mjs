// `npm run build`: what `npm start` does before it runs anything.
import { ensureBuilt } from "./lib/build.mjs";
import { main } from "./lib/say.mjs";
import { setUp } from "./lib/set-up.mjs";

await main(async () => {
  await setUp();
  await ensureBuilt();
});
