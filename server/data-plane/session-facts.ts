import { LRUCache } from "lru-cache";
import { isInside, resolvePath } from "@/lib/decision/paths";
import { factsIn, type SessionFacts } from "./session-facts-read";
import type { RepositoryFacts } from "./session-facts-schema";

/** Whose facts: a session's id comes from the client, so it means nothing without it. */
export type FactsKey = {
  clientId: string;
  sessionId: string;
  /** Null for the session's main agent. */
  agentId: string | null;
};

export type SessionFactsStore = {
  /** What a body of `POST /v1/messages` tells is kept for the hooks that follow. */
  learn(key: FactsKey, body: Buffer): void;
  /** Null where nothing is known. @param cwd of the action: facts of a repository count only within it */
  of(key: FactsKey, cwd: string): SessionFacts | null;
};

const MAX_SESSIONS = 20_000;
/** UTF-16 units of all sessions: at most 32 MB in each process. A session takes a few thousand. */
const MAX_UNITS = 16 * 1_048_576;
/** Each call comes out of a model request, so facts are seconds old; a model may think and write for minutes before. */
const KEPT_MS = 15 * 60_000;

type Kept = { facts: SessionFacts; began: Pick<RepositoryFacts, "root" | "remotes"> | null };

/**
 * Facts of sessions, in memory: git, directories and instructions files, which hooks do not carry. Best effort: with several data planes a
 * hook may come to another one than the request did, and then is judged by what it brings along, as with nothing known.
 */
export function createSessionFacts(): SessionFactsStore {
  const kept = new LRUCache<string, Kept>({ max: MAX_SESSIONS, maxSize: MAX_UNITS, ttl: KEPT_MS });
  const keyOf = ({ clientId, sessionId, agentId }: FactsKey) => JSON.stringify([clientId, sessionId, agentId]);

  return {
    learn(key, body) {
      const told = factsIn(body);
      if (told === null) return;
      const { repository } = told;
      const began = (kept.get(keyOf({ ...key, agentId: null })) ?? kept.get(keyOf(key)))?.began ?? repository;
      const facts = { ...told, repository: repository && { ...repository, remotes: remotesOf(repository, began) } };
      // Written and read again, it holds no part of the body in memory.
      const text = JSON.stringify({ facts, began: began && { root: began.root, remotes: began.remotes } } satisfies Kept);
      kept.set(keyOf(key), JSON.parse(text) as Kept, { size: text.length });
    },
    of(key, cwd) {
      const own = kept.get(keyOf(key))?.facts;
      if (own) return { ...own, repository: isWithin(cwd, own.repository) ? own.repository : null };
      const main = key.agentId === null ? undefined : kept.get(keyOf({ ...key, agentId: null }))?.facts;
      // A subagent may work in a worktree of its own, on another branch.
      return main ? { ...main, repository: null } : null;
    },
  };
} // prettier-ignore

/**
 * What the session may take for its own remotes: those of the repository it began in, as they were then. One that the agent adds later, or
 * of a repository it has fetched, is none.
 */
const remotesOf = ({ root }: RepositoryFacts, began: Kept["began"]) => (began?.root === root ? began.remotes : {});

function isWithin(cwd: string, repository: RepositoryFacts | null): boolean {
  const root = repository && resolvePath(repository.root, null, null);
  const place = resolvePath(cwd, null, null);
  return root !== null && place !== null && isInside(place, root);
}
