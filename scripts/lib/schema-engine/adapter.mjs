import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { columnTypeOf } from "./column-types.mjs";

/** @typedef {{ sql: string, args: unknown[] }} Query */

const TYPES = { getTypeParser: (/** @type {number} */ oid) => columnTypeOf(oid).parse };

/** @param {unknown} value */
const asParameter = (value) =>
  ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;

/** @param {any} error of node-postgres @returns {never} */
function rethrow(error) {
  const { code = "N/A", severity, message, detail, column, hint } = error;
  throw new DriverAdapterError(
    severity
      ? {
          kind: "postgres",
          code,
          severity,
          message,
          detail,
          column,
          hint,
          originalCode: code,
          originalMessage: message,
        }
      : { kind: "GenericJs", id: 0, originalMessage: message },
  );
}

class Queryable {
  provider = "postgres";
  adapterName = "gatehouse-schema-engine";

  /** @param {import("pg").Client} client */
  constructor(client) {
    this.client = client;
  }

  /** @param {Query} query */
  async send({ sql, args }) {
    const query = { text: sql, values: args.map(asParameter), rowMode: "array", types: TYPES };
    return this.client.query(query).catch(rethrow);
  }

  /** @param {Query} query */
  async queryRaw(query) {
    const { fields, rows } = await this.send(query);
    return {
      columnNames: fields.map(({ name }) => name),
      columnTypes: fields.map(({ dataTypeID }) => columnTypeOf(dataTypeID).type),
      rows,
    };
  }

  /** @param {Query} query */
  async executeRaw(query) {
    return (await this.send(query)).rowCount ?? 0;
  }
}

/** What the engine needs of a connection. Prisma's own adapter splits a script at every semicolon, this one does not. */
export class Adapter extends Queryable {
  /**
   * @param {import("pg").Client} client
   * @param {string} schemaName
   * @param {() => Promise<void>} dispose
   */
  constructor(client, schemaName, dispose) {
    super(client);
    this.schemaName = schemaName;
    this.dispose = dispose;
  }

  /** Sent whole, by the simple protocol: any number of statements, dollar quotes and all. @param {string} script */
  async executeScript(script) {
    await this.client.query(script).catch(rethrow);
  }

  getConnectionInfo() {
    return { schemaName: this.schemaName, supportsRelationJoins: true };
  }

  /** @param {string} [isolationLevel] */
  async startTransaction(isolationLevel) {
    await this.executeScript(isolationLevel ? `BEGIN ISOLATION LEVEL ${isolationLevel}` : "BEGIN");
    return Object.assign(new Queryable(this.client), {
      options: { usePhantomQuery: false },
      commit: () => this.executeScript("COMMIT"),
      rollback: () => this.executeScript("ROLLBACK"),
    });
  }
}
