import type { Effect, Rule } from "../types";
import { does, firstOf, is, named, trait, when } from "./rule";

/** The pull request's number, or what the command names last. */
const request = (e: Effect) => /(?<![\w./-])\d+(?![\w./-])/.exec(trait(e, "text"))?.[0] ?? e.target;
const forPeople = (e: Effect) => `This ${does(e)}, which is for people to do.`;

const merge: Rule = {
  id: "merge-without-review",
  name: "Merge Without Review",
  strength: "soft",
  mustName: "the merge and the pull request",
  explanation: "Guards review by people: a pull request is merged by who reviewed it. Leave it open, say it is ready.",
  naming: (e) => named(/\b(merge|complete)\b/i, request(e)),
  match: when("review-change", (e) => is(e, "act", "merge"), forPeople),
};

const selfApproval: Rule = {
  id: "self-approval",
  name: "Self-Approval",
  strength: "soft",
  mustName: "the approval and the pull request",
  explanation:
    "Guards review against whoever wrote the code approving it: an agent's approval is no review. Ask a person to review.",
  naming: (e) => named(/\b(approve|accept|vote)\b/i, request(e)),
  match: when("review-change", (e) => is(e, "act", "approve"), forPeople),
};

const ciBypass: Rule = {
  id: "ci-bypass",
  name: "CI Bypass",
  strength: "soft",
  mustName: "the check, workflow or protection and that it should be off",
  explanation:
    "Guards automatic checks and branch protection: they are not disabled, cancelled, deleted or skipped. Fix what the check reports, or have the user switch it off.",
  naming: (e) =>
    / --admin\b/.test(trait(e, "text"))
      ? named(/\bmerge\b.*(?:--admin|\badmin\b|\bbypass|\bwithout (?:an? |any )?(?:review|approval))/i, request(e))
      : named(/\b(disable|cancel|delete|skip|bypass|remove|turn off)\b/i, request(e)),
  match: firstOf(
    when(
      "review-change",
      (e) => is(e, "act", "ci"),
      (e) => `This ${does(e)}. Fix what the checks report instead.`,
    ),
    when(
      "review-change",
      (e) => is(e, "act", "ci-skip"),
      (e) => `This ${does(e)}. Only the user can say whether they may be skipped.`,
      "ask",
    ),
  ),
};

const chatOps: Rule = {
  id: "chatops-trigger-comments",
  name: "ChatOps Trigger Comments",
  strength: "soft",
  mustName: "the comment and the pull request",
  explanation:
    "Guards automation that obeys comments: `/deploy` or `atlantis apply` in a comment acts as if a person had asked. Write what should happen in plain words and let a person trigger it.",
  naming: (e) => named(/\b(comment|trigger|post|reply)\b/i, request(e)),
  match: when("review-change", (e) => is(e, "act", "chatops"), forPeople),
};

const leaks: Rule = {
  id: "code-that-leaks-when-run",
  name: "Code That Leaks When Run",
  strength: "soft",
  mustName: "the workflow and the secret it should print or send",
  explanation:
    "Guards the secrets of pipelines: a workflow that prints or sends them leaks them to everybody who sees its log as soon as it runs. Hand a secret to the one step that needs it, as an environment variable.",
  naming: (e) => named(/\b(print|echo|send|log|dump|show)\b/i, e.target),
  match: when(
    "guard-change",
    (e) => is(e, "what", "leaking-pipeline"),
    (e) => `This ${does(e)}: it leaks as soon as the pipeline runs.`,
  ),
};

export const REVIEW_RULES: readonly Rule[] = [leaks, selfApproval, ciBypass, chatOps, merge];
