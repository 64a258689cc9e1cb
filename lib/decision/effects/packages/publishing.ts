import type { SimpleCommand, Word } from "../../shell/types";
import { operands, optionValues, verbFirst } from "../arguments";
import { phraseMaker, type Phrase, type Phrasebook } from "../phrases";
import type { Maker } from "../scene";

/** No such option anywhere in the call. */
const unless = (options: string) => `(?!.*(?:^| )(?:${options})(?: |$))`;
const SHORT_DRY = { harmless: unless("-n") };

/** A registry on this machine is a rehearsal as well, where no other is named beside it. */
function staysHere(command: SimpleCommand): boolean {
  const named = optionValues(command, "--registry", "--repository-url", "--publish-url", "--source");
  const places = command.name === "helm" ? operands(command).slice(2) : named;
  return places.length > 0 && places.every(isHere) && !command.args.some(({ value }) => /:registry\b/.test(value));
}

/** Not even behind a name for whoever signs in: programs disagree on where that ends. */
function isHere({ value, unknownAt }: Word): boolean {
  if (unknownAt !== -1 || value.includes("@") || value.includes("\\") || !URL.canParse(value)) return false;
  const { protocol, host, pathname } = new URL(value);
  // Of other schemes than the web's, the host is as written.
  return /^(?:https?|oci):$/.test(protocol) && /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host) && !pathname.includes("%"); // prettier-ignore
}

/** `--build --dry-run`, but not `--dry-run false` nor with `--no-dry-run`. */
const rehearses = ({ args }: SimpleCommand): boolean =>
  args.some(({ value }, i) => /^--dry-run(?:=true)?$/.test(value) && !/^(?:false|no|0)$/.test(args[i + 1]?.value ?? "")) &&
  !args.some(({ value }) => /^--(?:no-dry-run|dry-run=(?!true$).*)$/.test(value)); // prettier-ignore

const publish = (words: string, { what = "publishes a package", harmless = "" } = {}): Phrase => ({ when: new RegExp(`^${harmless}(?:${words})(?: |$)`), kind: "publish", note: what, traits: { act: "publish" } }); // prettier-ignore

const NPM = [
  publish("publish|unpublish|deprecate|owner (?!ls)\\S+|access (?!list|ls|get)\\S+|dist-tag (?!ls|list)\\S+"),
];
const GRADLE = [publish("(?:.* )?(?<!(?:-x|--exclude-task|--tests) )(?:\\S*:)?publish(?!\\S*To(?:Maven)?Local)\\S*", { harmless: unless("-m") })]; // prettier-ignore
const MAVEN = [publish("(?:.* )?deploy", { harmless: unless("-Dmaven\\.deploy\\.skip(?:=true)?|-DaltDeploymentRepository=\\S*file:\\S+") })]; // prettier-ignore
const NUGET = { harmless: unless("(?:-s|--source|-Source)[= ](?:\\.|\\/|~\\/)\\S*") };
const CHART = { what: "publishes a chart" };

/** Programs that put packages where everybody gets them. */
const PUBLISHERS: Phrasebook = {
  npm: NPM, pnpm: [publish("publish|-r publish")], yarn: [publish("(?:npm )?publish")], bun: [publish("publish")], deno: [publish("publish")], jsr: [publish("publish")],
  uv: [publish("publish")], poetry: [publish("publish")], pdm: [publish("publish")], hatch: [publish("publish")], flit: [publish("publish")], twine: [publish("upload")],
  cargo: [publish("publish|yank|owner", { harmless: unless("-n") + unless("-l|--list") })], gem: [publish("push|yank|owner .*(?:-a|-r|--add|--remove)")], mix: [publish("hex\\.publish")], dart: [publish("pub publish", SHORT_DRY)], flutter: [publish("pub publish", SHORT_DRY)],
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
    const publishes: Maker = (command, scene) => {
      if (!rehearses(command) && !staysHere(command)) make(command, scene);
    };
    return [name, IN_ANY_ORDER.has(name) ? publishes : (command, scene) => publishes(verbFirst(command), scene)];
  }),
);
