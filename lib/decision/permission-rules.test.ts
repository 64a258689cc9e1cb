import { describe, expect, test } from "vitest";
import { matchPermissions } from "./permission-rules";
import { action, bash, policy } from "./testing";
import type { Action } from "./types";

const matches = (kind: "deny" | "ask" | "allow", rule: string, on: Action): boolean => {
  const permissions = { deny: [], ask: [], allow: [], [kind]: [rule] };
  return matchPermissions(on, policy({ permissions }))[kind] === rule;
};

describe("Bash rules", () => {
  test.each([
    ["Bash", "anything at all"],
    ["Bash(*)", "anything at all"],
    ["Bash(npm test)", "npm test"],
    ["Bash(ls *)", "ls -la"],
    ["Bash(ls *)", "ls"],
    ["Bash(ls:*)", "ls -la"],
    ["Bash(ls*)", "lsof"],
    ["Bash(git * main)", "git push origin main"],
    ["Bash(git push *)", "npm test && git push origin x"],
    ["Bash(git push *)", "echo a; git push | tee log"],
    ["Bash(git push *)", "timeout 5 nohup git push origin x"],
    ["Bash(git push *)", "GIT_TRACE=1 git push origin x"],
    ["Bash(git push *)", "bash -c 'git push origin x'"],
    ["Bash(git push *)", "echo $(git push origin x)"],
    ["Bash(git push *)", "sudo git push origin x"],
    ["Bash(git push *)", "g''it push origin x"],
    ["Bash(rm *)", "/bin/rm x"],
    ["Bash(run_in_background:true)", "sleep 1"],
    ["Bash(rm *)", `python3 -c "import os; os.system('rm x')"`],
    ["Bash(rm *)", `node -e "require('child_process').execSync('rm x')"`],
  ])("a deny rule %s stops %s", (rule, command) => {
    expect(matches("deny", rule, action("Bash", { command, run_in_background: true }))).toBe(true);
  });

  test.each([
    ["Bash(ls *)", "lsof -i"],
    ["Bash(npm test)", "npm test -- --watch"],
    ["Bash(git push *)", "git pull origin x"],
    ["Bash(git push *)", "echo git push origin x"],
    ["Bash(run_in_background:true)", "sleep 1"],
    ["Edit(*.md)", "cat a.md"],
    ["WebFetch(domain:example.com)", "curl https://example.com"],
  ])("a deny rule %s leaves %s", (rule, command) => {
    expect(matches("deny", rule, bash(command))).toBe(false);
  });

  test("what cannot be read matches a deny rule whose words it holds", () => {
    expect(matches("deny", "Bash(git push *)", bash('eval "git push $X" \'unclosed'))).toBe(true);
    expect(matches("deny", "Bash(terraform apply *)", bash('eval "git push $X" \'unclosed'))).toBe(false);
  });

  test("an allow rule must cover every part, as written", () => {
    expect(matches("allow", "Bash(npm publish *)", bash("npm publish --tag x"))).toBe(true);
    expect(matches("allow", "Bash(npm publish *)", bash("{ npm publish x; } 2>&1"))).toBe(true);
    for (const command of [
      "npm publish x && rm -rf y",
      "sudo npm publish x",
      "ssh h npm publish x",
      "npm publish x > ~/.bashrc",
      "A=b npm publish x",
      "npm publish $(evil)",
      "{ npm publish x; } > ~/.bashrc",
      "npm publish x; > ~/.bashrc",
      "PATH=/tmp/x; npm publish x",
    ]) {
      expect(matches("allow", "Bash(npm publish *)", bash(command))).toBe(false);
    }
  });
});

describe("path rules", () => {
  const edit = (file_path: string) => action("Edit", { file_path });
  const read = (file_path: string) => action("Read", { file_path });

  test.each([
    ["Edit(src/**)", edit("src/a/b.ts")],
    ["Edit(src)", edit("src/a/b.ts")],
    ["Edit(*.env)", edit("/home/dev/project/config/prod.env")],
    ["Edit(secrets/**)", edit("/home/dev/elsewhere/secrets/a")],
    ["Edit(//etc/**)", edit("/etc/hosts")],
    ["Edit(~/notes/**)", edit("~/notes/a.md")],
    ["Edit(./docs/**)", edit("docs/a.md")],
    ["Edit(/docs/**)", edit("docs/a.md")],
    ["Edit(DOCS/**)", edit("docs/a.md")],
    ["Edit", action("Write", { file_path: "x" })],
    ["Read(.env)", read("/home/dev/project/.env")],
    ["Read(.env)", edit("/home/dev/project/a/.env")],
    ["Read(~/.ssh/**)", read("/home/dev/.ssh/config")],
    ["Read(.env)", bash("cat .env | head")],
    ["Edit(docs/**)", bash("echo x > docs/a.md")],
    ["Edit(docs/**)", bash("cd docs && sed -i s/a/b/ a.md")],
    ["Edit(//etc/**)", edit("/home/dev/project/../../../etc/hosts")],
    ["Read(~/.aws/**)", bash("cat ~/.a?s/x")],
    ["Read(~/.aws/**)", bash("cat ~/.[a]ws/x")],
    ["Read(~/.aws/**)", bash(`python3 -c "print(open('/home/dev/.aws/x').read())"`)],
    ["Edit(docs/**)", bash(`python3 -c "open('docs/a.md', 'w').write('x')"`)],
    ["Edit(app/(group)/**)", edit("app/(group)/page.tsx")],
    ["Read(.env)", read(["/home/dev/project/.env"] as never)],
    ["Read(.env)", read(`/home/dev/${"a/".repeat(3_000)}.env`)],
  ])("a deny rule %s stops %j", (rule, on) => {
    expect(matches("deny", rule, on)).toBe(true);
  });

  test.each([
    ["Edit(src/**)", edit("lib/a.ts")],
    ["Edit(src/*.ts)", edit("src/a/b.js")],
    ["Edit(.env)", read(".env")],
    ["Edit(./docs/**)", edit("/home/dev/elsewhere/docs/a.md")],
    ["Edit(//etc/**)", edit("etc/hosts")],
    ["Read(.env)", read(".env.example")],
    ["Read(~/.aws/**)", bash("cat ~/*/x")],
    ["Read(~/.aws/**)", bash(`python3 -c "print('a/b')"`)],
    ["Edit(app/i/**)", edit("app/[id]/page.tsx")],
  ])("a deny rule %s leaves %j", (rule, on) => {
    expect(matches("deny", rule, on)).toBe(false);
  });
});

test("an allow rule covers no path it cannot read", () => {
  for (const input of [
    { file_path: ["src/a.ts"] },
    { file_path: "src/a.ts", path: ["x"] },
    { file_path: `src/${"a".repeat(5_000)}` },
  ])
    expect(matches("allow", "Edit(src/**)", action("Edit", input))).toBe(false);
  expect(matches("allow", "Edit(src/**)", action("Edit", { file_path: "src/a.ts" }))).toBe(true);
});

test("many nested wildcards over a long path take no longer than a blink", () => {
  const rule = `Read(//${"**/a/".repeat(40)}b)`;
  const started = performance.now();
  expect(matches("deny", rule, action("Read", { file_path: `/${"a/".repeat(2_000)}c` }))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});

describe("other tools", () => {
  const fetch = (url: string) => action("WebFetch", { url });

  test.each([
    ["WebFetch(domain:example.com)", fetch("https://EXAMPLE.com/a")],
    ["WebFetch(domain:*.example.com)", fetch("https://a.b.example.com")],
    ["WebFetch(domain:example.*)", fetch("https://example.org")],
    ["WebFetch(domain:*)", fetch("https://anything.example")],
    ["WebFetch", fetch("https://anything.example")],
    ["WebFetch(domain:example.com)", fetch("https:/example.com/")],
    ["WebFetch(domain:example.com)", fetch("https:///example.com")],
    ["WebFetch(domain:example.com)", fetch("https://exa\tmple.com/")],
    ["WebFetch(domain:example.com)", fetch("https://%65xample.com")],
    ["WebFetch(domain:example.com)", fetch(" https://example.com")],
    ["WebFetch(domain:example.com)", fetch("https://example。com")],
    ["WebFetch(domain:example.com)", fetch(["https://example.com"] as never)],
    ["WebFetch(domain:example.com)", fetch("http://[")],
    ["mcp__github", action("mcp__github__create_issue", {})],
    ["mcp__github__*", action("mcp__github__create_issue", {})],
    ["mcp__github__get_*", action("mcp__github__get_me", {})],
    ["mcp__*", action("mcp__x__y", {})],
    ["Agent", action("Task", { prompt: "x" })],
    ["Agent(Explore)", action("Agent", { subagent_type: "Explore" })],
    ["Agent(model:opus)", action("Agent", { model: "opus" })],
    ["Agent(isolation:*)", action("Agent", { isolation: "worktree" })],
    ["*", action("Whatever", {})],
  ])("a deny rule %s stops %j", (rule, on) => {
    expect(matches("deny", rule, on)).toBe(true);
  });

  test.each([
    ["WebFetch(domain:example.com)", fetch("https://a.example.com")],
    ["WebFetch(domain:example.com)", fetch("https://example.com.evil.example")],
    ["WebFetch(domain:example.com)", fetch("https://example.com@evil.example/")],
    ["WebFetch(domain:*.example.com)", fetch("https://example.com")],
    ["WebFetch(domain:example.*)", fetch("https://example.co.uk")],
    ["mcp__git", action("mcp__github__create_issue", {})],
    ["mcp__github__get_*", action("mcp__github__create_issue", {})],
    ["Agent(model:opus)", action("Agent", {})],
    ["not a rule(", action("Agent", {})],
  ])("a deny rule %s leaves %j", (rule, on) => {
    expect(matches("deny", rule, on)).toBe(false);
  });
});
