import type { Effect, EffectKind } from "./types";

/** One kind of action that users forbid in words, and the effects that these words mean. */
export type Bound = {
  /** In its plain form, for the reason: "push". */
  name: string;
  verb: RegExp;
  covers: (effect: Effect) => boolean;
  /** "Do not change" alone forbids nothing in particular. */
  needsObject?: boolean;
};

const act = (effect: Effect, wanted: RegExp): boolean => wanted.test(String(effect.traits.act ?? ""));
const of = (...kinds: EffectKind[]) => {
  const wanted = new Set<EffectKind>(kinds);
  return (effect: Effect) => wanted.has(effect.kind);
};
const isPush = of("git-push", "git-force-push", "git-delete-remote");
const isDeletion = of("git-delete-remote");
const isChange = of("database-change", "cloud-change", "cluster-change", "infrastructure-change", "system-change");
const isDeployment = of("deploy", "infrastructure-change", "cluster-change");

export const BOUNDS: readonly Bound[] = [
  { name: "push", verb: /^push(?:es|ing|ed)?$/i, covers: isPush },
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
  {
    name: "touch",
    verb: /^(?:touch(?:es|ing)?|chang(?:e|es|ing)|modif(?:y|ies|ying)|alter(?:ing)?|writ(?:e|es|ing)|mess(?:ing)?)$/i,
    covers: (e) => isChange(e) || isPush(e) || isDeployment(e) || of("delete", "publish", "everyday")(e),
    needsObject: true,
  },
];

/** Whether a boundary could concern it, so that the user's messages are worth reading. */
export const isBounded = (effect: Effect): boolean => BOUNDS.some((bound) => bound.covers(effect));
