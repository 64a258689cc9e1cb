import { isInside } from "../../paths";
import type { SimpleCommand } from "../../shell/types";
import { pathOf, type Scene } from "../scene";
import { languageOfFile } from "./code-modules";

/** Programs that run the tests of a project, and the files of the session that they load by themselves. */

type Runner = {
  /** The language of the tests; null where any may be run. */
  language: string | null;
  /** First words of the calls that run tests; any where it does nothing else. */
  verbs?: RegExp;
  /** Any of the language's files may hold tests. */
  anywhere?: true;
};

const PYTHON: Runner = { language: "python" };
const SCRIPT: Runner = { language: "node" };
const RUBY: Runner = { language: "ruby" };
const PHP: Runner = { language: "php" };
const JAVA: Runner = { language: "java", verbs: /^(?:test|check|verify|build|install|package|\w*[tT]est)$/ };
const PACKAGES: Runner = { language: "node", verbs: /^(?:t|tst|test\S*|it|\S*[:-]tests?|e2e|check|verify|coverage|validate)$/ }; // prettier-ignore
const ANY: Runner = { language: null, verbs: /^(?:\S*tests?|check|ci|verify|all|e2e|test\S*|coverage)$/ };

const RUNNERS: Readonly<Record<string, Runner>> = {
  pytest: PYTHON, "py.test": PYTHON, nose2: PYTHON, nosetests: PYTHON, unittest: PYTHON, ward: PYTHON, behave: PYTHON, tox: PYTHON, nox: PYTHON, coverage: { language: "python", verbs: /^run$/ },
  vitest: SCRIPT, jest: SCRIPT, mocha: SCRIPT, ava: SCRIPT, jasmine: SCRIPT, tap: SCRIPT, karma: SCRIPT, wdio: SCRIPT, playwright: { language: "node", verbs: /^test$/ }, cypress: { language: "node", verbs: /^(?:run|open)$/ }, c8: SCRIPT, nyc: SCRIPT,
  npm: PACKAGES, pnpm: PACKAGES, yarn: PACKAGES, bun: PACKAGES, deno: { language: "node", verbs: /^(?:test|bench)$/ }, ng: PACKAGES, nx: PACKAGES, turbo: PACKAGES, "react-scripts": PACKAGES,
  rspec: RUBY, minitest: RUBY, cucumber: RUBY, rails: { language: "ruby", verbs: /^(?:test\S*|spec\S*)$/ }, rake: { language: "ruby", verbs: /^(?:test\S*|spec\S*|default)$/ },
  phpunit: PHP, pest: PHP, paratest: PHP, codecept: PHP, artisan: { language: "php", verbs: /^test$/ }, mix: { language: "elixir", verbs: /^test$/ }, prove: { language: "perl" }, busted: { language: "lua" }, swift: { language: "swift", verbs: /^test$/ },
  go: { language: "go", verbs: /^test$/ }, cargo: { language: "cargo", verbs: /^(?:test|t|bench|nextest)$/, anywhere: true }, mvn: JAVA, mvnw: JAVA, gradle: JAVA, gradlew: JAVA, make: ANY, gmake: ANY, just: ANY, task: ANY,
}; // prettier-ignore

/** Tests, by the names that runners look for. */
const TEST =
  /(?:^|\/)(?:test_[^/]*|[^/]*[._-](?:tests?|spec|e2e|cy)|[^/]*(?:Tests?|Spec|IT))\.\w{1,6}$|\/(?:__tests__|tests?|specs?|e2e)\/[^/]*\.\w{1,6}$|\.t$/;
/** What is loaded before any of them: set-up and settings in the language itself. */
const SET_UP =
  /(?:^|\/)(?:conftest\.py|(?:jest|vitest|playwright|cypress|karma|wdio|ava|mocha|vite)\.[\w.-]+\.\w{2,3}|\.mocharc\.\w{2,3}|(?:global|jest|vitest|test)?[-_.]?set-?up(?:[-_.]?\w*)?\.\w{2,3}|(?:spec|test|rails)_helper\.(?:rb|exs)|bootstrap\.php|Pest\.php|(?:sitecustomize|usercustomize)\.py)$/i;
/** Parts of a path that name a single test of a file. */
const WITHIN = /::.*$|\/\.\.\.$|(?<=\.\w{1,6}):\d+.*$/;

/** Whether a call runs tests, and in which language. */
function runnerOf({ name, args }: SimpleCommand): Runner | null {
  const runner = Object.hasOwn(RUNNERS, name) ? (RUNNERS[name] as Runner) : null;
  if (runner === null) return (name === "node" || name === "tsx") && args.some(({ value }) => value === "--test") ? SCRIPT : null; // prettier-ignore
  const { verbs } = runner;
  return verbs === undefined || args.some(({ value }) => verbs.test(value)) ? runner : null;
}

/** Whether some call of a program does. */
export const mayRunTests = (name: string): boolean => Object.hasOwn(RUNNERS, name) || name === "node" || name === "tsx";

export const runsTests = (command: SimpleCommand): boolean => runnerOf(command) !== null;

/** The files of the session that such a call loads: those it names, else all tests below where it runs, and their set-up. */
export function testFiles(command: SimpleCommand, scene: Scene): string[] {
  const runner = runnerOf(command);
  if (runner === null || scene.reading.files.size === 0) return [];
  const root = command.cwd ?? scene.action.cwd;
  const own = [...scene.reading.files.keys()].filter((path) => isLoadable(path, root, runner));
  const named = command.args.flatMap((word) => {
    const path = pathOf({ ...word, value: word.value.replace(/^--?[\w-]+=/, "").replace(WITHIN, "") }, command, scene);
    return path === null || path === root ? [] : [path];
  });
  const chosen = own.filter((path) => named.some((one) => isInside(path, one) || path === `${one}.py`));
  const setUp = own.filter((path) => SET_UP.test(path));
  return [
    ...(chosen.length > 0 ? chosen : own.filter((path) => runner.anywhere === true || TEST.test(path))),
    ...setUp,
  ];
}

function isLoadable(path: string, root: string, { language }: Runner): boolean {
  const own = languageOfFile(path);
  return own !== null && (language === null || own === language || (language === "java" && own === "kotlin")) && isInside(path, root); // prettier-ignore
}
