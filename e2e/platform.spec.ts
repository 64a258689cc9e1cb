import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { startTestServer } from "@/lib/db/testing-server";
import { type Instance, launch, newDataDir, startInstance } from "./support/instance";
import { callApi, newPage, OWNER, setUpOrganization } from "./support/people";
import { descendantsOf, environmentOf, type Process, stillAlive } from "./support/processes";

const statusOf = (url: string) =>
  fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 0,
  );

function childNamed(instance: Instance, part: string): Process {
  const found = descendantsOf(instance.pid).find(({ command }) => command.includes(part));
  if (!found) throw new Error(`no process ${part} below ${instance.pid}`);
  return found;
}

const DATA_PLANE = "dist/server/data-plane.js";
/** `next start` gives its process a name of its own. */
const CONSOLE = "next-server";

test("a first start makes secret and database, a second one goes on with both", async () => {
  const dataDir = newDataDir();
  const first = await startInstance({ dataDir });
  expect(first.setupLink).toContain("/setup?token=");
  expect(await statusOf(`${first.url}/healthz`)).toBe(200);
  expect(await statusOf(`${first.url}/signin`)).toBe(200);
  const secret = readFileSync(path.join(dataDir, "secret"), "utf8");
  expect(statSync(path.join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  await first.stop();

  const second = await startInstance({ dataDir });
  expect(readFileSync(path.join(dataDir, "secret"), "utf8")).toBe(secret);
  expect(second.setupLink).not.toBe(first.setupLink);
  expect(second.output()).not.toContain("migration");
  await second.stop();
  rmSync(path.dirname(dataDir), { recursive: true });
});

test("SIGTERM leaves nothing running", async () => {
  const instance = await startInstance({ env: { GATEHOUSE_WORKERS: "2" } });
  const processes = descendantsOf(instance.pid);
  expect(processes.filter(({ command }) => command.includes(DATA_PLANE))).toHaveLength(2);
  expect(processes.some(({ command }) => command.includes("postgres"))).toBe(true);
  await instance.stop();
  expect(stillAlive(processes)).toEqual([]);
});

test("of two workers the one that stands still is replaced, and the other answers meanwhile", async () => {
  const instance = await startInstance({ env: { GATEHOUSE_WORKERS: "2" } });
  const workers = () => descendantsOf(instance.pid).filter(({ command }) => command.includes(DATA_PLANE));
  const [stuck, other] = workers();
  if (!stuck || !other) throw new Error("there are no two workers");
  process.kill(stuck.pid, "SIGSTOP");
  await expect.poll(() => stillAlive([stuck]), { timeout: 30_000 }).toEqual([]);
  expect(instance.output()).toMatch(/data plane \d was silent for 5 s and was ended by SIGKILL; starting it again/);
  await expect.poll(() => workers().length).toBe(2);
  expect(stillAlive([other])).toHaveLength(1);
  expect(await statusOf(`${instance.url}/healthz`)).toBe(200);
  await instance.stop();
});

test("SIGTERM under load: every decision that was answered is in the database", async ({ browser }) => {
  const server = await startTestServer();
  const instance = await startInstance({ env: { DATABASE_URL: server.url } });
  const owner = await newPage(browser, instance);
  await setUpOrganization(owner, instance);
  const made = await callApi(owner, instance, "POST", "/api-tokens", {
    name: "load",
    scopes: ["decision:create"],
    expiresInDays: 1,
  });
  const { secret: token } = (await made.json()) as { secret: string };
  await expect.poll(() => ask(instance.url, token, "first")).not.toBeNull();

  const answered: string[] = [];
  let stopping = false;
  const asker = async (session: string) => {
    while (true) {
      const id = await ask(instance.url, token, session);
      // Refused at the door or cut off; before the signal that would be a fault.
      if (id === null && stopping) return;
      expect(id).not.toBeNull();
      answered.push(id as string);
    }
  };
  const askers = Array.from({ length: 16 }, (_, index) => asker(`session-${index}`));
  await expect.poll(() => answered.length).toBeGreaterThan(200);
  stopping = true;
  await Promise.all([instance.stop(), ...askers]);

  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query(`SELECT count(*)::int AS kept FROM "Decision" WHERE id = ANY ($1::uuid[])`, [
    answered,
  ]);
  expect(rows).toEqual([{ kept: answered.length }]);
  await client.end();
  await server.stop();
});

/** Asks for one decision; the id of its record, or null where none was promised. */
async function ask(url: string, token: string, session: string): Promise<string | null> {
  const response = await fetch(`${url}/api/v1/decisions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      developer: OWNER.email,
      session_id: session,
      tool: "Bash",
      input: { command: "ls" },
      context: { cwd: "/work/app", permission_mode: "auto" },
    }),
  }).catch(() => null);
  if (!response?.ok) return null;
  const { id, recorded } = (await response.json()) as { id: string; recorded: boolean };
  return recorded ? id : null;
}

test("when the supervisor is killed both planes end, and the next start takes the database over", async () => {
  const dataDir = newDataDir();
  const killed = await startInstance({ dataDir });
  const planes = [childNamed(killed, DATA_PLANE), childNamed(killed, CONSOLE)];
  const database = childNamed(killed, "postgres -D");
  process.kill(killed.pid, "SIGKILL");
  await expect.poll(() => stillAlive(planes)).toEqual([]);
  expect(stillAlive([database])).toEqual([database]);

  const next = await startInstance({ dataDir });
  expect(stillAlive([database])).toEqual([database]);
  await next.stop();
  expect(stillAlive([database])).toEqual([]);
  rmSync(path.dirname(dataDir), { recursive: true });
});

test.describe("a crash stays where it is", () => {
  let instance: Instance;
  test.beforeAll(async () => {
    instance = await startInstance();
  });
  test.afterAll(() => instance.stop());

  test("a killed console is started again while the data plane answers", async () => {
    const dataPlane = childNamed(instance, DATA_PLANE);
    process.kill(childNamed(instance, CONSOLE).pid, "SIGKILL");
    const answers = new Set<number>();
    await expect
      .poll(async () => {
        answers.add(await statusOf(`${instance.url}/healthz`));
        return statusOf(`${instance.url}/signin`);
      })
      .toBe(200);
    expect([...answers]).toEqual([200]);
    expect(stillAlive([dataPlane])).toHaveLength(1);
    expect(instance.output()).toContain("the console was ended by SIGKILL; starting it again");
  });

  test("a killed data plane is started again while the console answers", async () => {
    const dataPlane = childNamed(instance, DATA_PLANE);
    const console = `http://127.0.0.1:${environmentOf(dataPlane.pid).CONSOLE_PORT}/signin`;
    process.kill(dataPlane.pid, "SIGKILL");
    const answers = new Set<number>();
    await expect
      .poll(async () => {
        answers.add(await statusOf(console));
        return statusOf(`${instance.url}/healthz`);
      })
      .toBe(200);
    expect([...answers]).toEqual([200]);
    expect(childNamed(instance, DATA_PLANE).pid).not.toBe(dataPlane.pid);
  });

  test("a data plane that stands still is ended and started again", async () => {
    const dataPlane = childNamed(instance, DATA_PLANE);
    process.kill(dataPlane.pid, "SIGSTOP");
    await expect.poll(() => stillAlive([dataPlane]), { timeout: 10_000 }).toEqual([]);
    expect(instance.output()).toContain(
      "the data plane was silent for 5 s and was ended by SIGKILL; starting it again",
    );
    await expect.poll(() => statusOf(`${instance.url}/healthz`)).toBe(200);
    expect(await statusOf(`${instance.url}/signin`)).toBe(200);
  });

  test("a killed embedded PostgreSQL is started again while settings go on from memory", async () => {
    process.kill(childNamed(instance, "postgres -D").pid, "SIGKILL");
    const ready = () => fetch(`${instance.url}/readyz`).then((response) => response.json());
    await expect.poll(() => instance.output()).toContain("the embedded PostgreSQL ended; starting it again");
    expect(await ready()).toMatchObject({ status: "ready" });
    await expect.poll(ready).toMatchObject({ database: "reachable" });
    // The console's own connections were cut too; a page that meets one fails once.
    await expect.poll(() => statusOf(`${instance.url}/signin`)).toBe(200);
  });
});

test("with DATABASE_URL no embedded server is started", async () => {
  const server = await startTestServer();
  const instance = await startInstance({ env: { DATABASE_URL: server.url } });
  expect(await statusOf(`${instance.url}/signin`)).toBe(200);
  expect(descendantsOf(instance.pid).filter(({ command }) => command.includes("postgres"))).toEqual([]);
  expect(existsSync(path.join(instance.dataDir, "pg"))).toBe(false);
  await instance.stop();
  await server.stop();
});

test.describe("what keeps it from starting is said in one line", () => {
  let dataDir: string;
  test.beforeEach(() => {
    dataDir = newDataDir();
  });
  test.afterEach(() => rmSync(path.dirname(dataDir), { recursive: true, force: true }));

  /** Output and exit code of a start that fails. */
  async function failToStart(env: Record<string, string>) {
    const { child, output } = launch({ GATEHOUSE_DATA_DIR: dataDir, ...env });
    const [code] = (await once(child, "exit")) as [number | null];
    const lines = output().trim().split("\n");
    return { code, lines, last: lines.at(-1) };
  }

  test("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, lines } = await failToStart({ PORT: String(port) });
    expect(code).toBe(1);
    expect(lines).toEqual([`gatehouse: port ${port} is in use: stop what uses it, or set PORT`]);
    other.close();
  });

  test("a DATABASE_URL that is none", async () => {
    const { code, lines } = await failToStart({ DATABASE_URL: "mysql://u:hunter2@localhost/x" });
    expect(code).toBe(1);
    expect(lines).toEqual([
      "gatehouse: DATABASE_URL is not a PostgreSQL URL (postgresql://user:password@host:5432/database)",
    ]);
  });

  test("a DATABASE_URL where nobody listens, without its password", async () => {
    const { code, last, lines } = await failToStart({ DATABASE_URL: "postgresql://u:hunter2@127.0.0.1:1/x" });
    expect(code).toBe(1);
    expect(last).toBe(
      "gatehouse: DATABASE_URL: cannot connect to 127.0.0.1:1/x: connection refused; is the server running?",
    );
    expect(lines.join()).not.toContain("hunter2");
  });

  test("a wrong password, and a database that is not there", async () => {
    const server = await startTestServer();
    const url = new URL(server.url);
    await requirePassword(url, "careful");
    Object.assign(url, { username: "careful", password: "wrong" });
    expect((await failToStart({ DATABASE_URL: url.toString() })).last).toMatch(/: wrong password$/);
    const missing = Object.assign(new URL(server.url), { pathname: "/missing" });
    expect((await failToStart({ DATABASE_URL: missing.toString() })).last).toMatch(/: there is no such database$/);
    await server.stop();
  });

  test("a data folder that cannot be written", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "gatehouse-e2e-")), "file");
    writeFileSync(file, "");
    const { code, lines } = await failToStart({ GATEHOUSE_DATA_DIR: path.join(file, "data") });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^gatehouse: cannot write to the data folder .*\(ENOTDIR\)/);
    rmSync(path.dirname(file), { recursive: true });
  });

  test("a variable with a value that it cannot have", async () => {
    const { code, last } = await failToStart({ GATEHOUSE_SECRET: "short" });
    expect(code).toBe(1);
    expect(last).toMatch(/^gatehouse: environment: GATEHOUSE_SECRET: /);
  });
});

/** Makes a role that must give its password also on the socket. */
async function requirePassword(url: URL, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'right'`);
  const file = path.join(url.searchParams.get("host") ?? "", "pg_hba.conf");
  writeFileSync(file, `local all ${role} scram-sha-256\n${readFileSync(file, "utf8")}`);
  await client.query("SELECT pg_reload_conf()");
  await client.end();
}
