import { describe, expect, test } from "vitest";
import { decide } from "../../decide";
import { action, policy } from "../../testing";

const written = (file: string, content: string) =>
  decide(action("Write", { file_path: `/home/dev/project/${file}`, content }), policy()).verdict;

describe("dependencies from elsewhere:", () => {
  test.each([
    ["go.mod", "replace golang.org/x/net => github.com/someone/net v0.1.0\n"],
    ["package.json", '{"dependencies":{"expres":"^4.19.0"}}'],
    ["requirements.txt", "reqeusts==2.32.0\n"],
    ["pyproject.toml", 'dependencies = [\n  "djanga>=5",\n]\n'],
    ["package-lock.json", '{"node_modules/a":{"version":"1.0.0","resolved":"https://github.com/someone/a/archive/v1.tgz"}}'],
  ])("%s, %j is for a person", (file, content) => {
    expect(written(file, content)).toBe("ask");
  }); // prettier-ignore

  test("a name counts behind thousands of others", () => {
    const others = Array.from({ length: 4_000 }, (_, i) => `own-${i}\n`).join("");
    expect(written("requirements.txt", others)).toBe("allow");
    expect(written("requirements.txt", `${others}reqeusts\n`)).toBe("ask");
  });

  test.each([
    ["go.mod", "replace github.com/a/b => github.com/acme-fork/b v1.0.1\n"],
    ["package.json", '{"name":"acme-web","version":"1.0.0","engines":{"node":">=20"},"dependencies":{"preact":"^10.0.0","express":"4"}}'],
    ["requirements.txt", "requests==2.32.0\ndjango  # web\nuvicorn[standard]>=0.30\n"],
    ["Gemfile", "source 'https://rubygems.org'\ngem 'rails', '~> 7.1'\n"],
    ["package.json", '{"dependencies":{"xlsx":"https://cdn.sheetjs.com/xlsx-0.20.3/xlsx-0.20.3.tgz"}}'],
    ["yarn.lock", '"a@https://github.com/someone/a/archive/v1.tgz":\n  resolved "https://github.com/someone/a/archive/v1.tgz#abc"\n'],
  ])("%s, %j passes", (file, content) => {
    expect(written(file, content)).toBe("allow");
  }); // prettier-ignore
});
