#!/usr/bin/env node
// Takes the place of Prisma's native schema engine, a download from a host that many networks do not reach: the same
// JSON-RPC over stdin and stdout, served by the WebAssembly build from npm over node-postgres. prisma.config.ts names
// this file, so that every `prisma` command works with the npm registry alone.
import readline from "node:readline";
import { openDatabases } from "./lib/schema-engine/databases.mjs";
import { createEngine } from "./lib/schema-engine/engine.mjs";

/** @param {string} name */
const optionValues = (name) => process.argv.flatMap((arg, i, all) => (arg === name ? [all[i + 1]] : []));

const databases = openDatabases(JSON.parse(optionValues("--datasource")[0] ?? "{}").url);

/** @param {string} level @param {object} fields */
const logLine = (level, fields) =>
  console.error(
    JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" }),
  );

/** `schema-engine cli <command>`: one act on the database itself. @param {string} command */
async function runCommand(command) {
  const commands = /** @type {Record<string, () => Promise<unknown>>} */ ({
    "can-connect-to-database": () => databases.check(),
    "create-database": () => databases.create(),
    "drop-database": () => databases.drop(),
  });
  /** Prisma's error codes by PostgreSQL's. */
  const codes = /** @type {Record<string, string>} */ ({ "3D000": "P1003", "28P01": "P1000", 28000: "P1010" });
  try {
    if (!commands[command]) throw new Error(`unsupported: ${command}`);
    await commands[command]();
  } catch (error) {
    // The CLI skips the first line: it is where the native engine says that it starts.
    logLine("INFO", { message: `Running ${command}` });
    logLine("ERROR", { message: error.message, error_code: codes[error.code] ?? "P1001", is_panic: false });
    process.exit(1);
  }
  process.exit(0);
}

function serve() {
  const debug = (/** @type {string} */ line) => void (process.env.DEBUG && process.stderr.write(`${line}\n`));
  const engine = createEngine(databases.factory, optionValues("--datamodels"), debug);
  const send = (/** @type {object} */ message) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

  /** @param {{ id: number, method: string, params: any }} request */
  async function answer({ id, method, params }) {
    try {
      if (method === "createDatabase") return send({ id, result: { databaseName: await databases.create() } });
      const result = await engine.call(method, params);
      // The CLI prints what it is told to, not what a diff returns.
      if (method === "diff" && typeof result.stdout === "string")
        send({ id: 1_000_000 + id, method: "print", params: { content: result.stdout } });
      send({ id, result });
    } catch (error) {
      debug(`${method}: ${error.stack}`);
      const { panic, message = error.message ?? String(error) } = engine.takeFault();
      const data = { is_panic: panic !== undefined, message, meta: null, error_code: error.code };
      send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
    }
  }

  // A panic of the engine traps in a microtask, outside every request.
  process.on("uncaughtException", (error) => {
    const fields = { message: engine.takeFault().message ?? error.message, is_panic: true };
    console.error(JSON.stringify({ level: "ERROR", fields, target: "schema_engine" }));
    process.exit(101);
  });

  let queue = Promise.resolve();
  readline
    .createInterface({ input: process.stdin, crlfDelay: Infinity })
    .on("line", (line) => {
      const request = line.trim() && JSON.parse(line);
      if (request?.method) queue = queue.then(() => answer(request));
    })
    .on("close", () => void queue.then(() => process.exit(0)));
}

const cli = process.argv.indexOf("cli");
if (cli === -1) serve();
else await runCommand(process.argv[cli + 1] ?? "");
