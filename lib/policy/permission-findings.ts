import { isBroadAllow } from "@/lib/decision/permission-rules/broad";
import { parseRule } from "@/lib/decision/permission-rules/parse";
import { type Finding, finding } from "./finding";
import { isJsonObject } from "./json";
import type { PolicyContent } from "./schemas";

type Placed = { rule: string; path: string };

/** Permission rules that do less than they seem to, read by the same functions as in every decision. */
export function permissionFindings(policy: PolicyContent): Finding[] {
  return (["deny", "ask", "allow"] as const).flatMap((list) =>
    placesOf(policy, list).flatMap(({ rule, path }) => {
      if (parseRule(rule) === null)
        return [
          finding(
            list === "allow" ? "warning" : "error",
            "permission-rule-unreadable",
            path,
            `“${rule}” is not a permission rule and matches nothing. Write a tool, or a tool and what it may be given: Bash(git push *).`,
          ),
        ];
      return list === "allow" && isBroadAllow(rule) ? [setAside(rule, path)] : [];
    }),
  );
}

const setAside = (rule: string, path: string): Finding =>
  finding(
    "warning",
    "allow-set-aside",
    path,
    `“${rule}” lets an agent run whatever it likes, so auto mode sets it aside: Claude Code drops it there and Gatehouse judges each action as if it were not there. Name the commands that are meant, such as Bash(npm run test).`,
  );

/** The policy's own, then those in the further settings. */
function placesOf({ permissions, settings }: PolicyContent, list: keyof PolicyContent["permissions"]): Placed[] {
  const further: unknown = isJsonObject(settings.permissions) ? settings.permissions[list] : [];
  const own = permissions[list].map((rule, index) => ({ rule, path: `/permissions/${list}/${index}` }));
  const others = (Array.isArray(further) ? further : []).flatMap((rule: unknown, index) =>
    typeof rule === "string" ? [{ rule, path: `/settings/permissions/${list}/${index}` }] : [],
  );
  return [...own, ...others];
}
