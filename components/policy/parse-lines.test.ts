import { describe, expect, test } from "vitest";
import { parseTrustValue } from "@/lib/policy/trust-value";
import { parseLines } from "./parse-lines";

const parseDomains = (text: string) => parseLines(text, (line) => parseTrustValue("domain", line));

describe("parseLines", () => {
  test("keeps what is understood, once each, and names the lines that are not", () => {
    const parsed = parseDomains("Corp.example.com\n\n# comment\ncorp.example.com,\n*.com\r\nci.example.org");
    expect(parsed.values).toEqual(["corp.example.com", "ci.example.org"]);
    expect(parsed.faults.map(({ line, text }) => [line, text])).toEqual([[5, "*.com"]]);
  });

  test("finds nothing in nothing", () => {
    expect(parseDomains(" \n\n")).toEqual({ values: [], faults: [] });
  });
});
