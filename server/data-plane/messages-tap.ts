import type { FastifyRequest } from "fastify";
import type { BodyTap } from "./forward";
import type { SessionFactsStore } from "./session-facts";

/** Longer bodies pass without being looked at. */
const MAX_BODY_BYTES = 4 * 1_048_576;
/** Of all bodies that are just passing. */
const MAX_HELD_BYTES = 64 * 1_048_576;

/** `x-claude-code-session-id` and `x-claude-code-agent-id` are what the session's hooks call `session_id` and `agent_id`. */
const idIn = (header: string | string[] | undefined): string | null =>
  typeof header === "string" && header !== "" && header.length <= 200 ? header : null;

/**
 * Looks at the bodies of model requests as they pass, for what they tell of their session. Costs the request nothing but references to its
 * chunks; what is in them is read once all of them are on their way, while the model works.
 */
export function createMessagesTap(facts: Pick<SessionFactsStore, "learn">, onError: (error: unknown) => void) {
  let heldBytes = 0;

  return ({ headers }: FastifyRequest, clientId: string): BodyTap | undefined => {
    const sessionId = idIn(headers["x-claude-code-session-id"]);
    if (sessionId === null || headers["content-encoding"] !== undefined) return undefined;
    const key = { clientId, sessionId, agentId: idIn(headers["x-claude-code-agent-id"]) };
    let chunks: Buffer[] | null = [];
    let bytes = 0;
    const letGo = () => {
      chunks = null;
      heldBytes -= bytes;
      bytes = 0;
    };
    return {
      chunk(chunk) {
        if (chunks === null) return;
        chunks.push(chunk);
        bytes += chunk.length;
        heldBytes += chunk.length;
        if (bytes > MAX_BODY_BYTES || heldBytes > MAX_HELD_BYTES) letGo();
      },
      end(isWhole) {
        const body = chunks;
        letGo();
        if (body === null || !isWhole) return;
        setImmediate(() => {
          try {
            facts.learn(key, Buffer.concat(body));
          } catch (error) {
            onError(error);
          }
        });
      },
    };
  };
}
