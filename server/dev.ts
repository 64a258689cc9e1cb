import { sources } from "./supervisor/launchers";
import { runGatehouse } from "./supervisor/run";

await runGatehouse(sources);
