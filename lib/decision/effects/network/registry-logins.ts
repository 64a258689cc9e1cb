import type { SimpleCommand } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { flowInto } from "../secrets/flow";
import type { Maker } from "../scene";
import { destinationOfUrl, isOurs } from "./destinations";
import { addSend, noInput } from "./sending";

/** Logins that hand a password to the server that is named: one that is taken from a file goes there as it would in a request. */

const PASSWORD = ["-p", "--password", "--password-file", "--token", "-t"];
const VALUES = [...PASSWORD, "-u", "--username", "--user", "--authfile", "--config", "-c", "--ca-file", "--cert-file", "--key-file", "--registry-config"]; // prettier-ignore
/** The words that log in. */
const LOGINS: Readonly<Record<string, readonly string[]>> = {
  docker: ["login"], podman: ["login"], nerdctl: ["login"], buildah: ["login"], skopeo: ["login"], oras: ["login"], regctl: ["registry login"], crane: ["auth login"], helm: ["registry login"], cosign: ["login"], flux: ["registry login"],
}; // prettier-ignore

const login: Maker = (command: SimpleCommand, scene) => {
  const words = operands(command, VALUES).map(({ value }) => value);
  const phrase = LOGINS[command.name]?.find((one) => words.join(" ").startsWith(`${one} `));
  const host = phrase === undefined ? undefined : words[phrase.split(" ").length];
  if (host === undefined || isOurs(destinationOfUrl(host, scene.trust))) return;
  const piped = command.args.some(({ value }) => value === "--password-stdin");
  const given = optionValues(command, ...PASSWORD);
  const sources = flowInto(piped ? command : noInput(command), scene, given).filter(({ label }) => label.startsWith("/"));
  if (sources.length > 0) addSend(null, host, sources, "login", command, scene);
}; // prettier-ignore

export const LOGIN_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.keys(LOGINS).map((name) => [name, login]),
);
