import { verbFirst } from "../arguments";
import { phraseMaker, type Phrase, type Phrasebook } from "../phrases";
import type { Maker } from "../scene";

/** No such option anywhere in the call. */
const unless = (options: string) => `(?!.*(?:^| )(?:${options})(?: |$))`;
const DRY = unless("--dry-run|-n|--list");
/** A registry on this machine is a rehearsal as well. */
const HERE = "(?:https?|oci):\\/\\/(?:localhost|127\\.0\\.0\\.1)(?:[:/]\\S*)?";
const REHEARSED = unless(`--(?:registry|repository-url|publish-url|source)[= ]${HERE}`);

const publish = (words: string, { what = "publishes a package", harmless = "" } = {}): Phrase => ({ when: new RegExp(`^${DRY}${REHEARSED}${harmless}(?:${words})(?: |$)`), kind: "publish", note: what, traits: { act: "publish" } }); // prettier-ignore

const NPM = [
  publish("publish|unpublish|deprecate|owner (?!ls)\\S+|access (?!list|ls|get)\\S+|dist-tag (?!ls|list)\\S+"),
];
const GRADLE = [publish("(?:.* )?(?<!(?:-x|--exclude-task|--tests) )(?:\\S*:)?publish(?!\\S*To(?:Maven)?Local)\\S*", { harmless: unless("-m") })]; // prettier-ignore
const MAVEN = [publish("(?:.* )?deploy", { harmless: unless("-Dmaven\\.deploy\\.skip(?:=true)?|-DaltDeploymentRepository=\\S*file:\\S+") })]; // prettier-ignore
const NUGET = { harmless: unless("(?:-s|--source|-Source)[= ](?:\\.|\\/|~\\/)\\S*") };
const CHART = { what: "publishes a chart", harmless: unless(HERE) };

/** Programs that put packages where everybody gets them. */
const PUBLISHERS: Phrasebook = {
  npm: NPM, pnpm: [publish("publish|-r publish")], yarn: [publish("(?:npm )?publish")], bun: [publish("publish")], deno: [publish("publish")], jsr: [publish("publish")],
  uv: [publish("publish")], poetry: [publish("publish")], pdm: [publish("publish")], hatch: [publish("publish")], flit: [publish("publish")], twine: [publish("upload")],
  cargo: [publish("publish|yank|owner", { harmless: unless("-l") })], gem: [publish("push|yank|owner .*(?:-a|-r|--add|--remove)")], mix: [publish("hex\\.publish")], dart: [publish("pub publish")], flutter: [publish("pub publish")],
  dotnet: [publish("nuget (?:push|delete)", NUGET)], nuget: [publish("push|delete", NUGET)], mvn: MAVEN, mvnw: MAVEN, gradle: GRADLE, gradlew: GRADLE, sbt: [publish("(?:.* )?\\+?(?:\\S*\\/)?publish(?:Signed)?")],
  vsce: [publish("publish|unpublish")], ovsx: [publish("publish")], helm: [publish("push", CHART)], pod: [publish("trunk push")], luarocks: [publish("upload")],
  lerna: [publish("publish")], changeset: [publish("publish")], "semantic-release": [publish(".*", { harmless: unless("-d") })], "release-it": [publish(".*", { harmless: unless("--release-version|--changelog") })],
  goreleaser: [publish("release", { harmless: unless("--snapshot|--skip-publish|--skip[= ](?:\\S*,)?publish(?:,\\S*)?") })], np: [publish(".*", { harmless: unless("--preview") })],
}; // prettier-ignore

/** Their tasks stand anywhere. */
const IN_ANY_ORDER = new Set(["gradle", "gradlew", "mvn", "mvnw", "sbt"]);

export const PUBLISH_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.entries(PUBLISHERS).map(([name, phrases]) => {
    const make = phraseMaker(phrases);
    return [name, IN_ANY_ORDER.has(name) ? make : (command, scene) => make(verbFirst(command), scene)];
  }),
);
