import { describe, expect, test } from "vitest";
import { decide } from "../../decide";
import { action, policy } from "../../testing";

const PROJECT = "/home/dev/project";
const verdict = (tool: string, input: Record<string, unknown>) => decide(action(tool, input), policy()).verdict;
const written = (file: string, content: string) => verdict("Write", { file_path: `${PROJECT}/${file}`, content });
const edited = (file: string, old_string: string, new_string: string) =>
  verdict("Edit", { file_path: `${PROJECT}/${file}`, old_string, new_string });

const HOOK = ".husky/pre-commit";

describe("a change of a protected file that decides nothing about what runs passes:", () => {
  test.each([
    [".vscode/settings.json", '{\n  "editor.tabSize": 2,\n  "[python]": {\n    "editor.formatOnSave": true\n  },\n  "files.exclude": {\n    "dist": true\n  }\n}\n'.replace('    "dist": true\n', "")],
    [".vscode/settings.json", '{ "editor.rulers": [80, 120], "files.eol": "\\n" }'.replace("\\n", "lf")],
    [".npmrc", "# exact versions\nsave-exact=true\nfund=false\n"],
    [HOOK, "#!/usr/bin/env sh\nnpx --no-install commitlint --edit $1\npnpm run lint\n"],
  ])("%s, %j", (file, content) => {
    expect(written(file, content)).toBe("allow");
  }); // prettier-ignore

  test("a check's next release", () => {
    expect(edited(".pre-commit-config.yaml", "    rev: v1.7.0", "    rev: v1.8.2")).toBe("allow");
  });

  test("a command line that writes it", () => {
    expect(verdict("Bash", { command: "printf 'save-exact=true\\n' > .npmrc" })).toBe("allow");
    expect(verdict("Bash", { command: "printf 'script-shell=./sh\\n' > .npmrc" })).not.toBe("allow");
    expect(verdict("Bash", { command: "printf 'save-exact=true\\n' > .npmrc; cat other > .npmrc" })).not.toBe("allow");
  });

  test("one more check", () => {
    expect(edited(HOOK, "npm test", "npm test\nnpx lint-staged")).toBe("allow");
  });
});

describe("every other change of it is for a person:", () => {
  test.each([
    [".vscode/settings.json", '{ "terminal.integrated.shell.linux": "/tmp/sh" }'],
    [".vscode/settings.json", '{ "editor.tabSize": 2, "git.path": "./git" }'],
    [".npmrc", "save-exact=true\nscript-shell=./sh\n"],
    [HOOK, "npx lint-staged; ./other.sh\n"],
    [HOOK, "npx lint-staged $(cat a)\n"],
    [HOOK, "exit 0\n"],
    [".pre-commit-config.yaml", "repos:\n- repo: https://github.com/a/b\n  rev: 1.0.0\n"],
  ])("%s, %j", (file, content) => {
    expect(written(file, content)).not.toBe("allow");
  });

  test.each([
    [".pre-commit-config.yaml", "rev: v1.7.0", "rev: main"],
    [".pre-commit-config.yaml", "- repo: https://github.com/a/b\n  rev: 1.0", "- repo: https://github.com/c/b\n  rev: 1.1"],
    [".npmrc", "audit=true\nsave-exact=true", "save-exact=true"],
    [HOOK, "npm test\nnpx lint-staged", "npx lint-staged"],
  ])("%s, %j becomes %j", (file, before, after) => {
    expect(edited(file, before, after)).not.toBe("allow");
  }); // prettier-ignore
});
