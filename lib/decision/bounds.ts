import type { Effect, EffectKind } from "./types";

/** One kind of action that users forbid in words, and the effects that these words mean. */
export type Bound = {
  /** In its plain form, for the reason: "push". */
  name: string;
  verb: RegExp;
  covers: (effect: Effect) => boolean;
  /** "Do not change" alone forbids nothing in particular. */
  needsObject?: boolean;
  /** Its objects are sorts of things and places: "restart the server", "change the tests". */
  ofThings?: boolean;
};

const act = (effect: Effect, wanted: RegExp): boolean => wanted.test(String(effect.traits.act ?? ""));
const of = (...kinds: EffectKind[]) => {
  const wanted = new Set<EffectKind>(kinds);
  return (effect: Effect) => wanted.has(effect.kind);
};
const isPush = of("git-push", "git-force-push", "git-delete-remote");
const isDeletion = of("git-delete-remote");
const isChange = of("database-change", "cloud-change", "cluster-change", "infrastructure-change", "system-change");
const does = (wanted: RegExp) => (effect: Effect) => effect.kind === "everyday" && act(effect, wanted);
const isFileChange = of("write", "overwrite", "delete", "change-permission");
const leaves = (effect: Effect) =>
  of("fetch", "send", "external-write", "publish")(effect) &&
  effect.traits.to !== "local" &&
  effect.traits.place !== "local";
const isDeployment = of("deploy", "infrastructure-change", "cluster-change");

export const BOUNDS: readonly Bound[] = [
  { name: "push", verb: /^push(?:es|ing|ed)?$/i, covers: (e) => isPush(e) || does(/^push$/)(e) },
  { name: "force-push", verb: /^(?:force|forced|forcing|force-push\w*|--force|-f)$/i, covers: of("git-force-push") },
  {
    name: "delete",
    verb: /^(?:delet(?:e|es|ing|ed|ions?)|remov(?:e|es|ing|ed|al)|rm|drop(?:ping)?|wip(?:e|ing)|eras(?:e|ing)|destroy(?:ing)?|truncat(?:e|ing))$/i,
    covers: (e) =>
      isDeletion(e) ||
      (e.kind === "delete" && e.traits.place !== "scratch") ||
      ((isChange(e) || e.kind === "everyday") && act(e, /delete|drop|destroy|truncate|volume|prune|reset|flush/)),
  },
  {
    name: "deploy",
    verb: /^(?:re)?deploy(?:s|ing|ed|ments?)?$/i,
    covers: (e) => isDeployment(e) || (e.kind === "everyday" && act(e, /deploy/)),
  },
  {
    name: "publish",
    verb: /^(?:publish(?:es|ing|ed)?|releas(?:e|es|ing|ed))$/i,
    covers: (e) => e.kind === "publish" || (e.kind === "everyday" && act(e, /publish/)),
  },
  { name: "commit", verb: /^commit(?:s|ting|ted)?$/i, covers: (e) => e.kind === "everyday" && act(e, /commit/) },
  {
    name: "install",
    verb: /^install(?:s|ing|ed|ations?)?$/i,
    covers: (e) => e.kind === "install" || (e.kind === "everyday" && act(e, /install/)),
  },
  {
    name: "merge",
    verb: /^merg(?:e|es|ing|ed)$/i,
    covers: (e) => (e.kind === "review-change" || e.kind === "everyday") && act(e, /merge/),
  },
  {
    name: "migrate",
    verb: /^migrat(?:e|es|ing|ed|ions?)$/i,
    covers: (e) => (e.kind === "database-change" || e.kind === "everyday") && act(e, /migrat/),
  },
  {
    name: "send",
    verb: /^(?:send(?:s|ing)?|upload(?:s|ing|ed)?|post(?:s|ing)?|shar(?:e|es|ing)|email(?:s|ing)?)$/i,
    covers: of("send", "external-write", "expose"),
  },
  { name: "close", verb: /^clos(?:e|es|ing|ed)$/i, covers: does(/^close$/) },
  { name: "read", verb: /^(?:read|reading|view|viewing|cat|print|printing)$/i, covers: of("read", "credential-read"), needsObject: true, ofThings: true },
  { name: "run", verb: /^runs-anything$/i, covers: does(/^run$/) },
  { name: "rebase", verb: /^rebas(?:e|es|ing|ed)$/i, covers: does(/^rebase$/) },
  { name: "amend", verb: /^amend(?:s|ing|ed|ments?)?$/i, covers: (e) => does(/^amend$/)(e) || (e.kind === "git-rewrite" && e.traits.what === "amend") },
  { name: "stash", verb: /^stash(?:es|ing)?$/i, covers: does(/^stash$/) },
  { name: "tag", verb: /^tag(?:s|ging)?$/i, covers: does(/^tag$/) },
  { name: "switch branches for", verb: /^(?:switch(?:es|ing)?|check-?out)$/i, covers: does(/^switch$/) },
  { name: "open a pull request for", verb: /^(?:prs?|mrs?|pull-requests?|merge-requests?)$/i, covers: does(/^pull-request$/) },
  { name: "open an issue for", verb: /^issue-made$/i, covers: does(/^issue$/) },
  { name: "comment on", verb: /^comment-made$/i, covers: does(/^comment$/) },
  { name: "add", verb: /^package-added$/i, covers: (e) => does(/^(?:add-package|install)$/)(e) && !isDeclared(e) },
  { name: "use sudo for", verb: /^(?:sudo|root-rights)$/i, covers: does(/^elevate$/) },
  { name: "apply", verb: /^appl(?:y|ies|ying)$/i, covers: of("infrastructure-change", "cluster-change") },
  { name: "reach the network for", verb: /^(?:network|internet|online)$/i, covers: (e) => leaves(e) || isPush(e) || does(/^(?:reach|install)$/)(e) },
  { name: "restart", verb: /^(?:restart(?:s|ing)?|reboot(?:s|ing)?|bounc(?:e|ing)|reload(?:s|ing)?)$/i, covers: (e) => does(/^(?:restart|stop)$/)(e) && e.traits.of !== "process", ofThings: true },
  { name: "stop", verb: /^(?:stop(?:s|ping)?|kill(?:s|ing)?|terminat(?:e|ing))$/i, covers: does(/^(?:restart|stop)$/), needsObject: true, ofThings: true },
  { name: "call", verb: /^(?:call(?:s|ing)?|hit(?:s|ting)?|quer(?:y|ies|ying)|contact(?:ing)?|access(?:ing)?|ping(?:ing)?)$/i, covers: leaves, needsObject: true, ofThings: true },
  {
    name: "touch",
    verb: /^(?:touch(?:es|ing|ed)?|chang(?:e|es|ing|ed)|modif(?:y|ies|ying|ied)|edit(?:s|ing|ed)?|alter(?:ing|ed)?|writ(?:e|es|ing)|overwrit(?:e|es|ing|ten)|updat(?:e|es|ing|ed)|mess(?:ing)?)$/i,
    covers: (e) => isChange(e) || isPush(e) || isDeployment(e) || isFileChange(e) || e.kind === "publish" || (e.kind === "everyday" && !act(e, /^(?:run|reach|elevate)$/)),
    needsObject: true,
    ofThings: true,
  },
]; // prettier-ignore

/** What is declared already, which no new package is: `npm ci`, `pip install -r requirements.txt`. */
function isDeclared({ traits }: Effect): boolean {
  const text = String(traits.text);
  if (traits.act !== "install") return false;
  return (
    / (?:-r|--requirement|-e|--editable) /.test(text) ||
    !/^\S+ (?:\S+ )?(?:install|add|i|get)(?: -\S+)* (?![-.])\S/.test(text)
  );
}

const CHANGES = /^(?:edit|write-data|commit|amend|install|add-package|delete|merge|migrate|deploy|publish|rebase)$/;
/** "Look, don't change": nothing is to be other than it was, but for what is thrown away anyhow. */
export const EVERYTHING: Bound = {
  name: "change",
  verb: /^$/,
  covers: (e) => (isFileChange(e) && e.traits.place !== "scratch") || isChange(e) || isPush(e) || isDeployment(e) || e.kind === "publish" || does(CHANGES)(e),
}; // prettier-ignore

const bound = (name: string): Bound => BOUNDS.find((one) => one.name === name) as Bound;
export const TOUCH = bound("touch");
export const PUSH = bound("push");
export const NETWORK = bound("reach the network for");
export const SWITCH = bound("switch branches for");
export const APPLY = bound("apply");

/** What leaves the project or is hard to take back, so that it waits for a person while nobody knows what the user forbade. */
export const isWeighty = of(
  "git-push", "git-force-push", "git-delete-remote", "review-change", "delete", "publish", "install", "deploy", "send", "external-write", "expose",
  "database-change", "cloud-change", "cluster-change", "infrastructure-change", "system-change", "everyday",
); // prettier-ignore

/** Whether a boundary could concern it, so that the user's messages are worth reading. */
export const isBounded = (effect: Effect): boolean => BOUNDS.some(({ covers }) => covers(effect));
