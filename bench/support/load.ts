import autocannon from "autocannon";

export type LoadRequest = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };

/** Runs in a process of its own, so that making load is not counted as serving it; talks to `runLoad` by IPC. */
export type LoadJob = {
  url: string;
  connections: number;
  seconds: number;
  /** Of every answer; any other is a failure. */
  status: number;
  /** One list for each connection, sent in turn. */
  requests: LoadRequest[][];
};

process.once("message", (job: LoadJob) => void run(job));

async function run({ url, connections, seconds, status, requests }: LoadJob): Promise<void> {
  let connection = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    // Each answer's time by itself: percentiles of autocannon are whole milliseconds.
    setupClient(client) {
      client.setRequests(requests[connection++ % requests.length] ?? []);
      client.on("response", (answered, _bytes, ms) => {
        latencies.push(ms);
        if (answered !== status) wrong++;
      });
    },
  });
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  process.send?.({
    perSecond: latencies.length / result.duration,
    answered: latencies.length,
    failed: wrong + result.errors,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  } satisfies LoadResult);
}

const latencies: number[] = [];
let wrong = 0;

export type LoadResult = { perSecond: number; answered: number; failed: number; p50Ms: number; p99Ms: number };
