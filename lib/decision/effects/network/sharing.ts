import { operands, optionValues } from "../arguments";
import { flowInto } from "../secrets/flow";
import { addSend, fileSource, noInput } from "./sending";
import type { SimpleCommand } from "../../shell/types";
import { after } from "../../shell/word";
import { isTrustedRemote } from "../git/git-remotes";
import type { Maker, Scene } from "../scene";

const BODY = [
  "--body",
  "-b",
  "--title",
  "-t",
  "--notes",
  "-n",
  "--message",
  "-m",
  "--description",
  "-d",
  "-f",
  "-F",
  "--field",
  "--raw-field",
];

/** Options by which another repository than the one at hand is meant. */
const ELSEWHERE = ["-R", "--repo"];

const isForeign = (command: SimpleCommand, scene: Scene): boolean =>
  optionValues(command, ...ELSEWHERE).some(({ value }) => !isTrustedRemote(value.includes("://") ? value : `https://${command.name === "glab" ? "gitlab" : "github"}.com/${value}`, scene)); // prettier-ignore

/** Forges and chat: text and files posted where others read them. Traits as in `addSend`; `via` is `gist`, `forge` or `chat`. */
const forge: Maker = (command, scene) => {
  const verb = `${command.args[0]?.value ?? ""} ${command.args[1]?.value ?? ""}`;
  if (/^(gist|snippet) create/.test(verb)) {
    const open = command.args.some((arg) => /^(--public|-p)$/.test(arg.value));
    const files = operands(command, ["-d", "--desc", "-f", "--filename"]).slice(2);
    const sources = [...files.flatMap((file) => fileSource(file, command, scene)), ...flowInto(command, scene, [])];
    addSend(files[0] ?? null, "gist.github.com", sources, open ? "public-gist" : "gist", command, scene);
    return;
  }
  if (!/^(issue|pr|mr|release|api|repo|discussion|comment)/.test(verb)) return;
  const sources = flowInto(noInput(command), scene, optionValues(command, ...BODY));
  for (const file of optionValues(command, "--body-file", "-F", "--notes-file", "--input")) {
    if (!file.value.includes("=")) sources.push(...fileSource(file, command, scene));
  }
  // `-F body=@FILE`
  for (const field of optionValues(command, "-F", "--field")) {
    const at = /^[\w[\]-]{1,80}=@/.exec(field.value)?.[0].length;
    if (at !== undefined) sources.push(...fileSource(after(field, at), command, scene));
  }
  const foreign = sources.length > 0 && isForeign(command, scene);
  const delicate = [...sources, ...flowInto(command, scene, [])].filter(({ sort }) => foreign || sort !== "file");
  if (delicate.length > 0) addSend(null, "github.com", delicate, "forge", command, scene);
  const link = command.args.find((arg) =>
    /https?:\/\/(mermaid\.(live|ink)|kroki\.io|www\.plantuml\.com|dpaste|pastebin)\S{16,}/.test(arg.value),
  );
  if (link !== undefined)
    addSend(
      link,
      /https?:\/\/\S+/.exec(link.value)?.[0] ?? null,
      [{ sort: "file", label: "content packed into a link", start: link.start, end: link.end }],
      "link",
      command,
      scene,
    );
};

export const SHARE_MAKERS: Readonly<Record<string, Maker>> = { gh: forge, glab: forge, hub: forge };
