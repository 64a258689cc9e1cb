import { stdinText } from "../../shell/static-output";
import type { SimpleCommand } from "../../shell/types";
import { optionValues } from "../arguments";
import { METHOD_FLAGS } from "../network/api";
import { add, type Maker, type Scene } from "../scene";

/** Branches and tags moved or deleted past git, over a forge's interface. */

/** GitHub's and Gitea's `…/git/refs/heads/NAME`, GitLab's `…/repository/branches/NAME`, Bitbucket's `…/refs/branches/NAME`. */
const REF =
  /(?:^|\/)(?:git\/refs\/(?:heads|tags)|repository\/(?:branches|tags|merged_branches)|refs\/(?:branches|tags))\/?([\w.%/-]{0,200})$/;
const FIELDS = ["-d", "--data", "--data-raw", "--data-binary", "--json", "-f", "-F", "--field", "--raw-field"];
/** No forge takes a longer name. */
const MAX_REF = 400;
const FORCED = /["']?\bforce["']?\s?[:=]{1,2}\s?true\b/;

const request: Maker = (command, scene) => {
  const method = methodOf(command);
  if (method !== "DELETE" && method !== "PATCH") return;
  for (const word of command.args) {
    const end = word.value.search(/[?#]/);
    const path = end === -1 ? word.value : word.value.slice(0, end);
    const name = REF.exec(path.slice(-MAX_REF))?.[1];
    if (name === undefined) continue;
    const branch = decoded(name) || null;
    const traits = { remote: "the forge", trusted: true, branch: branch ?? "", all: branch === null };
    if (method === "DELETE")
      add(scene, "git-delete-remote", "branch", branch, word, `deletes ${branch ?? "branches"} on the forge`, traits);
    else if (bodiesOf(command, scene).some((body) => FORCED.test(body)))
      add(scene, "git-force-push", "branch", branch, word, `rewrites ${branch ?? "a branch"} on the forge`, { ...traits, lease: false, shared: true }); // prettier-ignore
  }
};

/** What is sent along: fields, and what `--input -` reads. */
const bodiesOf = (command: SimpleCommand, scene: Scene): readonly string[] =>
  [...optionValues(command, ...FIELDS).map(({ value }) => value), stdinText(command.stdin, scene.known()) ?? ""]; // prettier-ignore

const decoded = (name: string): string => name.replaceAll(/%2f/gi, "/");

function methodOf(command: SimpleCommand): string {
  const named = optionValues(command, ...METHOD_FLAGS)[0]?.value;
  return (named ?? command.args.find(({ value }) => /^(?:PATCH|DELETE)$/.test(value))?.value ?? "").toUpperCase();
}

export const REF_API_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["gh", "glab", "tea", "curl", "wget", "http", "https", "xh", "httpie", "curlie"].map((name) => [name, request]),
);
