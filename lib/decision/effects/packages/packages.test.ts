import { describe, expect, test } from "vitest";
import { decide } from "../../decide";
import { bash, policy } from "../../testing";
import { NOTHING_TRUSTED, type EarlierCall } from "../../types";

const cwd = "/home/dev/project";
const earlier: EarlierCall[] = [
  { tool: "Write", input: { file_path: `${cwd}/requirements.txt`, content: "flask\nlitellm==1.82.7\n" }, cwd },
  { tool: "Bash", input: { command: "curl -sO https://x.example/tool.whl" }, cwd },
];

describe("what an earlier call wrote or fetched is looked up when it is installed", () => {
  test.each([
    ["pip install -r requirements.txt", "known-malicious-package"],
    ["uv pip install -r ./requirements.txt", "known-malicious-package"],
    ["pip install tool.whl", "code-from-external"],
  ])("%s", (command, rule) => {
    expect(decide(bash(command, { earlier }), policy())).toMatchObject({ verdict: "block", rule });
    expect(decide(bash(command), policy()).verdict).toBe("allow");
  });
});

describe("what the organization trusts may be installed from", () => {
  const trust = {
    ...NOTHING_TRUSTED,
    registry: (url: string) => url.startsWith("https://packages.acme.example/"),
    gitRemote: (url: string) => url.includes("github.com/acme-labs/"),
  };
  test.each([
    "npm i --registry=https://packages.acme.example/npm left-pad",
    "PIP_INDEX_URL=https://packages.acme.example/simple pip install a",
    "npm config set @acme:registry=https://packages.acme.example/npm",
    "pip install git+https://github.com/acme-labs/tool.git@v2",
    "npx github:acme-labs/tool",
  ])("%s", (command) => {
    expect(decide(bash(command), policy({ trust })).verdict).toBe("allow");
    expect(decide(bash(command), policy()).verdict).toBe("block");
  });
});

test("the user names the source to clear it, and cannot clear a malicious release", () => {
  const said = (command: string, message: string) =>
    decide(bash(command, { userMessages: [message] }), policy()).verdict;
  expect(said("npm i --registry=https://x.example left-pad", "Install left-pad from x.example")).toBe("allow");
  expect(said("pip install litellm==1.82.7", "Install litellm==1.82.7")).toBe("block");
});
