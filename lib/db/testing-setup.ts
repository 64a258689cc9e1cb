import type { TestProject } from "vitest/node";
import { startTestServer } from "./testing-server";

/** Once a run of vitest, before its first test file. */
export async function setup(project: TestProject) {
  const server = await startTestServer();
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
