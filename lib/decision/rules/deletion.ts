import type { Effect, Rule } from "../types";
import { firstOf, is, named, target, when } from "./rule";

const DELETE =
  /\b(delete|remove|rm|wipe|erase|clear|empty|purge|drop|unlink|truncate|overwrite|replace|shred|link|symlink)\b/i;
const deletes = "delete" as const;

const criticalPath: Rule = {
  id: "critical-path-deletion",
  name: "Irreversible Local Destruction",
  strength: "hard",
  mustName: "Nothing clears it.",
  explanation:
    "Guards the root directory, its direct children, home directories, disks and the project as a whole against deletion. Delete named files or directories inside the project instead.",
  match: firstOf(
    when(
      deletes,
      (e) =>
        is(e, "place", "critical") &&
        e.traits.where === "here" &&
        (e.traits.recursive === true || e.traits.sweeping === true),
      (e) =>
        `This deletes ${target(e)}, which holds the system or a whole home directory. Name the exact files to delete instead.`,
    ),
    when(
      "overwrite",
      (e) => e.traits.disk === true,
      (e) => `This erases a disk or volume (${target(e)}). Nothing can bring it back.`,
    ),
    when(
      ["write", "overwrite"],
      (e) => e.traits.disk === true,
      (e) => `This writes straight to the device ${target(e)}.`,
    ),
    when(
      "system-change",
      (e) => is(e, "act", "fork-bomb"),
      () => "This starts processes without end and stops the machine.",
    ),
  ),
};

/** `rm ~/notes/*`, `*.*`: every file of a directory goes, as it would with the directory. */
const isAllOfIt = ({ target: path, traits }: Effect): boolean =>
  traits.sweeping === true && path !== null && /\/[*?.]*\*[*?.]*$/.test(path);

const projectLoss: Rule = {
  id: "irreversible-local-destruction",
  name: "Irreversible Local Destruction",
  strength: "soft",
  mustName: "the deletion and the exact path",
  explanation:
    "Guards files outside the project, system files, the repository's own data and the project as a whole. Delete inside the project, or have the user name the path to delete.",
  naming: (e) => named(DELETE, e.target),
  match: firstOf(
    when(
      deletes,
      (e) =>
        e.traits.confirmed === true &&
        !is(e, "place", "project", "cache", "scratch", "scratch-root") &&
        e.traits.where === "here",
      (e) => `This deletes ${target(e)}, each file once somebody at a terminal says yes, which an agent cannot.`,
      "ask",
    ),
    when(
      deletes,
      (e) => is(e, "place", "critical", "project-root") && e.traits.where === "here",
      (e) => `This deletes ${target(e)}, all of the project or more. Name the files inside it that should go.`,
    ),
    when(
      deletes,
      (e) => e.traits.git === true,
      (e) => `This deletes ${target(e)}, the repository's own data with all history that is not pushed.`,
    ),
    when(
      deletes,
      (e) => is(e, "place", "system") && e.traits.where === "here",
      (e) => `This deletes ${target(e)}, which belongs to the system.`,
    ),
    when(
      deletes,
      (e) =>
        is(e, "place", "home", "elsewhere") &&
        (e.traits.recursive === true || e.traits.found === true || e.traits.store === true || isAllOfIt(e)) &&
        e.traits.where === "here",
      (e) => `This deletes ${target(e)}, outside the project. Ask the user to name that path.`,
    ),
    when(
      deletes,
      (e) => is(e, "place", "home", "elsewhere") && e.traits.where === "here" && e.traits.own !== true,
      (e) => `This deletes ${target(e)}, outside the project. Ask the user to name that path.`,
      "ask",
    ),
    when(
      deletes,
      (e) => e.traits.irreplaceable === true && is(e, "place", "project") && e.traits.where === "here",
      (e) => `This deletes ${target(e)}, which holds settings and secrets; such files mostly stand in no repository.`,
      "ask",
    ),
    when(
      deletes,
      (e) => e.traits.mirror === true,
      (e) => `This deletes what ${target(e)} holds and this machine does not.`,
      "ask",
    ),
    when(
      "overwrite",
      (e) => is(e, "place", "system", "critical") && !String(e.target).startsWith("/dev/"),
      (e) => `This empties ${target(e)}, which belongs to the system.`,
    ),
    when(
      "overwrite",
      (e) => is(e, "place", "home", "elsewhere") && e.traits.found === true,
      (e) => `This empties whatever is found as ${target(e)}, outside the project. Ask the user to name the files.`,
    ),
    when(
      "overwrite",
      (e) => is(e, "place", "home", "elsewhere") && !is(e, "act", "append"),
      (e) => `This empties or replaces ${target(e)}, outside the project. Ask the user to name that path.`,
      "ask",
    ),
  ),
};

const unverifiable: Rule = {
  id: "unverifiable-deletion-target",
  name: "Unverifiable Deletion Target",
  strength: "soft",
  mustName: "the deletion and the path it will hit",
  explanation:
    'Guards against recursive deletion of a place that is only known when the command runs: an unset variable turns `rm -rf "$X/"` into deletion of everything. Use the literal path.',
  match: firstOf(
    when(
      deletes,
      (e) =>
        e.traits.unresolved === true &&
        e.traits.sweeping === true &&
        e.traits.recursive === true &&
        !is(e, "place", "scratch"),
      (e) =>
        `This deletes ${target(e)} with everything in it, and which place that is shows only when it runs. Use the literal path.`,
    ),
    when(
      deletes,
      (e) =>
        e.traits.unresolved === true &&
        e.traits.recursive === true &&
        (!is(e, "place", "scratch", "project", "cache") || is(e, "ifEmpty", "project-root", "critical")),
      (e) =>
        `This deletes ${target(e)} recursively, and which place that is shows only when it runs. Use the literal path.`,
      "ask",
    ),
  ),
};

const scratchSweep: Rule = {
  id: "shared-scratch-sweep",
  name: "Shared Scratch Sweep",
  strength: "soft",
  mustName: "the deletion and the scratch directory",
  explanation:
    "Guards /tmp and its like, where other programs and people keep work, against being swept. Delete the files this session made there by name.",
  naming: (e) => named(DELETE, e.target),
  match: firstOf(
    when(
      deletes,
      (e) => is(e, "place", "scratch-root") && !is(e, "where", "container") && e.traits.assumed !== true,
      (e) =>
        `This sweeps ${target(e)}, where other programs keep their work. Delete by name what this session put there.`,
    ),
    when(
      deletes,
      (e) => is(e, "place", "scratch-root") && !is(e, "where", "container"),
      () => "This sweeps $TMPDIR, and whether other programs keep their work there shows only when it runs.",
      "ask",
    ),
  ),
};

const logs: Rule = {
  id: "logging-tampering",
  name: "Logging/Audit Tampering",
  strength: "soft",
  mustName: "the log or audit trail and that it should go",
  explanation:
    "Guards logs, audit trails, shell history and session transcripts. Leave them; filter what you read instead.",
  naming: (e) => named(/\b(delete|remove|clear|stop|disable|truncate|rotate|turn off)\b/i, e.target),
  match: firstOf(
    when(
      ["delete", "write", "overwrite"],
      (e) =>
        (e.traits.logs === true && !is(e, "act", "append", "touch")) ||
        (e.kind === "delete" && /^\/(private\/)?var\/(log|audit)(\/|$)/.test(e.target ?? "")),
      (e) => `This changes or deletes logs (${target(e)}).`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "logging", "history", "transcript"),
      (e) => `This tampers with a record of what was done (${target(e)}).`,
    ),
    when(
      ["delete", "overwrite"],
      (e) => /\/\.(bash|zsh|sh)_history$/.test(e.target ?? ""),
      (e) => `This erases the shell history (${target(e)}).`,
    ),
  ),
};

export const DELETION_RULES: readonly Rule[] = [criticalPath, logs, projectLoss, scratchSweep, unverifiable];
