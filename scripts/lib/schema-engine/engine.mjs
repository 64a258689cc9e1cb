import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const EMPTY_DATAMODEL = ["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n'];

async function loadWebAssembly() {
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(pathToFileURL(glueFile).href);
  const wasm = readFileSync(glueFile.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/**
 * Prisma's schema engine, loaded at the first call.
 * @param {{ provider: string, adapterName: string }} factory
 * @param {string[]} datamodelFiles
 * @param {(line: string) => void} log
 */
export function createEngine(factory, datamodelFiles, log) {
  const bound = bindMigrationAwareSqlAdapterFactory(/** @type {any} */ (factory));
  const datamodels = datamodelFiles.map((file) => [file, readFileSync(file, "utf8")]);
  // Without any datamodel the engine panics.
  if (datamodels.length === 0) datamodels.push(EMPTY_DATAMODEL);
  /** @type {string | undefined} */
  let panic;
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ message) => (panic = message) },
  });
  /** @type {Promise<any> | undefined} */
  let engine;

  return {
    /** @param {string} method @param {any} params */
    async call(method, params) {
      engine ??= loadWebAssembly().then((SchemaEngine) => SchemaEngine.new({ datamodels }, log, bound));
      const loaded = await engine;
      // These two replay the migrations as well, but only devDiagnostic asks for the shadow database to do it in; it
      // leaves the replayed schema where they find it.
      if (method === "evaluateDataLoss" || method === "createMigration")
        await loaded.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
      return (await loaded[method === "getDatabaseVersion" ? "version" : method](params)) ?? {};
    },
    /** What went wrong last: a panic, else what the database said, else nothing. */
    takeFault() {
      const parked = bound.errorRegistry.registeredErrors.pop()?.error;
      return { panic, message: panic ?? parked?.message };
    },
  };
}
