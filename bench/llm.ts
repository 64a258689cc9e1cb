import { SAID } from "@/lib/classifier/testing";
import { type MessagesApi, startMessagesApi } from "@/lib/classifier/testing-messages-api";
import { ClassifierPolicy, type LlmWhen } from "@/lib/policy/classifier-policy";
import { startDataPlane } from "./support/data-plane";
import { hookSessions } from "./support/hooks";
import { BENCH_POLICY } from "./support/policy";
import type { Report } from "./support/report";
import { runLoad } from "./support/run-load";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const WARM_UP_SECONDS = 2;
const ANSWER_MS = 50;

/**
 * Decisions a second with the LLM classifier on, whose API answers after 50 ms and lets everything pass: what asking costs besides
 * the model, and how many decisions ask. It says nothing about any model's speed or judgement.
 */
export async function run(report: Report): Promise<void> {
  const api = await startMessagesApi();
  api.answerWith(() => {
    api.requests.length = 0;
    return { text: SAID.pass, delayMs: ANSWER_MS };
  });
  try {
    for (const when of ["never", "undecided", "always"] as const) await benchOne(report, api, when);
  } finally {
    await api.close();
  }
}

async function benchOne(report: Report, api: MessagesApi, when: LlmWhen): Promise<void> {
  const classifier = ClassifierPolicy.parse({ llm: { when, maxConcurrent: 200 } });
  const variables = { CLASSIFIER_API_KEY: "bench", CLASSIFIER_BASE_URL: api.url };
  const plane = await startDataPlane({ policy: { ...BENCH_POLICY, classifier }, variables });
  try {
    const tokens = plane.clients.map(({ hookToken }) => hookToken);
    const load = { url: plane.url, connections: 32, status: 200, requests: hookSessions(tokens, "/hooks/claude-code") };
    await runLoad({ ...load, seconds: WARM_UP_SECONDS });
    const [rowsBefore, askedBefore] = await Promise.all([plane.countDecisions(), plane.countAsked()]);
    const result = await runLoad({ ...load, seconds: SECONDS });
    const rows = (await plane.countDecisions()) - rowsBefore;
    const asked = (await plane.countAsked()) - askedBefore;
    report({
      name: `LLM ${when}, 32 connections`,
      value: Math.round(result.perSecond),
      unit: "decisions/s",
      p50Ms: round(result.p50Ms),
      p99Ms: round(result.p99Ms),
      askedPercent: round((asked / rows) * 100),
    });
  } finally {
    await plane.stop();
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
