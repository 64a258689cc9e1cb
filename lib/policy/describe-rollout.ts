import type { Change, Names, Risk } from "./change";
import type { DefaultRollout, Enforcement, PolicyContent } from "./schemas";

const ENFORCEMENT_WORDS: Record<Enforcement, string> = {
  observe: "decisions are recorded only",
  "second-opinion": "Gatehouse may block",
  authoritative: "Gatehouse decides",
};
const STRICTNESS: Record<Enforcement, number> = { observe: 0, "second-opinion": 1, authoritative: 2 };

export function describeRolloutChanges(before: PolicyContent, after: PolicyContent, names: Names): Change[] {
  const nameOf = (groupId: string) => `group ${names.group?.(groupId) ?? groupId}`;
  const old = new Map(before.rollout.groups.map((entry) => [entry.groupId, entry]));
  const kept = new Set(after.rollout.groups.map((entry) => entry.groupId));
  const changes: Change[] = [];
  for (const [index, entry] of after.rollout.groups.entries()) {
    const path = `/rollout/groups/${index}`;
    const was = old.get(entry.groupId);
    if (was) changes.push(...rolloutChanges(nameOf(entry.groupId), path, was, entry));
    else changes.push(added(nameOf(entry.groupId), path, entry));
  }
  for (const [index, entry] of before.rollout.groups.entries())
    if (!kept.has(entry.groupId))
      changes.push(removed(nameOf(entry.groupId), index, entry, after.rollout.everyoneElse));
  changes.push(
    ...rolloutChanges(
      "everyone else",
      "/rollout/everyoneElse",
      before.rollout.everyoneElse,
      after.rollout.everyoneElse,
    ),
  );
  if (isReordered(before, after))
    changes.push({
      area: "rollout",
      kind: "moved",
      risk: "medium",
      path: "/rollout/groups",
      sentence: "The order of groups changes: for developers in several, the first listed decides.",
    });
  return changes;
}

function rolloutChanges(who: string, path: string, was: DefaultRollout, is: DefaultRollout): Change[] {
  const changed = (sentence: string, risk: Risk): Change => ({
    area: "rollout",
    kind: "changed",
    sentence,
    risk,
    path,
  });
  const changes: Change[] = [];
  if (was.autoMode !== is.autoMode)
    changes.push(
      is.autoMode
        ? changed(`Turns auto mode on for ${who}: ${summary(is)}.`, "high")
        : changed(`Turns auto mode off for ${who}.`, "low"),
    );
  else if (was.autoMode && was.startInAutoMode !== is.startInAutoMode)
    changes.push(
      is.startInAutoMode
        ? changed(`Sessions of ${who} start in auto mode.`, "medium")
        : changed(`Sessions of ${who} no longer start in auto mode; developers may enter it.`, "low"),
    );
  if (was.enforcement !== is.enforcement && was.autoMode === is.autoMode)
    changes.push(
      changed(
        `For ${who}, ${ENFORCEMENT_WORDS[is.enforcement]} (before: ${ENFORCEMENT_WORDS[was.enforcement]}).`,
        // Deciding alone lets actions through that Claude Code's own classifier would have been asked about.
        is.enforcement === "authoritative" || STRICTNESS[is.enforcement] < STRICTNESS[was.enforcement] ? "high" : "low",
      ),
    );
  return changes;
}

const added = (who: string, path: string, is: DefaultRollout): Change => ({
  area: "rollout",
  kind: "added",
  path,
  risk: is.autoMode ? "high" : "low",
  sentence: is.autoMode ? `Turns auto mode on for ${who}: ${summary(is)}.` : `Keeps auto mode off for ${who}.`,
});

const removed = (who: string, index: number, was: DefaultRollout, everyoneElse: DefaultRollout): Change => ({
  area: "rollout",
  kind: "removed",
  path: `/rollout/groups/${index}`,
  risk: !was.autoMode && everyoneElse.autoMode ? "high" : "medium",
  sentence: `Takes ${who} out of the rollout: what is set for their other groups or for everyone else applies (auto mode ${everyoneElse.autoMode ? "on" : "off"}).`,
});

const summary = (is: DefaultRollout) =>
  `${ENFORCEMENT_WORDS[is.enforcement]}, sessions ${is.startInAutoMode ? "start in it" : "may enter it"}`;

/** Among the groups that both list. */
function isReordered(before: PolicyContent, after: PolicyContent): boolean {
  const idsOf = ({ rollout }: PolicyContent) => rollout.groups.map((entry) => entry.groupId);
  const [old, now] = [idsOf(before), idsOf(after)];
  const both = new Set(old.filter((id) => now.includes(id)));
  return old.filter((id) => both.has(id)).join() !== now.filter((id) => both.has(id)).join();
}
