import { isConversation, isSecretName } from "../../credential-paths";
import type { Span } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { containerCopies } from "./container-copies";
import { filesRead, flowInto, sourceOfPath, worst } from "./flow";
import { add, pathOf, type Maker, type NamedMaker, type Scene, type Source } from "../scene";
import { holdsSecret } from "./secret-values";
import { noInput } from "../network/sending";

/** Secrets and personal data put where they stay: commits, images, archives, directories that are served. */

const DELICATE: ReadonlySet<Source["sort"]> = new Set(["credential", "secret"]);

/** Into the repository's history, which everybody who clones it has for good. */
const commits: Maker = (command, scene) => {
  const [verb, ...words] = operands(command, ["-C", "-c", "--git-dir", "--work-tree"]);
  if (verb?.value === "commit") {
    const source = worst(flowInto(noInput(command), scene, command.args));
    if (source !== null && (DELICATE.has(source.sort) || source.sort === "environment"))
      leak(source, source.label, "commit", `puts ${clip(source.label)} into a commit's message`, scene);
  }
  if (verb?.value !== "add" && verb?.value !== "stage") return;
  for (const word of words) {
    const source = word.glob ? null : sourceOfPath(pathOf(word, command, scene), word, scene);
    if (source !== null && DELICATE.has(source.sort))
      leak(word, source.label, "commit", `puts ${clip(word.value)} into the repository's history`, scene);
  }
};

/** Into an image, whose layers and history keep build arguments. */
const builds: Maker = (command, scene) => {
  for (const word of optionValues(command, "--build-arg")) {
    const [name = ""] = word.value.split("=", 1);
    if (word.value.includes("=") && (word.variables.some(isSecretName) || holdsSecret(word.value)))
      leak(word, name, "image", `puts the secret ${clip(name)} into the image's history`, scene);
  }
};

/** Into a picture, a sound or a file's margins, where nobody looks for it. */
const hides: Maker = (command, scene) => {
  const source = worst([...filesRead(command, scene), ...flowInto(command, scene)]);
  if (source === null || !(DELICATE.has(source.sort) || source.sort === "environment")) return;
  leak(source, source.label, "hide", `hides ${clip(source.label)} in what ${command.name} makes`, scene);
};
const HIDERS = ["qrencode", "steghide", "outguess", "openstego", "stegsnow", "stegcloak", "jsteg", "cloakify", "minimodem", "exiftool", "zint", "segno"]; // prettier-ignore

function leak(word: Span, target: string, how: string, note: string, scene: Scene): void {
  add(scene, "credential-read", "path", target, word, note, { how, delicacy: "leak" });
}

const ARCHIVERS = /^(?:tar|zip|7z|7za|rar|ditto|cpio|rsync|cp|gtar|bsdtar)$/;
/** Of these the last operand is where things go. */
const INTO = /^(?:cp|rsync|ditto)$/;
const SERVED =
  /^\/(?:var\/www|srv\/(?:http|www)|usr\/share\/nginx|usr\/local\/www)\/|\/(?:public|public_html|static|www|htdocs|Public)\//;

/** Whole homes and password stores packed up, and delicate files laid where a server hands them out or everybody reads them. */
const stages: Maker = (command, scene) => {
  if (command.where !== "here") return;
  const words = operands(command, ["-C", "--exclude", "-X", "-x"]);
  const last = words.at(-1);
  const talk = words.find((word) => isConversation(pathOf(word, command, scene) ?? "", scene.home));
  if (talk !== undefined && !(talk === last && INTO.test(command.name)))
    add(scene, "credential-read", "path", pathOf(talk, command, scene), talk, `copies what was said in other sessions (${clip(talk.value)})`, { how: "pack", delicacy: "private" }); // prettier-ignore
  if (INTO.test(command.name)) {
    const source = worst(filesRead({ ...command, args: words.slice(0, -1) }, scene));
    const to = last === undefined ? null : pathOf(last, command, scene);
    if (to !== null && last !== undefined && source !== null && source.sort !== "file" && (SERVED.test(`${to}/`) || to.startsWith("/dev/shm/")))
      add(scene, "credential-read", "path", source.label, last, `puts ${source.label} into ${to}, where others can read it`, { how: "serve", delicacy: source.sort === "private" ? "private" : "leak" }); // prettier-ignore
    return;
  }
  if (command.name === "tar" && !/^-{0,2}(?:\w*c|create)/.test(command.args[0]?.value ?? "")) return;
  for (const word of words) {
    const path = pathOf(word, command, scene);
    if (path !== null && (path === scene.home || path === "/" || /^\/(?:home|Users|root|etc)$/.test(path)))
      add(scene, "credential-read", "path", path, word, `packs up all of ${path}, credentials and private files included`, { how: "pack", delicacy: "private" }); // prettier-ignore
  }
}; // prettier-ignore

export const staging: NamedMaker = { concerns: (name) => ARCHIVERS.test(name), make: stages };

const containers: Maker = (command, scene) => {
  builds(command, scene);
  containerCopies(command, scene);
};

export const LEAK_MAKERS: Readonly<Record<string, Maker>> = {
  git: commits, docker: containers, podman: containers, buildah: containers, nerdctl: containers,
  kubectl: containerCopies, oc: containerCopies, lxc: containerCopies, incus: containerCopies, multipass: containerCopies, vagrant: containerCopies, limactl: containerCopies,
  ...Object.fromEntries(HIDERS.map((name) => [name, hides])),
}; // prettier-ignore
