import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const CLAUDE_BIN = process.env.CLAUDE_CODE_BIN;

/** A fresh machine for one developer: empty home, a git project with a remote that goes nowhere. */
export type Machine = { home: string; project: string };

export async function newMachine(): Promise<Machine> {
  const root = await mkdtemp(path.join(tmpdir(), "gatehouse-client-"));
  const machine = { home: path.join(root, "home"), project: path.join(root, "project") };
  await mkdir(path.join(machine.home, ".claude"), { recursive: true });
  await mkdir(machine.project);
  await writeFile(path.join(machine.project, "hello.txt"), "hello from the project\n");
  await run("git", ["init", "-q", "-b", "main", machine.project]);
  await run("git", ["-C", machine.project, "remote", "add", "origin", "https://git.example.com/acme/app.git"]);
  return machine;
}

/** One line of `--output-format stream-json`. */
export type StreamEvent = Record<string, unknown> & { type: string; subtype?: string };

export type ClaudeRun = { code: number | null; stderr: string; events: StreamEvent[]; text: string };

type Options = { args?: string[]; env?: Record<string, string>; timeoutMs?: number };

/** Everything the client gets to see of this machine. */
export const cleanEnvironment = (machine: Machine): Record<string, string> => ({
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  HOME: machine.home,
  LANG: "C.UTF-8",
  TERM: "dumb",
  TMPDIR: path.dirname(machine.home),
  CLAUDE_CODE_TMPDIR: path.dirname(machine.home),
  DISABLE_AUTOUPDATER: "1",
  DISABLE_TELEMETRY: "1",
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
});

/** Runs the real client headless, in an environment that holds nothing but what is given here. */
export async function runClaude(machine: Machine, prompt: string, options: Options = {}): Promise<ClaudeRun> {
  if (!CLAUDE_BIN) throw new Error("CLAUDE_CODE_BIN is not set");
  const args = ["-p", prompt, "--output-format", "stream-json", "--verbose", ...(options.args ?? [])];
  const child = spawn(CLAUDE_BIN, args, {
    cwd: machine.project,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: options.timeoutMs ?? 60_000,
    env: { ...cleanEnvironment(machine), ...options.env } as NodeJS.ProcessEnv,
  });
  let text = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (text += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const events = text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as StreamEvent] : []));
  return { code, stderr, events, text };
}

/** The mode the session started in, from the client's own first message. */
export const startMode = (run: ClaudeRun) =>
  run.events.find((e) => e.type === "system" && e.subtype === "init")?.permissionMode;

type ToolResult = { toolUseId: string; isError: boolean; content: string };

/** What came back to the model for each tool call, in order. */
export const toolResults = (run: ClaudeRun): ToolResult[] =>
  run.events
    .filter((event) => event.type === "user")
    .flatMap((event) => {
      const content = (event.message as { content: unknown }).content;
      return Array.isArray(content) ? (content as Record<string, unknown>[]) : [];
    })
    .filter((block) => block.type === "tool_result")
    .map((block) => ({
      toolUseId: String(block.tool_use_id),
      isError: block.is_error === true,
      content: typeof block.content === "string" ? block.content : JSON.stringify(block.content),
    }));
