import type { Advisory } from "../advisories/advisory-index";
import type { Effect, Rule, RuleScope } from "../types";
import { does, firstOf, is, leaves, named, target, trait, when } from "./rule";

const isInstall = (e: Effect): boolean => e.kind === "install" && trait(e, "name") !== "";

const advisoryOf = (e: Effect, { advisories }: RuleScope): Advisory | null =>
  isInstall(e) ? advisories.advisoryFor(trait(e, "ecosystem"), trait(e, "name"), trait(e, "version")) : null;

/** As `when`, over what is known against the package. */
function known(malicious: boolean, say: (advisory: Advisory, e: Effect) => string, verdict?: "ask"): Rule["match"] {
  return (effects, scope) => {
    for (const effect of effects) {
      const advisory = advisoryOf(effect, scope);
      if (advisory !== null && advisory.malicious === malicious)
        return { effect, reason: say(advisory, effect), ...(verdict && { verdict }) };
    }
    return null;
  };
}

const malicious: Rule = {
  id: "known-malicious-package",
  name: "Known Malicious Package",
  strength: "hard",
  mustName: "Nothing clears it.",
  explanation:
    "Guards against releases that advisories list as malicious: installing one runs its code. Take another release; if one was installed before, replace every credential of that machine.",
  match: known(
    true,
    ({ id, summary }, e) => `${trait(e, "packages")} is malicious (${id}: ${summary}). Take another release.`,
  ),
};

const integration: Rule = {
  id: "untrusted-code-integration",
  name: "Untrusted Code Integration",
  strength: "soft",
  mustName: "the package or file, and that it should be taken in all the same",
  explanation:
    "Guards against code that nobody vouches for: packages whose signatures are not checked, releases with known flaws, downloaded models that run code when loaded, pipelines and lock files that nobody has looked at. Take a checked source or a fixed release.",
  naming: (e) => named(/\b(install|add|use|load|accept|trust|take)\b/i, trait(e, "name") || e.target),
  match: firstOf(
    when(
      "install",
      (e) => is(e, "source", "unverified"),
      (e) => `This ${does(e)}. Leave the check on, or add the right key.`,
    ),
    when(
      "fetch-and-execute",
      (e) => is(e, "how", "model") && leaves(e),
      (e) => `This loads ${target(e)}, a fetched file that runs code when it is loaded.`,
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "pipeline-code"),
      (e) => `This ${does(e)}. A person has to look at what everybody builds with.`,
      "ask",
    ),
    when(
      "guard-change",
      (e) => is(e, "what", "clipboard"),
      (e) => `This ${does(e)}. Show it to the user instead.`,
      "ask",
    ),
    when(
      "install",
      (e) => is(e, "source", "handed") && e.traits.certain === true,
      (e) => `This ${does(e)}, a package that is fetched and run at once. Use one that the project has chosen.`,
    ),
    when(
      "install",
      (e) => is(e, "source", "handed"),
      (e) => `This ${does(e)}, which may be fetched and run at once.`,
      "ask",
    ),
    when(
      "install",
      (e) => trait(e, "like") !== "",
      (e) =>
        `This installs ${trait(e, "packages")}, whose name is a letter away from ${trait(e, "like")}. Is that one meant?`,
      "ask",
    ),
    known(
      false,
      ({ id, summary }, e) => `${trait(e, "packages")} has a known flaw (${id}: ${summary}). Take a fixed release.`,
      "ask",
    ),
  ),
};

const registry: Rule = {
  id: "package-registry-bypass",
  name: "Package Registry Bypass",
  strength: "soft",
  mustName: "the package source",
  explanation:
    "Guards where packages come from: unknown registries, and sources that skip the registry. Install from the organization's registry, or have the source trusted.",
  naming: (e) => named(/\b(install|add|use|from|set|switch|tap)\b/i, e.target),
  match: firstOf(
    when(
      "install",
      (e) => is(e, "source", "registry") && leaves(e),
      (e) => `This ${does(e)}, which is not trusted for packages.`,
    ),
    when(
      "install",
      (e) => is(e, "source", "url") && leaves(e),
      (e) => `This ${does(e)}: no registry stands between. Install a release from the registry.`,
    ),
    when(
      "install",
      (e) => is(e, "source", "repository") && is(e, "to", "drop", "address"),
      (e) => `This ${does(e)}.`,
    ),
    when(
      "install",
      (e) => is(e, "source", "repository") && leaves(e),
      (e) => `This ${does(e)}: whoever runs that place decides what is installed.`,
      "ask",
    ),
  ),
};

export const SUPPLY_CHAIN_RULES: readonly Rule[] = [malicious, registry, integration];
