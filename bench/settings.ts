import { startDataPlane } from "./support/data-plane";
import type { Report } from "./support/report";
import { runLoad } from "./support/run-load";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const CONNECTIONS = 32;

/** The hourly question of every client: has anything changed? */
export async function run(report: Report): Promise<void> {
  const plane = await startDataPlane();
  try {
    const requests = await Promise.all(
      plane.clients.slice(0, CONNECTIONS).map(async ({ accessToken }) => {
        const authorization = `Bearer ${accessToken}`;
        const response = await fetch(`${plane.url}/managed/settings`, { headers: { authorization } });
        const etag = response.headers.get("etag");
        if (response.status !== 200 || !etag) throw new Error(`/managed/settings answered ${response.status}`);
        return [
          { method: "GET" as const, path: "/managed/settings", headers: { authorization, "if-none-match": etag } },
        ];
      }),
    );
    const job = { url: plane.url, connections: CONNECTIONS, status: 304, requests };
    await runLoad({ ...job, seconds: 2 }); // warms up
    const before = plane.cpuMs();
    const result = await runLoad({ ...job, seconds: SECONDS });
    const cpuUs = ((plane.cpuMs() - before) * 1_000) / result.answered;
    const measured = { p50Ms: round(result.p50Ms), p99Ms: round(result.p99Ms), serverCpuUs: round(cpuUs) };
    report({ name: "managed settings, 304", value: Math.round(result.perSecond), unit: "requests/s", ...measured });
    report({ name: "managed settings, 304, per core", value: Math.round(1_000_000 / cpuUs), unit: "requests/s" });
  } finally {
    await plane.stop();
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
