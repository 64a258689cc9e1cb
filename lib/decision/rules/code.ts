import type { Rule } from "../types";
import { firstOf, is, leaves, named, target, trait, when } from "./rule";

const external: Rule = {
  id: "code-from-external",
  name: "Code from External",
  strength: "soft",
  mustName: "the address and that its code should be run",
  explanation:
    "Guards against running code that was just fetched and nobody has read. Download it, show it to the user, then run it; or install a pinned package.",
  naming: (e) =>
    named(/\b(?:run|execute|pipe)\b.*\b(?:script|installer|bash|sh)\b|\binstall\b/i, trait(e, "host"), e.target),
  match: firstOf(
    when(
      "fetch-and-execute",
      (e) => leaves(e) && !is(e, "how", "model"),
      (e) => `This runs code straight from ${trait(e, "host") || target(e)}. Download it and look at it first.`,
    ),
    when(
      "execute",
      (e) => e.traits.stray === true,
      (e) => `This runs ${target(e)}, from where any program of the machine puts files. A person has to know it.`,
      "ask",
    ),
  ),
};

const publication: Rule = {
  id: "unrequested-artifact-publish",
  name: "Unrequested Artifact Publish",
  strength: "soft",
  mustName: "the publication and what is published",
  explanation:
    "Guards against publishing packages, images and releases nobody asked for. Prepare it with a dry run and leave the publishing to the user.",
  naming: (e) => {
    const [, verb, name] = /\brelease (create|delete|edit) (?!-)(\S+)/.exec(trait(e, "text")) ?? [];
    // Of the package in this directory only how it is to be published is said.
    if (/^(?:public|restricted|next|latest|beta|alpha|publish)$/.test(e.target ?? ""))
      return named(/\b(?:publish|release)\b.*\b(?:npm|pypi|crates\.io|package|registry|version|\d+\.\d+)\b/i);
    if (verb === undefined) return named(/\b(publish|release|push|upload|deprecate|unpublish|yank)\b/i, e.target);
    return named(
      verb === "create"
        ? /\b(?:create|make|cut|publish|draft)\b.*\brelease\b/i
        : /\b(?:delete|remove|edit|change)\b.*\brelease\b/i,
      name,
    );
  },
  match: when(
    "publish",
    () => true,
    (e) => `${e.evidence.note}: it is visible to others and hard to take back.`,
  ),
};

export const CODE_RULES: readonly Rule[] = [external, publication];
