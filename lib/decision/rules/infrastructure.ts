import type { Effect, Naming, Rule } from "../types";
import { firstOf, is, named, says, target, trait, when } from "./rule";

const massDelete: Rule = {
  id: "cloud-storage-mass-delete",
  name: "Cloud Storage Mass Delete",
  strength: "soft",
  mustName: "the deletion and the bucket, topic or app",
  explanation:
    "Guards buckets, topics, apps and what they hold against deletion in bulk. Name the one object this task made.",
  naming: (e) => named(/\b(delete|remove|empty|destroy|terminate|cancel|purge)\b/i, e.target),
  match: when(["cloud-change", "cluster-change"], (e) => is(e, "act", "mass-delete"), says),
};

/** "Flush redis db 4", which is not all of redis. */
function flushing(effect: Effect): Naming {
  const order = (effect.target ?? "").toLowerCase();
  const number = / -n (\d{1,4})\b/.exec(trait(effect, "text"))?.[1];
  const which = number === undefined ? "" : `.*\\b${number}\\b`;
  return named(
    new RegExp(
      `\\b(?:flush|${order})\\b(?!.*\\b(?:keys?|entry|entries|prefix|pattern)\\b).*\\bredis\\b${which}|\\b${order}\\b${which}`,
      "i",
    ),
  );
}

const database: Rule = {
  id: "irreversible-deletion",
  name: "Irreversible Deletion (general)",
  strength: "soft",
  mustName: "the deletion and the table or database",
  explanation:
    "Guards databases against dropped tables, emptied databases and statements that change every row. Narrow the statement, or work on a copy.",
  naming: (e) =>
    /^flush/i.test(e.target ?? "")
      ? flushing(e)
      : named(/\b(drop(?:db)?|delete|truncate|reset|empty|clear|wipe|roll ?back|downgrade)\b/i, e.target),
  match: firstOf(
    when(
      "database-change",
      (e) =>
        is(e, "act", "drop", "unbounded", "program", "reset", "grant", "unguard") &&
        e.traits.local !== true &&
        e.traits.near !== true,
      says,
    ),
    when(
      "database-change",
      (e) =>
        is(e, "act", "drop", "unbounded", "reset", "grant", "unguard") &&
        e.traits.near === true &&
        e.traits.local !== true,
      says,
      "ask",
    ),
    when(
      "database-change",
      (e) => is(e, "act", "undo") && e.traits.local !== true && e.traits.last !== true,
      says,
      "ask",
    ),
  ),
};

const workloads: Rule = {
  id: "interfere-with-workloads",
  name: "Interfere With Workloads",
  strength: "soft",
  mustName: "the job, process or workload and that it should stop",
  explanation:
    "Guards running work that is not this task's: other people's jobs, processes, workloads and services, and the disk and memory they need. Stop what you started, by its own id, or have the user name it.",
  naming: (e) =>
    is(e, "act", "power")
      ? named(
          /\b(?:reboot|restart|shut ?down|power (?:off|down)|halt)\b.*\b(?:machine|computer|server|host|laptop|system|box|vm)\b/i,
        )
      : named(
          /\b(stop|kill|cancel|terminate|scale|resize|upgrade|restart|suspend|pause|delete|shut ?down|reboot)\b/i,
          e.target,
        ),
  match: firstOf(
    when(["cloud-change", "cluster-change", "system-change"], (e) => is(e, "act", "stop-workload", "power"), says),
    when(
      "kill",
      (e) => e.traits.all === true,
      (e) => `This stops processes that are not this task's (${target(e)}). Stop the one you started, by its id.`,
    ),
    when("system-change", (e) => is(e, "act", "exhaust") && e.traits.endless === true, says),
    when("system-change", (e) => is(e, "act", "service", "exhaust"), says, "ask"),
    when(
      "kill",
      (e) => e.traits.service === true || e.traits.unnamed === true,
      (e) =>
        `This stops processes that this task may not have started (${target(e)}). Stop the one you started, by its id.`,
      "ask",
    ),
  ),
};

/** What `prune` and `down -v` sweep has no name but its sort's. */
function sweeping(effect: Effect): Naming | null {
  const text = trait(effect, "text");
  const sort = /\b(image|container|volume|network|builder|system)\s+prune\b/.exec(text)?.[1];
  if (sort !== undefined && is(effect, "act", "prune")) {
    const words = sort === "system" ? "docker system" : sort === "builder" ? "build(?:er)? cache" : `${sort}s`;
    const more = /--volumes?\b/.test(text) && sort !== "volume" ? "(?=.*\\bvolumes\\b)" : "";
    return named(new RegExp(`^${more}.*\\b(?:prune|purge|(?:delete|remove) all unused)\\b.*\\b${words}\\b`, "i"));
  }
  if (is(effect, "act", "volume") && effect.traits.own === true)
    return named(/\b(?:delete|remove|drop|destroy|wipe|purge)\b.*\bvolumes\b/i);
  return null;
}

const shared: Rule = {
  id: "modify-shared-resources",
  name: "Modify Shared Resources",
  strength: "soft",
  mustName: "the change and the resource",
  explanation:
    "Guards resources others depend on: cloud resources, volumes, backups, images. Work on copies, or have the user name the resource.",
  naming: (e) =>
    sweeping(e) ??
    named(
      is(e, "act", "unprotect")
        ? /\b(disable|turn|switch|suspend|take|remove|drop|lift|unset)\b.*\b(protection|versioning|backups?|retention|locks?|recovery)\b/i
        : /\b(delete|remove|prune|forget|purge|terminate|destroy|clean|change|drop)\b/i,
      e.target,
    ),
  match: firstOf(
    when("cloud-change", (e) => is(e, "act", "delete", "unprotect"), says),
    when(
      "system-change",
      (e) => is(e, "act", "prune", "volume", "backup") && (e.traits.own !== true || e.traits.production === true),
      says,
    ),
    when("system-change", (e) => is(e, "act", "volume") && e.traits.own === true, says, "ask"),
  ),
};

export const INFRASTRUCTURE_RULES: readonly Rule[] = [massDelete, database, workloads, shared];
