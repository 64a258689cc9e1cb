import type { TextBlockParam } from "@anthropic-ai/sdk/resources/messages";
import { requestOf, type Projected } from "./projection";
import type { Stage } from "./prompts/stages";

/** The API looks for an entry at a mark and at this many blocks before it, the mark's own included. */
const REACH = 20;
const MOST_MARKS = 4;

export type Hit = { bytes: number; cachedBytes: number };

/** The prompt cache as the Messages API keeps it: entries end at marks, and are found by all bytes and blocks before them. For tests. */
export function createPromptCache() {
  const entries = new Set<string>();
  return {
    ask(projected: Projected, stage: Stage): Hit {
      const { system, messages } = requestOf(projected, stage);
      const blocks = [system, messages[0]?.content].flat() as TextBlockParam[];
      const marks = [...blocks.keys()].filter((at) => blocks[at]?.cache_control);
      if (marks.length > MOST_MARKS) throw new Error(`${marks.length} marks; the API takes ${MOST_MARKS}`);
      const upTo = (at: number) => JSON.stringify(blocks.slice(0, at + 1).map(({ text }) => text));
      const bytesUpTo = (at: number) => blocks.slice(0, at + 1).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
      const found = marks.flatMap((mark) =>
        Array.from({ length: REACH }, (_, back) => mark - back).filter((at) => at >= 0 && entries.has(upTo(at))),
      );
      for (const mark of marks) entries.add(upTo(mark));
      return { bytes: bytesUpTo(blocks.length - 1), cachedBytes: found.length > 0 ? bytesUpTo(Math.max(...found)) : 0 };
    },
  };
} // prettier-ignore

export const share = (hits: readonly Hit[]): number =>
  hits.reduce((sum, { cachedBytes }) => sum + cachedBytes, 0) / hits.reduce((sum, { bytes }) => sum + bytes, 0);
