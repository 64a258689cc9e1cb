import { inputText } from "../input-text";
import { resolvePath } from "../paths";
import { afterLead, isNegated, sentencesOf } from "../sentences";
import type { Bound } from "../bounds";
import type { Action, Effect } from "../types";

/** What the tools of git's hosts do that no rule looks at, by the last part of their names. */
const HOSTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:push|push_files|create_or_update_file|delete_file|update_file|create_commit|commit_files)$/, "push"],
  [/^create_(?:pull|merge)_request$/, "pull-request"],
  [/^create_issue$/, "issue"],
];

/** As ordinary work of the shell (ordinary-work.ts): looked at only where the user's words forbid something. */
export function toolWork({ tool }: Action): Effect[] {
  const [, server = "", name = ""] = /^mcp__(.+?)__(.+)$/.exec(tool) ?? [];
  if (!/git|gitea|forgejo|bitbucket/i.test(server)) return [];
  const act = HOSTED.find(([names]) => names.test(name))?.[1];
  const evidence = { field: "", start: 0, end: 0, note: tool };
  return act === undefined ? [] : [{ kind: "everyday", target: null, targetType: "command", traits: { act, text: tool }, evidence }]; // prettier-ignore
}

export const isToolWork = ({ tool }: Action): boolean => tool.startsWith("mcp__") || AGENTS.has(tool);

const AGENTS = new Set(["Agent", "Task"]);
const MAX_PROMPT = 8_000;

/** An agent's task that asks for what the user forbids: handing it on does not make it another thing. */
export function isHandedOn({ verb }: Bound, { tool, input }: Action): boolean {
  const prompt = AGENTS.has(tool) && typeof input.prompt === "string" ? input.prompt.slice(0, MAX_PROMPT) : "";
  return sentencesOf(prompt).some(({ text }) => {
    if (isNegated(text)) return false;
    return afterLead(text)
      .split(/,\s*|\s+(?:and|then)\s+/i)
      .some((request) => verb.test(/^[\w-]+/.exec(afterLead(request))?.[0] ?? ""));
  });
}

/** What a reading tool looks at. */
export const readsOf = (action: Action): Effect[] =>
  ["file_path", "path", "notebook_path"].flatMap((field): Effect[] => {
    const value = inputText(action, field);
    const target = value === null || value.length > 4_096 ? null : resolvePath(value, action.cwd, action.home);
    const evidence = { field, start: 0, end: value?.length ?? 0, note: `reads ${target}` };
    return target === null ? [] : [{ kind: "read", target, targetType: "path", traits: {}, evidence }];
  });
