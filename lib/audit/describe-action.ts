import { summarise } from "@/lib/decision/summary";
import type { Action, Evidence } from "@/lib/decision/types";
import { type CleanLimits, cleanJson, cleanText, type Json } from "./clean-json";
import type { GitRecord } from "./git-record";

const INPUT: CleanLimits = { stringLength: 8_000, totalLength: 24_000, depth: 6, entries: 100 };
const PATH_LENGTH = 1_000;

type Described = { tool: string; summary: string; action: Json };

/** What a record keeps of an action. Users' messages are events of their session, not repeated with each action. */
export function describeAction(action: Action, git: GitRecord | null = null): Described {
  const tool = cleanText(action.tool, 200);
  const input = cleanJson(action.input, INPUT) as { [key: string]: Json };
  return {
    tool,
    summary: cleanText(summarise(tool, input), 300),
    action: {
      input,
      cwd: cleanText(action.cwd, PATH_LENGTH),
      home: action.home && cleanText(action.home, PATH_LENGTH),
      additionalDirectories: action.additionalDirectories.slice(0, 50).map((path) => cleanText(path, PATH_LENGTH)),
      ...(git && { git }),
    },
  };
}

const EVIDENCE = 20;

/** Offsets stay: masking keeps the length of what it masks. What was cut off can no longer be pointed at. */
export const cleanEvidence = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.slice(0, EVIDENCE).map(({ field, start, end, note }) => ({
    field: cleanText(field, 200),
    start: Math.min(start, INPUT.stringLength),
    end: Math.min(end, INPUT.stringLength),
    note: cleanText(note, 500),
  }));
