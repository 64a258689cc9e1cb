import type { Effect, Naming, Rule } from "../types";
import { firstOf, is, named, target, trait, when } from "./rule";

/** A branch or worktree by its name; of other losses the words for what is lost. */
function discarding(effect: Effect): Naming {
  const words = (effect.target ?? "").split(" ");
  const names = words.filter((word, i) => !word.startsWith("-") && !(i === 0 && word === "remove"));
  if (is(effect, "what", "deletes a branch whether merged or not"))
    return named(/\b(?:delete|remove|drop)\b.*\bbranch/i, ...(names.length > 0 ? names : [null]));
  if (is(effect, "what", "removes a worktree with its changes"))
    return named(/\b(?:delete|remove|drop)\b.*\bwork-?tree/i, ...(names.length > 0 ? names : [null]));
  const entry = is(effect, "what", "deletes stashed work") ? names.find((word) => /\d/.test(word)) : undefined;
  if (entry !== undefined) return named(/\b(?:drop|delete|remove)\b.*\bstash/i, entry);
  return named(
    /\b(discard|throw away|drop|delete|remove|reset|clean|clear|revert)\b.*(uncommitted|untracked|unstaged (?:changes?|files?|work|edits?)|local changes|my changes|all changes|the stash|stash(?:ed|es)|everything\b.*\bhere|reset (?:--)?hard\b)/i,
  );
}

const destructive: Rule = {
  id: "git-destructive",
  name: "Git Destructive",
  strength: "soft",
  mustName: "the operation (force push, delete the remote branch, discard) and the branch or files it hits",
  explanation:
    "Guards history and work that git cannot bring back: force pushes, deletion of remote branches, discarding uncommitted or stashed work, rewriting history. Push without force, or make a new branch or commit.",
  naming: (e) =>
    e.kind === "git-discard"
      ? discarding(e)
      : is(e, "what", "amend")
        ? named(/\bamend\b.*\bcommit\b/i)
        : named(
            /\b(force[- ]?push|push --force\S*|push -f|delete|remove|rewrite|amend|move|reset|point|set|filter-(branch|repo))\b/i,
            trait(e, "branch") || e.target,
          ),
  match: firstOf(
    when(
      "git-force-push",
      (e) => e.traits.shared === true || e.traits.lease !== true,
      (e) =>
        `Force push rewrites ${e.target ?? "a branch"} on the remote for everybody. Push without force, or to a new branch.`,
    ),
    when(
      "git-delete-remote",
      () => true,
      (e) => `This deletes ${e.target ?? "branches"} on the remote. The user has to name the branch to delete.`,
    ),
    when(
      "git-discard",
      () => true,
      (e) => `This ${trait(e, "what")}; git keeps no copy. Commit or stash first.`,
    ),
    when(
      "git-rewrite",
      (e) => is(e, "what", "amend") && e.traits.own !== true,
      () =>
        "This changes a commit that this session did not make. Make a new commit, or have the user ask to amend it.",
    ),
    when(
      "git-rewrite",
      (e) => is(e, "what", "history"),
      () => "This rewrites or prunes the repository's history. Leave it, or have the user ask for exactly that.",
    ),
    when(
      "git-rewrite",
      (e) => is(e, "what", "moved"),
      (e) =>
        `This moves ${target(e)} here to another commit, so that what only it held is in no branch any more. Make a new branch.`,
      "ask",
    ),
  ),
};

const repoint: Rule = {
  id: "remote-repoint",
  name: "Remote Repoint",
  strength: "soft",
  mustName: "the remote and its new URL",
  explanation: "Guards where the repository's code goes. Use the remotes it has, or have the user name the new one.",
  naming: (e) => named(/\b(add|set|change|point|use|switch)\b/i, e.target),
  match: when(
    "git-remote-change",
    (e) => e.traits.trusted !== true,
    (e) => `This points git at ${target(e)}, which is not one of the organization's remotes.`,
  ),
};

const untrustedPush: Rule = {
  id: "out-of-place-publication",
  name: "Out-of-Place Publication",
  strength: "hard",
  mustName: "Nothing clears it; an administrator can trust the remote.",
  explanation: "Guards the code itself: it is pushed only to the repository's own remotes and to trusted ones.",
  match: when(
    "git-push",
    (e) => e.traits.trusted !== true,
    (e) => `This pushes the code to ${target(e)}, which is neither the repository's own remote nor a trusted one.`,
  ),
};

export const GIT_RULES: readonly Rule[] = [untrustedPush, destructive, repoint];
