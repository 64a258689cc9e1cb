import { expect, test } from "vitest";
import { readEnv } from "./env";

const NEEDED = {
  DATABASE_URL: "postgresql://localhost/gatehouse",
  GATEHOUSE_URL: "https://gatehouse.example.test",
  GATEHOUSE_SECRET: "s".repeat(43),
};

test("addresses that the classifier's key goes to hold nothing but a place", () => {
  const good = "https://llm.corp.example:8443/anthropic";
  const { CLASSIFIER_BASE_URL, CLASSIFIER_BASE_URLS } = readEnv({
    ...NEEDED,
    CLASSIFIER_BASE_URL: good,
    CLASSIFIER_BASE_URLS: `${good}, http://127.0.0.1:4000/`,
  });
  expect(CLASSIFIER_BASE_URL).toBe(good);
  expect(CLASSIFIER_BASE_URLS).toEqual([good, "http://127.0.0.1:4000/"]);
  for (const bad of [
    "https://user:secret@llm.corp.example",
    "https://secret@llm.corp.example/v1",
    "https://llm.corp.example/?key=secret",
    "https://llm.corp.example/#secret",
    "ftp://llm.corp.example",
    "llm.corp.example",
  ]) {
    expect(() => readEnv({ ...NEEDED, CLASSIFIER_BASE_URL: bad }), bad).toThrow(/CLASSIFIER_BASE_URL/);
    expect(() => readEnv({ ...NEEDED, CLASSIFIER_BASE_URLS: `${good},${bad}` }), bad).toThrow(/CLASSIFIER_BASE_URLS/);
  }
});
