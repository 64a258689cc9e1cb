import { expect } from "@playwright/test";
import type { Instance } from "./instance";

type Asking = {
  /** An API token that may ask for decisions. */
  token: string;
  /** The developer's e-mail. */
  developer: string;
  session: string;
  command: string;
  /** What the user said, oldest first. */
  said?: string[];
};

/** Asks for a decision on a command as an agent of the developer does. */
export async function askDecision(
  instance: Instance,
  { token, developer, session, command, said = [] }: Asking,
): Promise<{ verdict: string; fallback: boolean }> {
  const response = await fetch(`${instance.url}/api/v1/decisions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      developer,
      session_id: session,
      tool: "Bash",
      input: { command },
      context: { cwd: "/home/dana/app", home: "/home/dana", user_messages: said },
    }),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as { verdict: string; fallback: boolean };
}
