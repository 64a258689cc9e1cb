import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parse as parseArray } from "postgres-array";

/** @typedef {{ type: number, parse: (text: string) => unknown }} ColumnType */

/** @param {string} text */
const asText = (text) => text;
/** @param {string} text */
const asTexts = (text) => parseArray(text, asText);
/** @param {string} text */
const asNumbers = (text) => parseArray(text, Number);
/** @param {string} text */
const asBooleans = (text) => parseArray(text, (item) => item === "t");

const T = ColumnTypeEnum;
const TEXT = { type: T.Text, parse: asText };

/**
 * By PostgreSQL's type id: what the engine calls the type and how it wants the value. Among them the types of the system
 * catalogue ("char", name, their arrays), which Prisma's own adapter does not know.
 * @type {Record<number, ColumnType>}
 */
const BY_OID = {
  16: { type: T.Boolean, parse: (text) => text === "t" },
  17: { type: T.Bytes, parse: pg.types.getTypeParser(17) },
  18: { type: T.Character, parse: asText },
  20: { type: T.Int64, parse: asText },
  21: { type: T.Int32, parse: Number },
  22: { type: T.TextArray, parse: (text) => text.split(" ") },
  23: { type: T.Int32, parse: Number },
  26: { type: T.Int64, parse: asText },
  114: { type: T.Json, parse: asText },
  700: { type: T.Float, parse: Number },
  701: { type: T.Double, parse: Number },
  1000: { type: T.BooleanArray, parse: asBooleans },
  1002: { type: T.CharacterArray, parse: asTexts },
  1003: { type: T.TextArray, parse: asTexts },
  1005: { type: T.Int32Array, parse: asNumbers },
  1007: { type: T.Int32Array, parse: asNumbers },
  1009: { type: T.TextArray, parse: asTexts },
  1015: { type: T.TextArray, parse: asTexts },
  1016: { type: T.Int64Array, parse: asTexts },
  1028: { type: T.Int64Array, parse: asTexts },
  1114: { type: T.DateTime, parse: (text) => `${text.replace(" ", "T")}+00:00` },
  1184: { type: T.DateTime, parse: (text) => new Date(text).toISOString().replace("Z", "+00:00") },
  1700: { type: T.Numeric, parse: asText },
  2950: { type: T.Uuid, parse: asText },
  3802: { type: T.Json, parse: asText },
};

/** @param {number} oid */
export const columnTypeOf = (oid) => BY_OID[oid] ?? TEXT;
