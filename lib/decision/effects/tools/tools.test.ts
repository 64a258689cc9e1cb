import { describe, expect, test } from "vitest";
import { decide } from "../../decide";
import { action, policy } from "../../testing";

const SECRET = `ghp_${"a1".repeat(18)}`;
const judged = (tool: string, input: Record<string, unknown>) => decide(action(tool, input), policy());

describe("tools of the client", () => {
  test.each([
    ["AskUserQuestion", { questions: [{ question: "rm -rf / or not?" }] }],
    ["Skill", { skill: "review", args: "--all" }],
    ["SlashCommand", { command: "/review" }],
    ["TaskUpdate", { id: 1, command: "x" }],
    ["EnterWorktree", { name: "fix" }],
    ["ExitWorktree", { action: "keep" }],
    ["Agent", { prompt: "Look for callers", subagent_type: "Explore" }],
    ["Task", { prompt: "x", mode: "plan" }],
    ["CronCreate", { cron: "*/5 * * * *", prompt: "check the build" }],
    ["CronList", {}],
    ["ScheduleWakeup", { delaySeconds: 60, prompt: "go on" }],
    ["SendMessage", { to: "researcher", message: "done" }],
    ["RemoteTrigger", { action: "list" }],
    ["WebSearch", { query: "how to drop table users" }],
    ["ReadMcpResourceTool", { server: "docs", uri: "docs://guide" }],
  ])("%s %j is allowed", (tool, input) => {
    expect(judged(tool, input).verdict).toBe("allow");
  });

  test.each([
    ["CronCreate", { cron: "* * * * *", prompt: "x", durable: true }],
    ["RemoteTrigger", { action: "run", trigger_id: "x" }],
    ["RemoteTrigger", {}],
    ["Workflow", { script: "agent('x')" }],
    ["SendMessage", { to: "uds:/tmp/other.sock", message: "x" }],
    ["ExitWorktree", { action: "remove", discard_changes: true }],
    ["SendFile", { path: "a.zip" }],
    ["Whatever", {}],
    ["toString", {}],
    ["__proto__", {}],
  ])("%s %j is for a person", (tool, input) => {
    expect(judged(tool, input)).toMatchObject({ verdict: "ask", tier: "embedded" });
  });

  test.each([
    ["Agent", { prompt: "x", mode: "bypassPermissions" }, "create-unsafe-agents"],
    ["WebSearch", { query: `what is ${SECRET}` }, "data-exfiltration"],
    ["ReadMcpResourceTool", { server: "files", uri: "file:///home/dev/.ssh/id_rsa" }, "credential-exploration"],
    ["Whatever", { command: "rm -rf ~" }, "critical-path-deletion"],
    ["Whatever", { options: { token: SECRET } }, "data-exfiltration"],
  ])("%s %j is blocked", (tool, input, rule) => {
    expect(judged(tool, input)).toMatchObject({ verdict: "block", rule });
  });
});

describe("required fields", () => {
  test.each([
    ["WebFetch", { url: ["https://a.example"] }],
    ["WebFetch", { url: "not an address" }],
    ["WebFetch", { url: `https://a.example/${"x".repeat(9_000)}` }],
    ["WebFetch", {}],
    ["Read", { file_path: ["/home/dev/.ssh/id_rsa"] }],
    ["Read", {}],
    ["Grep", { pattern: "x", path: ["/home/dev/.ssh"] }],
    ["Glob", { pattern: { a: 1 } }],
    ["Edit", { file_path: ["src/a.ts"] }],
    ["Write", { file_path: `src/${"a".repeat(5_000)}` }],
  ])("%s %j is asked about", (tool, input) => {
    expect(judged(tool, input)).toMatchObject({ verdict: "ask", tier: "embedded" });
  });
});

describe("MCP", () => {
  test.each([
    ["mcp__github__list_issues", { owner: "acme" }],
    ["mcp__github__get_release", { tag: "v1" }],
    ["mcp__github__create_issue", { title: "rm -rf / is bad", body: "DROP TABLE users" }],
    ["mcp__github__search_code", { query: "DROP TABLE users" }],
    ["mcp__postgres__query", { sql: "select * from users where id = 1" }],
    ["mcp__shell__run", { command: "npm test" }],
    ["mcp__shell__run", { command: "git", args: ["commit", "-m", "rm -rf /"] }],
    ["mcp__browser__evaluate", { function: "() => document.title" }],
    ["mcp__filesystem__read_file", { path: "/home/dev/project/a.ts" }],
    ["mcp__fetch__fetch", { url: "https://docs.example.com" }],
  ])("%s %j is allowed", (tool, input) => {
    expect(judged(tool, input).verdict).toBe("allow");
  });

  test.each([
    ["mcp__shell__run", { command: "rm -rf ~" }, "critical-path-deletion"],
    ["mcp__shell__run", { command: ["rm", "-rf", "/"] }, "critical-path-deletion"],
    ["mcp__shell__run", { command: "bash", args: ["-c", "rm -rf ~"] }, "critical-path-deletion"],
    ["mcp__shell__run", { options: { cmd: "rm -rf ~" } }, "critical-path-deletion"],
    ["mcp__shell__run_many", { commands: ["ls", "rm -rf ~"] }, "critical-path-deletion"],
    ["mcp__shell__run", { command: "rm -rf .", cwd: "/" }, "critical-path-deletion"],
    ["mcp__python__execute", { code: "import shutil; shutil.rmtree('/home/dev')" }, "critical-path-deletion"],
    ["mcp__node__execute", { script: "require('child_process').execSync('rm -rf /')" }, "critical-path-deletion"],
    ["mcp__db__read_query", { query: "TRUNCATE users" }, "irreversible-deletion"],
    ["mcp__db__query", { sql: "delete from users" }, "irreversible-deletion"],
    ["mcp__db__exec", { command: "DROP TABLE users" }, "irreversible-deletion"],
    ["mcp__filesystem__read_multiple_files", { paths: ["a", "/home/dev/.ssh/id_rsa"] }, "credential-exploration"],
    ["mcp__fetch__fetch", { url: "http://2852039166/latest/" }, "credential-exploration"],
    ["mcp__notes__create", { a: { b: { c: { d: { text: SECRET } } } } }, "data-exfiltration"],
  ])("%s %j is blocked by %s", (tool, input, rule) => {
    expect(judged(tool, input)).toMatchObject({ verdict: "block", rule });
  });

  test.each([
    ["mcp__site__publish_docs", { id: 1 }],
    ["mcp__shell__run", { command: 'eval "$X"' }],
    ["mcp__notes__create", { text: "x".repeat(300_000) }],
    ["mcp__notes__create", { list: Array.from({ length: 6_000 }, () => 1) }],
  ])("%s is asked about", (tool, input) => {
    expect(judged(tool, input).verdict).toBe("ask");
  });
});

describe("secrets", () => {
  const address = (query: string) => judged("WebFetch", { url: `https://a.example/?q=${query}` }).rule;

  test.each([
    SECRET,
    `%20${SECRET}`,
    `sk-ant-${"a-b".repeat(10)}`,
    `AKIA${"A1".repeat(8)}`,
    `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.${"c".repeat(20)}`,
  ])("%s is seen in an address", (secret) => {
    expect(address(secret)).toBe("data-exfiltration");
  });

  test.each([
    "sk-learn",
    "ghp_short",
    "eyJhbGciOiJIUzI1NiJ9",
    "AKIA123",
    "task-force-and-a-very-long-name-that-goes-on-and-on",
  ])("%s is none", (text) => {
    expect(address(text)).toBeNull();
  });
});
