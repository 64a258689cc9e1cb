import path from "node:path";
import { z } from "zod";
import { StartUpError } from "@/lib/start-up-error";

/** An empty variable means the same as none: that is how env files and containers leave one out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const Settings = z.object({
  /** 0: any free port */
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: optional(z.string().default("127.0.0.1")),
  /** Where people and clients reach Gatehouse, if not at HOST and PORT. */
  GATEHOUSE_URL: optional(z.string().optional()),
  /** A PostgreSQL server of one's own; without one the embedded server is started. */
  DATABASE_URL: optional(z.string().optional()),
  /** Without one a secret is made and kept in the data folder. */
  GATEHOUSE_SECRET: optional(z.string().optional()),
  /** Processes of the data plane. */
  GATEHOUSE_WORKERS: optional(z.coerce.number().int().min(1).max(64).default(1)),
  GATEHOUSE_DATA_DIR: optional(
    z
      .string()
      .default(".data")
      .transform((dir) => path.resolve(dir)),
  ),
});
export type Settings = z.output<typeof Settings>;

/** @throws StartUpError that names each variable at fault */
export function readSettings(source: NodeJS.ProcessEnv): Settings {
  const result = Settings.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new StartUpError(`environment: ${faults.join("; ")}`);
}
