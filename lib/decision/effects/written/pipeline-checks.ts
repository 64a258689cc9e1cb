import { add, type Scene } from "../scene";
import { spanOf } from "./span";

const ALL_RIGHTS = /^\s*permissions:\s*["']?write-all\b/m;
const SCANNER =
  /\b(?:trivy|snyk|semgrep|codeql|gitleaks|trufflehog|grype|bandit|gosec|checkov|tfsec|kics|brakeman|osv-scanner|dependency-review|dependency-check|npm audit|pnpm audit|yarn audit|pip-audit|cargo (?:audit|deny)|govulncheck|sonar\w*|zap|detect-secrets|clamav)\b/i;
const NEVER_FAILS = /^(?![^\n]*#)[^\n]*(?:\|\|\s*(?:true|:|exit 0)\s*$|--exit-code[ =]0\b|--(?:soft-fail|exit-zero|no-fail)\b|\ballow_failure:\s*true\b|\bcontinue-on-error:\s*true\b|^\s*(?:-\s*)?if:\s*(?:false|\$\{\{\s*false\s*\}\})\s*$)/m; // prettier-ignore

/** Rights that a pipeline gives itself, and security checks that it no longer heeds. */
export function pipelineChecks(path: string, text: string, scene: Scene): void {
  const rights = ALL_RIGHTS.exec(text);
  if (rights !== null)
    add(scene, "guard-change", "path", path, spanOf(rights), "gives a pipeline all rights over the repository", {
      what: "pipeline-code",
    });
  const ignored = SCANNER.test(text) ? NEVER_FAILS.exec(text) : null;
  if (ignored !== null) unheeded(path, spanOf(ignored), "makes a pipeline pass whatever its security check finds", scene); // prettier-ignore
}

/** Who has to review what: a file without an owner in it leaves nobody. */
export function ownersIn(path: string, text: string, scene: Scene): void {
  if (!/^[^#\n]*@/m.test(text))
    unheeded(path, { start: 0, end: text.length }, "leaves nobody who has to review", scene);
}

function unheeded(path: string, span: { start: number; end: number }, note: string, scene: Scene): void {
  add(scene, "review-change", "path", path, span, note, { act: "ci-skip", what: note, text: "" });
}
