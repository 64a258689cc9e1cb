import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { LoadJob, LoadRequest, LoadResult } from "./load";

export type { LoadRequest };

const LOAD = path.join(import.meta.dirname, "load.ts");

/** Runs one job of load to its end. @throws Error when any request was not answered as it should */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const child = fork(LOAD, { execArgv: ["--import", "tsx"] });
  child.send(job);
  const [result] = (await once(child, "message")) as [LoadResult];
  child.disconnect();
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.answered} requests to ${job.url} failed`);
  return result;
}
