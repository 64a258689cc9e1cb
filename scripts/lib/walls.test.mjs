import { describe, expect, test } from "vitest";
import { findUnguardedWrites } from "./guards.mjs";
import { importsOf } from "./imports.mjs";
import { findCrossings } from "./walls.mjs";

/** @param {string} file @param {string} text */
const crossings = (file, text) => findCrossings(importsOf(file, text));

describe("imports are found", () => {
  test.each([
    ['import { a } from "./a";', "lib/policy/a"],
    ['import type { A } from "@/lib/db/a";', "lib/db/a"],
    ['import {\n  a,\n  b,\n} from "../db/a";', "lib/db/a"],
    ['export { a } from "./a";', "lib/policy/a"],
    ['const a = await import("./a");', "lib/policy/a"],
    ['import "@/app/globals";', "app/globals"],
  ])("%s", (text, to) => expect(importsOf("lib/policy/x.ts", text)).toEqual([expect.objectContaining({ to })]));

  test("the word in a text is none", () => {
    expect(importsOf("lib/policy/x.ts", 'const words = ["fast-import", "restore|import", given("a")];')).toEqual([]);
    expect(importsOf("lib/policy/x.ts", '/** `await import("child_process")` */\n// import "pg";')).toEqual([]);
  });

  test("a package's sub-path counts as the package", () => {
    expect(importsOf("lib/a.ts", 'import x from "@scope/name/deep/file";')).toMatchObject([
      { to: "@scope/name", isPackage: true },
    ]);
  });
});

describe("the pure folders", () => {
  test.each([
    'import { db } from "@/lib/db/client";',
    'import type { Ctx } from "../auth/ctx";',
    'import fs from "node:fs";',
    'import pg from "pg";',
  ])("may not: %s", (text) => expect(crossings("lib/policy/x.ts", text)).toHaveLength(1));
  test.each([
    'import { z } from "zod";',
    'import { a } from "@/lib/decision/a";',
    'import { createHash } from "node:crypto";',
  ])("may: %s", (text) => expect(crossings("lib/policy/x.ts", text)).toEqual([]));
  test("their tests may use test tools", () => {
    expect(crossings("lib/policy/x.test.ts", 'import { test } from "vitest";')).toEqual([]);
  });
});

test.each([
  ["lib/org/x.ts", "@/server/data-plane/app"],
  ["lib/org/x.ts", "@/components/api"],
  ["components/x.tsx", "@/lib/db/root"],
  ["app/x/page.tsx", "@/server/data-plane/app"],
  ["server/x.ts", "@/app/layout"],
  ["lib/org/x.ts", "@/e2e/support/instance"],
])("%s may not import %s", (file, to) => expect(crossings(file, `import { x } from "${to}";`)).toHaveLength(1));

describe("writes are guarded", () => {
  /** @param {string} file @param {string} text */
  const source = (file, text) => ({ file, text, imports: importsOf(file, text) });
  const unguarded = source(
    "lib/org/rename.ts",
    "export async function rename(ctx: Ctx) {\n  await ctx.db.x.update({});\n}",
  );
  const guarded = source(
    "lib/org/rename.ts",
    'export async function rename(ctx: Ctx) {\n  authorize(ctx, "x");\n  await ctx.db.x.update({});\n}',
  );
  const route = source("app/api/route.ts", 'import { rename } from "@/lib/org/rename";');
  const verb = source("lib/org/other.ts", 'import { rename } from "./rename";');

  test("a route may not use a write that nobody guards", () => {
    expect(findUnguardedWrites([unguarded, route])).toHaveLength(1);
  });
  test("a route may use a guarded one, and a verb may use either", () => {
    expect(findUnguardedWrites([guarded, route])).toEqual([]);
    expect(findUnguardedWrites([unguarded, verb])).toEqual([]);
  });
});
