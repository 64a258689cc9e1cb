import { phraseMaker, type Phrasebook } from "../phrases";
import type { Maker } from "../scene";

const DRY = "(?!.*(?:^| )(?:--dry-run|-n|--list)(?: |$))";
const publish = (words: string, what = "publishes a package") => ({ when: new RegExp(`^${DRY}(?:${words})(?: |$)`), kind: "publish" as const, note: what, traits: { act: "publish" } }); // prettier-ignore
const NPM = [publish("publish|unpublish|deprecate|owner|access|dist-tag(?! ls)")];

/** Programs that put packages where everybody gets them. */
const PUBLISHERS: Phrasebook = {
  npm: NPM, pnpm: [publish("publish|-r publish")], yarn: [publish("(?:npm )?publish")], bun: [publish("publish")], deno: [publish("publish")], jsr: [publish("publish")],
  uv: [publish("publish")], poetry: [publish("publish")], pdm: [publish("publish")], hatch: [publish("publish")], flit: [publish("publish")], twine: [publish("upload")],
  cargo: [publish("publish|yank|owner")], gem: [publish("push|yank|owner")], mix: [publish("hex\\.publish")], dart: [publish("pub publish")], flutter: [publish("pub publish")],
  dotnet: [publish("nuget (?:push|delete)")], nuget: [publish("push|delete")], mvn: [publish("(?:.* )?deploy")], gradle: [publish("(?:.* )?:?publish\\S*")], sbt: [publish("publish")],
  vsce: [publish("publish|unpublish")], ovsx: [publish("publish")], helm: [publish("push", "publishes a chart")], oras: [publish("push")], pod: [publish("trunk push")], luarocks: [publish("upload")],
  lerna: [publish("publish")], changeset: [publish("publish")], "semantic-release": [publish(".*")], goreleaser: [publish("release")], np: [publish(".*")],
}; // prettier-ignore

export const PUBLISH_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(PUBLISHERS).map(([name, phrases]) => [name, phraseMaker(phrases)]),
);
