import { hasFlag, optionValues } from "../arguments";
import type { EarlierCall } from "../../types";
import { commitsDocuments } from "../files/own-documents";
import { add, type Maker, type Scene } from "../scene";

/** What tells pipelines to leave a commit out. */
const SKIPS =
  /\[(?:skip[ -]ci|ci[ -]skip|no[ -]ci|skip[ -]actions|actions[ -]skip)\]|\*\*\*NO_CI\*\*\*|^skip-checks:\s*true/im;

/** Amending is for the commit this session made; anybody else's is history. Trait `own` says which. */
export const commit: Maker = (command, scene) => {
  commitsDocuments(command, scene);
  if (hasFlag(command, "--amend")) {
    const own = hasCommitted(scene, command.start);
    add(scene, "git-rewrite", "none", null, command, "changes the last commit", { what: "amend", own });
  }
  const message = optionValues(command, "-m", "--message").find(({ value }) => SKIPS.test(value));
  if (message === undefined) return;
  const note = "tells the pipelines to skip a commit";
  add(scene, "review-change", "command", null, message, note, { act: "ci-skip", what: note, text: "git commit" });
};

/** What leaves a commit of the session's own at the top. */
const COMMITS = /\bgit (?:-[Cc] \S+ )*(?:commit|cherry-pick|revert|am)\b/;

function hasCommitted({ effects, action }: Scene, before: number): boolean {
  const here = effects.some(({ kind, traits, evidence }) => kind === "everyday" && traits.act === "commit" && evidence.start < before); // prettier-ignore
  return here || (action.earlier ?? []).some(commits);
}

const commits = ({ tool, input }: EarlierCall): boolean =>
  typeof input.command === "string" ? COMMITS.test(input.command) : /^mcp__\w*git\w*_commit$/i.test(tool);
