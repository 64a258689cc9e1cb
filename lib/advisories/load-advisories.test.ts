import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decide } from "@/lib/decision/decide";
import { bash, policy } from "@/lib/decision/testing";
import { StartUpError } from "@/lib/start-up-error";
import { loadAdvisories } from "./load-advisories";

const record = (id: string, name: string, versions: readonly string[], more: object = {}) => ({
  id,
  summary: `About ${name}`,
  affected: [{ package: { ecosystem: "npm", name }, versions }],
  ...more,
});

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "advisories-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (name: string, content: unknown) =>
  writeFileSync(join(directory, name), typeof content === "string" ? content : JSON.stringify(content));
const verdict = (command: string) =>
  decide(bash(command), { ...policy(), advisories: loadAdvisories(directory) }).verdict;

describe("an administrator's own advisories", () => {
  test("count beside those that Gatehouse ships with, as lists and one a file", () => {
    write("a.json", [record("MAL-1", "evil-one", ["1.0.0"])]);
    write("b.json", record("MAL-2", "evil-two", ["2.0.0"]));
    write("notes.txt", "not read");
    expect(verdict("npm i evil-one@1.0.0")).toBe("block");
    expect(verdict("pnpm add evil-two@2.0.0")).toBe("block");
    expect(verdict("npm i evil-two@2.0.1")).toBe("allow");
    expect(verdict("pip install litellm==1.82.7")).toBe("block");
  });

  test("a flaw is for a person to weigh; malice is not", () => {
    write("a.json", record("GHSA-1", "flawed", ["1.0.0"]));
    expect(verdict("npm i flawed@1.0.0")).toBe("ask");
    write("a.json", record("GHSA-1", "flawed", ["1.0.0"], { aliases: ["MAL-9"] }));
    expect(verdict("npm i flawed@1.0.0")).toBe("block");
  });

  test("a record takes the place of one with its id, so that one can be withdrawn", () => {
    write("a.json", record("MAL-2026-2144", "litellm", [], { withdrawn: "2026-11-01T00:00:00Z" }));
    expect(verdict("pip install litellm==1.82.7")).toBe("allow");
  });

  test("what cannot be read stops the start, with the name of the file", () => {
    write("broken.json", "{");
    expect(() => loadAdvisories(directory)).toThrow(StartUpError);
    expect(() => loadAdvisories(directory)).toThrow(/broken\.json/);
    expect(() => loadAdvisories(join(directory, "absent"))).toThrow(/absent/);
  });
});
