import { isSecretName } from "../../credential-paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { hasFlag, operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { flowInto } from "../secrets/flow";
import { isProduction } from "../phrases";
import { currentBranch, isShared } from "./branches";
import { isTrustedRemote, looksLikeUrl } from "./git-remotes";
import { isRehearsed } from "./rehearsed";
import { add, type Maker, type Scene } from "../scene";
import { addSend } from "../network/sending";

const VALUES = ["-o", "--push-option", "--receive-pack", "--repo", "--exec"];

/**
 * Traits of the `git-push` kinds: `remote`, `trusted`, `branch`, `all`; of `git-force-push` also `lease` (with a lease, and not forced
 * beyond it) and `shared` (a branch others build on).
 */
export const push: Maker = (command, scene) => {
  if (isRehearsed(command, VALUES)) return;
  const words = operands(command, VALUES);
  const remote = words[0]?.value ?? optionValues(command, "--repo")[0]?.value ?? "origin";
  const refs = words.length > 1 ? words.slice(1) : configuredRefs(remote, command, scene);
  const trusted = isTrustedRemote(remote, scene);
  const lease = hasFlag(command, "--force-with-lease", "--force-if-includes");
  const force = hasFlag(command, "--force", "-f") || refs.some((ref) => ref.value.startsWith("+"));
  const mirror = hasFlag(command, "--mirror") || ON.test(scene.gitSettings.get(`remote.${remote}.mirror`) ?? "");
  const all = mirror || hasFlag(command, "--all", "--branches");
  const removes = hasFlag(command, "--delete", "-d", "--prune") || mirror;
  const branch = branchOf(refs, command, scene);
  const traits = { remote, trusted, branch: branch ?? "", all };
  if (!trusted) {
    const url = scene.remotes.get(remote) ?? remote;
    add(scene, "git-push", "remote", remote, command, `pushes to ${clip(url)}`, traits);
    if (!looksLikeUrl(url) && !scene.remotes.has(remote)) return;
    addSend(
      words[0] ?? null,
      url,
      [{ sort: "file", label: "the repository", start: command.start, end: command.end }],
      "git",
      command,
      scene,
    );
    for (const name of words[0]?.variables ?? [])
      if (isSecretName(name)) addSend(words[0] ?? null, url, flowInto(command, scene, words), "git", command, scene);
    return;
  }
  for (const ref of refs) {
    const name = ref.value.startsWith(":") && ref.value.length > 1 ? ref.value.slice(1) : removes ? ref.value : null;
    if (name !== null)
      add(scene, "git-delete-remote", "branch", name, ref, `deletes ${name} on ${remote}`, { ...traits, branch: name });
  }
  if (removes && refs.length === 0)
    add(scene, "git-delete-remote", "branch", null, command, `deletes branches on ${remote}`, traits);
  if (force || lease || mirror) {
    add(scene, "git-force-push", "branch", branch, command, `rewrites ${branch ?? "a branch"} on ${remote}`, {
      ...traits,
      lease: lease && !force,
      shared: isShared(branch, scene) || refs.slice(1).some((ref) => isShared(branchOf([ref], command, scene), scene)),
    });
  } else if (!removes) {
    add(scene, "git-push", "branch", branch, command, `pushes to ${remote}`, traits);
    if (branch !== null && refs.slice(0, 1).some(isNamed) && branch !== scene.action.git?.branch && DEPLOYED.test(branch))
      add(scene, "deploy", "branch", branch, command, `pushes to ${branch}, from where it is deployed`, {
        act: "deploy", what: `pushes to ${branch}`, text: `git push ${remote} ${branch}`, production: isProduction(branch),
      }); // prettier-ignore
  }
  for (const option of optionValues(command, "-o", "--push-option"))
    if (UNCHECKED.test(option.value))
      add(scene, "review-change", "command", null, option, "switches the pipelines off for a push", { act: "ci", what: "", text: option.value }); // prettier-ignore
};

const ON = /^(?:true|yes|on|1)$/i;

/** What a remote's settings say is pushed where nothing is named. */
function configuredRefs(remote: string, command: SimpleCommand, { gitSettings }: Scene): Word[] {
  const refs = gitSettings.get(`remote.${remote.toLowerCase()}.push`);
  return refs === undefined ? [] : [literal(refs, command)];
}

/** Branches that pipelines deploy from. */
const DEPLOYED =
  /^(?:(?:release|releases|env|environment)\/)?(?:prod|production|prd|live)$|^(?:deploy|deployment|deploy\/.+|gh-pages|heroku)$/i;
/** Push options by which a forge runs no checks, or merges by itself. */
const UNCHECKED =
  /^(?:ci\.skip|skip-ci|integrations\.skip_ci|merge_request\.(?:merge_when_pipeline_succeeds|auto_merge))(?!=(?:false|no|off|0)?$)/i;

/** Not whichever branch is checked out. */
const isNamed = ({ value }: Word): boolean => !/^\+?(?:HEAD|@)$/.test(value);

function branchOf(refs: readonly Word[], command: SimpleCommand, scene: Scene): string | null {
  const [ref] = refs;
  if (ref === undefined || !isNamed(ref)) return currentBranch(command, scene);
  const target = ref.value.replace(/^\+/, "").split(":").at(-1) as string;
  return target.replace(/^refs\/heads\//, "");
}
