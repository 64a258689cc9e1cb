import { add, type Scene } from "../scene";
import { spanOf } from "./span";

/** Runs that strangers start and that have the repository's secrets all the same. */
const PRIVILEGED = /^[ \t]*(?:on:.*|-\s*)?["']?\b(?:pull_request_target|workflow_run)\b/m;
/** What a stranger's branch holds. */
const HEAD =
  /^[ \t]*(?:ref|repository):\s*["']?\$\{\{[^}\n]{0,200}?\b(?:github\.head_ref|github\.event\.(?:pull_request\.(?:head\.(?:sha|ref|repo\.full_name)|merge_commit_sha)|workflow_run\.head_(?:sha|branch)))\b|\bgh pr checkout\b|^[ \t]*ref:\s*["']?refs\/pull\/\$\{\{/m;
const RUNS = /^[ \t]*(?:-\s+)?(?:run:|uses:\s*["']?\.\/)/m;

/** Texts that whoever opens an issue or a pull request writes. */
const STRANGERS_TEXT =
  /\$\{\{[^}\n]{0,200}?\b(?:github\.head_ref|github\.event\.(?:(?:issue|pull_request|discussion|comment|review|review_comment)\.(?:title|body|head\.(?:ref|label))|head_commit\.message|commits\[[^\]}\n]{0,40}\]\.message|workflow_run\.head_branch|pages[^}\n]{0,40}\.page_name))\b[^}\n]{0,200}\}\}/;
const SCRIPT = /^(\s*(?:-\s+)?)(?:run|script):(.*)$/;

/** Pipelines that run what strangers wrote, with the rights and secrets of the repository. */
export function strangersCode(path: string, text: string, scene: Scene): void {
  const head = PRIVILEGED.test(text) ? HEAD.exec(text) : null;
  if (head !== null && RUNS.test(text.slice(head.index + head[0].length)))
    add(scene, "guard-change", "path", path, spanOf(head), "runs strangers' code with a pipeline's secrets", { what: "leaking-pipeline" }); // prettier-ignore
  const start = STRANGERS_TEXT.test(text) ? strangersText(text) : -1;
  if (start === -1) return;
  const end = text.indexOf("}}", start) + 2;
  add(scene, "guard-change", "path", path, { start, end }, "puts text that strangers write into a pipeline's commands", { what: "pipeline-code" }); // prettier-ignore
}

/** Where such a text stands in a command, not in a value that is handed to one. */
function strangersText(text: string): number {
  let at = 0;
  let within = -1;
  for (const line of text.split("\n")) {
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (within !== -1 && line.trim() !== "" && indent <= within) within = -1;
    const [, key, rest = ""] = SCRIPT.exec(line) ?? [];
    if (key !== undefined) within = key.length;
    const found = within === -1 ? null : STRANGERS_TEXT.exec(key === undefined ? line : rest);
    if (found !== null) return at + (key === undefined ? 0 : line.length - rest.length) + found.index;
    at += line.length + 1;
  }
  return -1;
}
