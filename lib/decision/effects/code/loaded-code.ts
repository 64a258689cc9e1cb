import { isInside } from "../../paths";
import type { SimpleCommand } from "../../shell/types";
import { literal } from "../../shell/word";
import type { Effect } from "../../types";
import { addFetched } from "../fetched";
import type { Scene } from "../scene";
import { directoriesOf, importsIn, languageOfFile, modulePaths } from "./code-modules";
import { cannotRead } from "./code-scripts";
import { readInlineCode } from "./inline-code";

/**
 * Files of code that a program loads beside the one it is given: modules, preloads, tests. The session wrote them to be called by other
 * code, with values that nobody sees here, so only what is certain of them counts, and no doubt about the rest.
 */

/** Names of modules and characters of one call. */
const MAX_IMPORTS = 2_000;
const MAX_TEXT = 196_608;

/** Something in the file may start, delete, send or write what is not the project's: most of what is loaded does not and is not read. */
const ACTS =
  /\b(?:exec\w*|spawn\w*|system|[pP]open\w*|subprocess|child_process|eval|shell\w*|Command|cmd|callCommand|qx|passthru|proc_open|rmtree|rm(?:Sync|_rf?|dir\w*)?|unlink\w*|remove_\w+|Remove\w*|removeItem|FileUtils|File\.(?:delete|rm|write)|shutil|os\.remove|fs\.\w+|socket|net|TCP\w+|urlretrieve|environ|env|ENV|getenv|homedir|expanduser|HOME|home|fork|pickle|marshal|boto\w+|kubernetes|paramiko|github|redis|kafka|hvac|prisma|Runtime|Process|ctypes|ffi|Function)\b|~\/|\/(?:etc|home|Users)\/|aws-sdk|octokit|google.cloud|@azure|%x|execute_process/;

export class LoadedCode {
  private readonly seen = new Set<string>();
  private left = MAX_TEXT;
  private names = MAX_IMPORTS;

  constructor(
    private readonly command: SimpleCommand,
    private readonly scene: Scene,
  ) {}

  /** What code brings in, and what that brings in. */
  imports(text: string, language: string, path: string | null): void {
    const { scene, command } = this;
    if (scene.reading.files.size + scene.fetched.size === 0) return;
    const names = importsIn(text, language);
    this.names -= names.size;
    if (this.names < 0) return this.tooMuch();
    const directories = directoriesOf(path, command.cwd);
    this.files([...names].flatMap((name) => modulePaths(name, language, directories)));
  }

  /** Of these paths, the files that the session wrote or fetched. */
  files(paths: readonly string[]): void {
    const { scene, command } = this;
    for (const path of paths) {
      if (this.seen.has(path)) continue;
      const text = scene.reading.files.get(path);
      const origin = text === undefined ? scene.fetched.get(path) : undefined;
      if (origin !== undefined) addFetched(origin, "file", command, scene);
      if (text === undefined) continue;
      this.seen.add(path);
      const language = languageOfFile(path);
      if (language === null) continue;
      if (ACTS.test(text)) this.read(text, language);
      this.imports(text, language, path);
    }
  }

  private read(text: string, language: string): void {
    this.left -= text.length;
    if (this.left < 0) this.tooMuch();
    else readCertain(text, language, this.command, this.scene);
  }

  private tooMuch(): void {
    cannotRead("The files that this loads are more than can be read through.", this.command, this.scene);
  }
}

/** Reads code and keeps of its effects those that are certain. */
function readCertain(text: string, language: string, command: SimpleCommand, scene: Scene): void {
  const opaque = scene.opaque.length;
  const effects = scene.effects.length;
  const budget = scene.scriptBudget;
  readInlineCode(literal(text, command), command, language, scene);
  scene.opaque.length = opaque;
  scene.scriptBudget = budget;
  const pretended = DOUBLES.test(text);
  const elsewhere = OTHER_HOME.test(text) ? scene.home : null;
  for (const effect of scene.effects.splice(effects))
    if (isCertain(effect, pretended) && !(elsewhere !== null && isBelow(effect, elsewhere))) scene.effects.push(effect);
}

/** Stand-ins for what a call would reach, and places made for one run. */
const DOUBLES =
  /mock|\bstub|\bfake|\bmoto\b|\bnock\b|\bmsw\b|\bvcr\b|cassette|\bresponses\b|respx|httpretty|sinon|monkeypatch|testcontainers|localstack|tmp_?path|tmp_?dir|temp_?dir|mkdtemp|\bcwd\b|chdir/i;
/** A home made for a test stands in for the real one. */
const OTHER_HOME =
  /\bHOME["']?\s?[,\]})]?\s?[=,:]|\bsetenv\s?\(\s?["']HOME|(?:mock|patch|spy|stub)\w{0,10}\s?\([^)\n]{0,80}(?:home|expanduser)/i;

const isBelow = ({ target, targetType }: Effect, home: string): boolean =>
  targetType === "path" && target !== null && isInside(target, home);

function isCertain({ kind, traits, target }: Effect, pretended: boolean): boolean {
  switch (kind) {
    case "delete":
      return traits.unresolved !== true;
    case "send":
      return /^(?:credential|secret|environment)$/.test(String(traits.carries));
    case "database-change":
      return traits.production === true && !pretended;
    case "expose":
      return traits.what === "reverse-shell";
    case "execute":
      return traits.disguise !== undefined;
    case "fetch-and-execute":
    case "system-change":
      return true;
    case "overwrite":
    case "write":
    case "persist":
    case "guard-change":
    case "change-permission":
      return target !== null;
    case "read":
    case "fetch":
    case "credential-read":
    case "install":
      return false;
    default:
      return !pretended;
  }
}
