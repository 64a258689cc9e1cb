import { isCredentialStore } from "../../credential-paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { CONTAINER_VALUES } from "../../shell/tool-wrappers";
import { after } from "../../shell/word";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { placeOf } from "../files/places";
import { isOurs } from "../network/destinations";
import { add, pathOf, type Maker, type Scene } from "../scene";
import { placeOfPackages } from "./package-places";

/** An image that names its registry: `host.tld/name`, `host:5000/name`. */
const NAMED = /^(localhost|[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w.-]+:\d+)\/[\w./@:-]+$/;
/** Registries of images that everybody uses. */
const PUBLIC =
  /(?:^|\.)(?:docker\.(?:io|com)|ghcr\.io|quay\.io|gcr\.io|pkg\.dev|mcr\.microsoft\.com|ecr\.aws|amazonaws\.com|azurecr\.io|registry\.k8s\.io|registry\.gitlab\.com|nvcr\.io|redhat\.(?:io|com)|elastic\.co|k8s\.gcr\.io)$/;

/** An image of the usual registry that names who made it. */
const OF_OWNER = /^([a-z\d][\w-]{1,60})\/[\w.-]+(?:[:@][\w.:-]+)?$/;
/** Makers whose images are everybody's tools. */
const MAKERS = new Set([
  "library", "bitnami", "grafana", "prom", "hashicorp", "amazon", "google", "gcr", "mcr", "microsoft", "docker", "circleci", "cimg", "jenkins", "gitlab", "sonarsource", "aquasec", "anchore", "hadolint", "koalaman", "returntocorp", "semgrep", "openapitools", "swaggerapi",
  "minio", "redis", "apache", "confluentinc", "elastic", "neo4j", "rancher", "kindest", "alpine", "curlimages", "amazonlinux", "mikefarah", "trufflesecurity", "zricethezav", "snyk", "pandoc", "texlive", "selenium", "cypress", "nvidia", "pytorch", "tensorflow", "jupyter", "continuumio", "osgeo", "postgis", "timescale", "datadog", "newrelic", "sentry", "nixos", "opensearchproject", "localstack", "wiremock", "mockserver", "codercom", "portainer", "traefik", "envoyproxy", "istio", "argoproj", "fluxcd", "goreleaser", "golangci",
]); // prettier-ignore

/** `somebody/tool`: an image on the usual registry, by somebody that nobody here knows. */
function strangerImage(command: SimpleCommand, scene: Scene): Word | null {
  const words = operands(command, CONTAINER_VALUES);
  const image = words[words.findIndex(({ value }) => value === "run" || value === "create") + 1];
  const owner = image === undefined ? undefined : OF_OWNER.exec(image.value)?.[1];
  if (image === undefined || owner === undefined || MAKERS.has(owner)) return null;
  return scene.trust.registry(`https://docker.io/${image.value}`) ? null : image;
}

/** An image from a registry that nobody here knows, which is handed all of a home, the machine or its credentials. */
const starts: Maker = (command, scene) => {
  if (!command.args.slice(0, 2).some(({ value }) => value === "run" || value === "create")) return;
  const image = command.args.find(({ value }, i) => NAMED.test(value) && !/^(?:-e|--env|-l|--label|--add-host)$/.test(command.args[i - 1]?.value ?? "")); // prettier-ignore
  const host = image === undefined ? undefined : NAMED.exec(image.value)?.[1];
  const shared = mounted(command, scene);
  if (shared === null) return;
  const stranger = host === undefined ? strangerImage(command, scene) : null;
  if (stranger !== null)
    return hands(shared, `${clip(stranger.value)}, whose maker is not known here`, stranger, command, scene);
  if (image === undefined || host === undefined || PUBLIC.test(host.replace(/:\d+$/, ""))) return;
  if (isOurs(placeOfPackages(`https://${image.value}`, scene).to)) return;
  hands(shared, `an image of ${clip(host)}, which is not a registry that is known here`, image, command, scene);
};

function hands(shared: string, whom: string, image: Word, command: SimpleCommand, scene: Scene): void {
  const note = `hands ${clip(shared)} to ${whom}`;
  add(scene, "system-change", "path", shared, command, `${command.name}: ${note}`, { act: "escape", what: note, where: command.where, text: clip(image.value) }); // prettier-ignore
}

/** What of this machine goes in that is more than a project. */
function mounted(command: SimpleCommand, scene: Scene): string | null {
  const sources = [
    ...optionValues(command, "-v", "--volume").map((word) => ({ ...word, value: word.value.split(":")[0] ?? "" })),
    ...optionValues(command, "--mount").flatMap((word) => sourceIn(word) ?? []),
  ];
  for (const word of sources) {
    const path = pathOf(word, command, scene);
    if (path !== null && (placeOf(path, scene) === "critical" || isCredentialStore(path, scene.home))) return path;
  }
  return null;
}

function sourceIn(word: Word): Word | null {
  const match = /(?:^|,)(?:source|src)=([^,]*)/.exec(word.value);
  if (match === null) return null;
  return { ...after(word, match.index), value: match[1] ?? "" };
}

export const STRAY_IMAGE_MAKERS: Readonly<Record<string, Maker>> = { docker: starts, podman: starts, nerdctl: starts };
