import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { embeddedUrl } from "@/lib/db/embedded-postgres";

export type Instance = {
  url: string;
  /** Null once an organization exists. */
  setupLink: string | null;
  dataDir: string;
  databaseUrl: string;
  /** Of the supervisor. */
  pid: number;
  /** Everything it has printed until now. */
  output: () => string;
  /** Ends it as Ctrl-C does and removes its data, unless the data was there before. */
  stop(): Promise<void>;
};

type Options = {
  env?: Record<string, string>;
  /** Data of an earlier instance; it is kept. */
  dataDir?: string;
};

const MAIN = path.resolve(import.meta.dirname, "../../dist/server/main.js");
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 40_000;
/** What the one who runs the tests has set for an instance of their own. */
const OWN_VARIABLES =
  /^(DATABASE_URL|PORT|HOST|CONSOLE_PORT|GATEHOUSE_.*|NEXTAUTH_.*|ANTHROPIC_.*|CLASSIFIER_.*|OIDC_.*|LOG_LEVEL)$/;

const cleanEnv = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN_VARIABLES.test(name)));

/** A temporary folder that the embedded PostgreSQL can reach also when it runs as another user. */
export function newDataDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "gatehouse-e2e-"));
  chmodSync(dir, 0o711);
  return path.join(dir, "data");
}

/** Runs the built product, without waiting for anything. `output` grows as it prints. */
export function launch(env: Record<string, string>): { child: ChildProcess; output(): string } {
  if (!existsSync(MAIN)) throw new Error("the product is not built: npm run build");
  const child = spawn(process.execPath, [MAIN], {
    env: { ...cleanEnv(), NODE_ENV: "production", LOG_LEVEL: "warn", PORT: "0", ...env },
    cwd: path.resolve(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return { child, output: () => output };
}

/** Starts the built product on a free port and waits until it is ready. */
export async function startInstance({ env = {}, dataDir }: Options = {}): Promise<Instance> {
  const dir = dataDir ?? newDataDir();
  const { child, output } = launch({ ...env, GATEHOUSE_DATA_DIR: dir });
  const url = await untilPrinted(child, output, /Gatehouse is ready: (\S+)\n/);
  return {
    url,
    setupLink: /(http\S+\/setup\?token=\S+)/.exec(output())?.[1] ?? null,
    dataDir: dir,
    databaseUrl: env.DATABASE_URL ?? embeddedUrl(path.join(dir, "pg"), "gatehouse"),
    pid: child.pid ?? 0,
    output,
    async stop() {
      await end(child);
      if (!dataDir) rmSync(path.dirname(dir), { recursive: true, force: true });
    },
  };
}

async function untilPrinted(child: ChildProcess, output: () => string, wanted: RegExp): Promise<string> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const found = wanted.exec(output());
    if (found?.[1]) return found[1];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await end(child);
  throw new Error(`Gatehouse did not start:\n${output()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(force);
}
