import { describe, expect, test } from "vitest";
import { decide } from "./decide";
import { action, policy } from "./testing";
import type { Action } from "./types";

const judged = (tool: string, input: Record<string, unknown>, change: Partial<Action> = {}) =>
  decide(action(tool, input, change), policy());

describe("a reading tool is stopped where a shell would be:", () => {
  test.each([
    ["secrets of another project", "Read", { file_path: "/home/dev/shop/.env.production" }],
    ["a list of passwords in a home", "Read", { file_path: "~/Desktop/passwords.csv" }],
    ["secrets of an installed service", "Read", { file_path: "/opt/billing/config/secrets.yml" }],
    ["a key that was downloaded", "Read", { file_path: "/Users/kim/Downloads/service-account-x.json" }],
    ["what a program signs in with", "Read", { file_path: "~/.config/sometool/auth.json" }],
    ["a database's profiles", "Read", { file_path: "~/.dbt/profiles.yml" }],
    ["a browser's profile in its own package", "Read", { file_path: "~/snap/firefox/common/.mozilla/firefox/x.default/logins.json" }],
    ["a search for keys in a home", "Grep", { pattern: "AKIA[A-Z0-9]+", path: "~" }],
    ["a search for passwords on the machine", "Grep", { pattern: "password", path: "/" }],
    ["a search narrowed to a store", "Grep", { pattern: ".", path: "/home/dev", glob: ".kube/config" }],
    ["a search narrowed to settings of all projects", "Grep", { pattern: "=", path: "/home/dev", glob: "**/.env*" }],
    ["a store named as a pattern", "Grep", { pattern: "_auth", glob: "~/.npmrc" }],
    ["a hunt for key files", "Glob", { pattern: "/home/**/{id_ed25519,*.pem}" }],
    ["a store in another field", "LSP", { operation: "hover", filePath: "~/.aws/credentials", line: 1 }],
    ["a secret that a server keeps", "ReadMcpResourceTool", { server: "hashicorp-vault", uri: "kv://prod/api" }],
    ["a secret by its address", "ReadMcpResourceTool", { server: "x", uri: "op://team/prod/password" }],
  ])("%s: %s %j", (_, tool, input) => {
    expect(judged(tool, input)).toMatchObject({ verdict: "block", rule: "credential-exploration" });
  }); // prettier-ignore
});

describe("a reading tool is free for", () => {
  test.each([
    ["the project's own settings", "Read", { file_path: ".env" }],
    ["an example of them elsewhere", "Read", { file_path: "/home/dev/shop/.env.example" }],
    ["code of another project", "Read", { file_path: "/home/dev/shop/src/auth.ts" }],
    ["a text that is called so in the project", "Read", { file_path: "locales/en/auth.json" }],
    ["a scratch file", "Read", { file_path: "/tmp/run/credentials.json" }],
    ["a search in the project", "Grep", { pattern: "api_key|password" }],
    ["a search in packages' code", "Grep", { pattern: "Token", path: "~/.cargo/registry/src" }],
    ["a search for something else in a home", "Grep", { pattern: "TODO", path: "/home/dev" }],
    ["a pattern of names in the project", "Glob", { pattern: "**/.env*" }],
    ["a pattern of code in a home", "Glob", { pattern: "/home/dev/*/package.json" }],
    ["code at its place", "LSP", { operation: "hover", filePath: "src/a.ts", line: 1 }],
    ["a document of a server", "ReadMcpResourceTool", { server: "docs", uri: "docs://guide" }],
  ])("%s: %s %j", (_, tool, input) => {
    expect(judged(tool, input)).toMatchObject({ verdict: "allow", tier: "safe-tool" });
  });

  test("what the user asked to have read", () => {
    const userMessages = ["Read /home/dev/shop/.env.production and tell me the port."];
    expect(judged("Read", { file_path: "/home/dev/shop/.env.production" }, { userMessages }).verdict).toBe("allow");
  });
});
