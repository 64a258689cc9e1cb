import { baseName } from "../../paths";
import type { SimpleCommand, Word } from "../../shell/types";
import { operands } from "../arguments";
import { clip } from "../clip";
import { editOf, editsInPlace } from "../files/in-place";
import { add, pathOf, type Maker, type Scene } from "../scene";

const TEST = /(?:^|[/_.-])(?:tests?|specs?|__tests__|e2e|cypress)(?:[/_.-]|$)/i;
const PROTECTION =
  /(?:^|[^a-z])(?:auth|authn|authz|authenticat\w*|authori[sz]\w*|permissions?|rbac|acl|access[_-]?control|security|csrf|xss|ssrf|sqli|injection|saniti[sz]\w*|crypto\w*|encrypt\w*|jwt|oauth\w*|sso|saml|mfa|2fa|totp|passwords?|secrets?|sandbox\w*|tenant\w*|isolation|rate[_-]?limit\w*|vulnerabilit\w*)(?:[^a-z]|$)/i;

/** A file that tests a protection, by its name and place. */
const isSecurityTest = (path: string): boolean => path.length < 1_000 && TEST.test(path) && PROTECTION.test(path);

/** `sed` expressions that take a check out: delete it, comment it out, skip it. */
const CHECK = /\b(?:assert\w*|expect\w*|should|def test|it\(|test\(|describe\(|func Test|@Test|require\.)/;
const TAKES_OUT = /\/d(?:;|$|\s)|\/(?:#|\/\/|\\\/\\\/|--)\s*(?:&|\\[01])|\/[^/]*(?:skip|xfail|xit|xtest|todo|only)\b[^/]*\/|\/(?:true|pass)?\/g?$/i; // prettier-ignore

const MAX_EXPRESSION = 2_000;

const report = (word: Word, note: string, command: SimpleCommand, scene: Scene) => {
  const path = pathOf(word, command, scene);
  if (path === null || !isSecurityTest(path)) return;
  add(scene, "guard-change", "path", path, word, `${note} ${clip(baseName(path))}`, { what: "security-test" });
};

const removes: Maker = (command, scene) => {
  for (const word of operands(command)) report(word, "deletes", command, scene);
};

const edits: Maker = (command, scene) => {
  if (!editsInPlace(command)) return;
  const { expressions, files } = editOf(command);
  if (!expressions.some(({ value }) => value.length <= MAX_EXPRESSION && CHECK.test(value) && TAKES_OUT.test(value)))
    return;
  for (const word of files) report(word, "takes checks out of", command, scene);
};

const renames: Maker = (command, scene) => {
  const [from, to] = operands(command);
  if (
    from !== undefined &&
    to !== undefined &&
    /(?:\.(?:bak|skip|skipped|disabled|off|old)|_disabled\.\w+|^\/dev\/null)$/.test(to.value)
  )
    // prettier-ignore
    report(from, "switches off", command, scene);
};

const gitRemoves: Maker = (command, scene) => {
  if (command.args[0]?.value !== "rm" || command.args.some(({ value }) => value === "--cached")) return;
  removes({ ...command, args: command.args.slice(1) }, scene);
};

export const SECURITY_TEST_MAKERS: Readonly<Record<string, Maker>> = {
  rm: removes, unlink: removes, trash: removes, sed: edits, gsed: edits, mv: renames, git: gitRemoves,
}; // prettier-ignore
