import pino from "pino";
import { env } from "@/lib/env";

let logger: pino.Logger | undefined;

/** The console's log: one JSON object a line, on standard output. */
export const log = (): pino.Logger => (logger ??= pino({ name: "console", level: env().LOG_LEVEL }));
