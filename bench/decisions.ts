import { startDataPlane } from "./support/data-plane";
import { hookSessions } from "./support/hooks";
import { startNextRoute } from "./support/next-route";
import type { ServerProcess } from "./support/process";
import type { Figure, Report } from "./support/report";
import { type LoadRequest, runLoad } from "./support/run-load";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const WARM_UP_SECONDS = 3;

/**
 * Decisions a second over HTTP, as the hooks of many developers, each recorded durably before its answer; and beside it
 * what a Next route handler makes of the same decision when it records nothing.
 */
export async function run(report: Report): Promise<void> {
  const recorded = await benchRecorded(report);
  const next = await benchNext(report);
  report({ name: "recorded decisions to a Next route's unrecorded", value: round(recorded / next), unit: "times" });
}

async function benchRecorded(report: Report): Promise<number> {
  const plane = await startDataPlane();
  let at32 = 0;
  try {
    const tokens = plane.clients.map(({ hookToken }) => hookToken);
    const requests = hookSessions(tokens, "/hooks/claude-code");
    await runLoad({ url: plane.url, connections: 32, seconds: WARM_UP_SECONDS, status: 200, requests });
    for (const connections of [1, 32, 128]) {
      const rowsBefore = await plane.countDecisions();
      const { answered, ...figure } = await measure(plane, plane.url, connections, requests);
      const rows = (await plane.countDecisions()) - rowsBefore;
      if (rows < answered) throw new Error(`${answered} answers but ${rows} records`);
      report({ name: `decisions recorded, ${connections} connections`, ...figure });
      if (connections === 32) at32 = figure.value;
    }
  } finally {
    await plane.stop();
  }
  return at32;
}

async function benchNext(report: Report): Promise<number> {
  const next = await startNextRoute();
  try {
    const requests = hookSessions(["none"], "/api/decide");
    await runLoad({ url: next.url, connections: 32, seconds: WARM_UP_SECONDS, status: 200, requests });
    const { answered: _, ...figure } = await measure(next, next.url, 32, requests);
    report({ name: "Next route handler, nothing recorded, 32 connections", ...figure });
    return figure.value;
  } finally {
    await next.stop();
  }
}

async function measure(server: ServerProcess, url: string, connections: number, requests: LoadRequest[][]) {
  const cpuBefore = server.cpuMs();
  const result = await runLoad({ url, connections, seconds: SECONDS, status: 200, requests });
  const cpuUs = ((server.cpuMs() - cpuBefore) * 1_000) / result.answered;
  return {
    value: Math.round(result.perSecond),
    unit: "decisions/s",
    p50Ms: round(result.p50Ms),
    p99Ms: round(result.p99Ms),
    serverCpuUs: round(cpuUs),
    answered: result.answered,
  } satisfies Omit<Figure, "name">;
}

const round = (value: number) => Math.round(value * 100) / 100;
