import { builtProduct } from "./supervisor/launchers";
import { runGatehouse } from "./supervisor/run";

await runGatehouse(builtProduct);
