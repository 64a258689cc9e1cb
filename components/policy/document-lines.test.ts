import { describe, expect, test } from "vitest";
import type { Json } from "@/lib/policy/json";
import { documentLines } from "./document-lines";

const textOf = (value: Json) =>
  documentLines(value)
    .map(
      ({ key, text, hasComma }) => `${key === undefined ? "" : `${JSON.stringify(key)}:`}${text}${hasComma ? "," : ""}`,
    )
    .join("");

const DOCUMENT = { b: [1, "two", { c: null }], a: { empty: {}, list: [] }, "x/y": true };

describe("documentLines", () => {
  test("the lines together are the document", () => {
    expect(JSON.parse(textOf(DOCUMENT))).toEqual(DOCUMENT);
  });

  test("each whole value knows its JSON pointer", () => {
    expect(documentLines(DOCUMENT).flatMap(({ pointer }) => pointer ?? [])).toEqual([
      "/a/empty",
      "/a/list",
      "/b/0",
      "/b/1",
      "/b/2/c",
      "/x~1y",
    ]);
  });
});
