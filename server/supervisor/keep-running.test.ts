import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepRunning, type Service } from "./keep-running";
import { ALIVE } from "./report-alive";

let started: ChildProcess[] = [];
let service: Service | undefined;
let lines: string[] = [];
beforeEach(() => {
  started = [];
  lines = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
});
afterEach(async () => {
  for (const child of started) child.kill("SIGCONT");
  await service?.stop(2_000);
  vi.restoreAllMocks();
});

/** Runs a program in a process of its own, and again when it ends. */
function keep(program: string): Service {
  service = keepRunning(
    "the worker",
    () => {
      const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
      started.push(child);
      return child;
    },
    { silenceLimitMs: 500 },
  );
  return service;
}

const REPORTS = `setInterval(() => process.send(${JSON.stringify(ALIVE)}), 50);`;
const NEVER_REPORTS = "setInterval(() => {}, 50);";
const reported = (child: ChildProcess | undefined) => new Promise((resolve) => child?.once("message", resolve));
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test.each([
  ["stands still", REPORTS, true],
  ["is stuck in a loop", `${REPORTS} setTimeout(() => { for (;;); }, 300);`, false],
])("a process that %s is ended and started again, and one line says so", async (_, program, isStopped) => {
  keep(program).markHealthy();
  await reported(started[0]);
  if (isStopped) started[0]?.kill("SIGSTOP");
  await expect.poll(() => started.length, { timeout: 5_000 }).toBe(2);
  expect(started[0]?.signalCode).toBe("SIGKILL");
  expect(lines).toEqual([
    "gatehouse: the worker was silent for 0.5 s and was ended by SIGKILL; starting it again in 0.25 s",
  ]);
});

test("a process that reports goes on, and so does one that is still starting", async () => {
  keep(REPORTS).markHealthy();
  await wait(1_500);
  await service?.stop(2_000);
  keep(NEVER_REPORTS).markHealthy();
  await wait(1_000);
  expect([started.length, lines]).toEqual([2, []]);
});

test("who is silent before the first start is through is left to the start's own limit", async () => {
  keep(REPORTS);
  await reported(started[0]);
  started[0]?.kill("SIGSTOP");
  await wait(1_200);
  expect([started[0]?.signalCode, lines]).toEqual([null, []]);
});

test("who is silent while stopping is left to the time it was given", async () => {
  keep(REPORTS).markHealthy();
  await reported(started[0]);
  started[0]?.kill("SIGSTOP");
  const startedAt = performance.now();
  await service?.stop(1_500);
  expect(performance.now() - startedAt).toBeGreaterThan(1_400);
  expect([started.length, lines]).toEqual([1, []]);
});
