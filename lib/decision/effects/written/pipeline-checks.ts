import type { Span } from "../../shell/types";
import { add, type Scene } from "../scene";
import { spanOf } from "./span";
import { strangersCode } from "./pipeline-triggers";

const ALL_RIGHTS = /^[ \t]*permissions:\s*["']?write-all\b/m;
/** Not what a package manager says of what is installed (`npm audit`), which mostly nobody here can mend. */
const SCANNER =
  /\b(?:trivy|snyk|semgrep|codeql|gitleaks|trufflehog|grype|bandit|gosec|checkov|tfsec|kics|brakeman|osv-scanner|dependency-review|dependency-check|pip-audit|cargo (?:audit|deny)|govulncheck|sonar\w*|zap|detect-secrets|clamav)\b/i;
const PASSES = /\|\|\s*(?:true|:|exit 0)\s*["']?$|--exit-code[ =]0\b|--(?:soft-fail|exit-zero|no-fail)\b/;
const UNHEEDED =
  /^[ \t]*(?:-\s+)?(?:allow_failure:\s*true|continue-on-error:\s*true|if:\s*(?:false|\$\{\{\s*false\s*\}\}))\s*$/;

/** Rights that a pipeline gives itself or strangers, and security checks that it no longer heeds. */
export function pipelineChecks(path: string, text: string, scene: Scene): void {
  const rights = ALL_RIGHTS.exec(text);
  if (rights !== null)
    add(scene, "guard-change", "path", path, spanOf(rights), "gives a pipeline all rights over the repository", {
      what: "pipeline-code",
    });
  strangersCode(path, text, scene);
  const ignored = SCANNER.test(text) ? unheededCheck(text) : null;
  if (ignored !== null) unheeded(path, ignored, "makes a pipeline pass whatever its security check finds", scene);
}

type Line = { text: string; start: number; indent: number; isBlank: boolean; isItem: boolean; scans: boolean };

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const lead = /^[ \t]*(-\s+)?/.exec(line);
    const start = at;
    at += line.length + 1;
    const isBlank = line.trim() === "" || line.trimStart().startsWith("#");
    const indent = lead?.[0].length ?? 0;
    return { text: line, start, indent, isBlank, isItem: lead?.[1] !== undefined, scans: !isBlank && SCANNER.test(line) }; // prettier-ignore
  });
}

/** Where a check is told to pass: in its own line, or by a key of the step or job that it belongs to. */
function unheededCheck(text: string): Span | null {
  const lines = linesOf(text);
  const found = lines.find(
    (line, i) => !line.isBlank && ((line.scans && PASSES.test(line.text)) || (UNHEEDED.test(line.text) && scansBeside(lines, i))), // prettier-ignore
  );
  return found === undefined ? null : { start: found.start, end: found.start + found.text.length };
}

/** Lines before and behind a key that are looked at. */
const MAX_BLOCK = 400;

/** Whether a check is in the mapping that a key stands in: all around it that is indented as far, up to another item of the list. */
function scansBeside(lines: readonly Line[], at: number): boolean {
  const depth = lines[at]?.indent ?? 0;
  const isOver = ({ indent, isBlank }: Line) => !isBlank && indent < depth;
  const opens = ({ indent, isItem }: Line) => isItem && indent === depth;
  for (let i = at; i >= Math.max(0, at - MAX_BLOCK); i--) {
    const line = lines[i];
    if (line === undefined || isOver(line)) break;
    if (line.scans) return true;
    if (opens(line)) break;
  }
  for (let i = at + 1; i < Math.min(lines.length, at + MAX_BLOCK); i++) {
    const line = lines[i];
    if (line === undefined || isOver(line) || opens(line)) break;
    if (line.scans) return true;
  }
  return false;
}

/** Who has to review what: a file without an owner in it leaves nobody. */
export function ownersIn(path: string, text: string, scene: Scene): void {
  if (!/^[^#\n]*@/m.test(text))
    unheeded(path, { start: 0, end: text.length }, "leaves nobody who has to review", scene);
}

function unheeded(path: string, span: Span, note: string, scene: Scene): void {
  add(scene, "review-change", "path", path, span, note, { act: "ci-skip", what: note, text: "" });
}
