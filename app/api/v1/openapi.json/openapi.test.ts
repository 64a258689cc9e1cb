import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openApiDocument } from "@/lib/http/openapi";
import { ROUTES } from "./routes";

const document = openApiDocument("https://gatehouse.example", ROUTES);
const operations = Object.entries(document.paths ?? {}).flatMap(([at, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ at, method, operation })),
);
type Operation = {
  operationId: string;
  summary: string;
  security: Record<string, string[]>[];
  parameters?: { in: string; name: string; required?: boolean }[];
  responses: Record<string, unknown>;
};

describe("the OpenAPI document", () => {
  test("describes every route of the API and no other", () => {
    const root = path.resolve(import.meta.dirname, "..");
    const served = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("openapi.json"))
      .map((file) => `/api/v1/${path.dirname(file)}`);
    expect(Object.keys(ROUTES).sort()).toEqual([...served, "/api/v1/decisions"].sort());
  });

  test("describes how to ask for a decision, with an API token", () => {
    const post = document.paths?.["/api/v1/decisions"]?.post as unknown as Operation;
    expect(post.security).toContainEqual({ apiToken: ["decision:create"] });
    expect(JSON.stringify(post)).toContain('"developer"');
    expect(JSON.stringify(post)).toContain('"verdict"');
  });

  test("names each operation once, and declares each parameter of its path", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { at, operation } of operations) {
      const declared = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === "path")
        .map(({ name }) => name);
      expect([at, declared]).toEqual([at, [...at.matchAll(/\{(\w+)\}/g)].map((match) => match[1])]);
    }
  });

  test("says for each what it answers when it fails", () => {
    for (const { operation } of operations) expect(operation.responses).toHaveProperty("default");
    expect(document.components?.schemas).toHaveProperty("Problem");
  });

  test("writes times as ISO strings", () => {
    const text = JSON.stringify(document.paths?.["/api/v1/members"]);
    expect(text).toContain('"format":"date-time"');
  });
});
