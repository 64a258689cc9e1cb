import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delicacyOf } from "./credential-paths";
import { isInside, normalise, resolvePath } from "./paths";
import { protectedPart } from "./protected-paths";

describe("resolvePath", () => {
  test.each([
    ["a/../b", "/w/b"],
    ["../../../..", "/"],
    ["/a//b/./c/", "/a/b/c"],
    ["~", "/home/dev"],
    ["~/x/..", "/home/dev"],
    ["C:\\Users\\dev", "/c/Users/dev"],
    ["...", "/w/..."],
  ])("%s is %s", (path, expected) => {
    expect(resolvePath(path, "/w", "/home/dev")).toBe(expected);
  });

  test("a relative path without a known directory is not known", () => {
    expect(resolvePath("a", null, "/home/dev")).toBeNull();
  });

  test("normal form is reached once and holds no dots or doubled slashes", () => {
    const path = fc.array(fc.constantFrom("a", "..", ".", "", "b.c", "…")).map((parts) => `/${parts.join("/")}`);
    fc.assert(
      fc.property(path, (raw) => {
        const normal = normalise(raw);
        expect(normalise(normal)).toBe(normal);
        expect(normal).not.toMatch(/\/\.{0,2}(\/|$)(?!$)/);
      }),
    );
  });
});

test("a directory's neighbour with the same beginning is not inside it", () => {
  expect(isInside("/a/bc", "/a/b")).toBe(false);
  expect(isInside("/a/b", "/a/b")).toBe(true);
  expect(isInside("/a/b/c", "/a/b")).toBe(true);
  expect(isInside("/a", "/")).toBe(true);
});

test.each([
  ["/h/.ssh/id_rsa", "store"], ["/h/.aws/credentials", "store"], ["/h/.kube/config", "store"], ["/etc/shadow", "store"], ["/root/.ssh/x", "store"], ["/h/.netrc", "store"],
  ["/p/.env", "secret"], ["/p/.env.production", "secret"], ["/p/config/master.key", "secret"], ["/p/a.pem.key", "secret"], ["/p/service-account.json", "secret"], ["/p/secrets/db.txt", "secret"],
  ["/h/.bash_history", "private"], ["/p/dump.sql.gz", "private"], ["/p/customers.csv", "private"],
  ["/h/.ssh/config", null], ["/h/.ssh/id_rsa.pub", null], ["/h/.ssh/known_hosts", null], ["/p/.env.example", null], ["/p/src/keys.ts", null], ["/p/monkey.js", null], ["/p/tokenizer.json", null], ["/p/README.md", null],
])("%s is %s", (path, delicacy) => {
  expect(delicacyOf(path, "/h")).toBe(delicacy);
}); // prettier-ignore

test.each([
  ["/h/.ss?/id_rs?", "store"], ["/h/.[s]sh/id_[r]sa", "store"], ["/h/.a*/cred*", "store"], ["/h/.a*/*", "store"], ["/h/.s*", "store"], ["/h/.*rc", "store"], ["/home/*/.ssh/id_rsa", "store"],
  ["/h*/dev/.ssh/id_rsa", "store"], ["/etc/shad*", "store"], ["/ro?t/.aws/credentials", "store"], ["/p/.e?v", "secret"], ["/p/.en*", "secret"], ["/h/.bash_hist*", "private"],
  ["/h/*/id_rsa.pub", null], ["/h/*/x", null], ["/h/*", null], ["/etc/*", null], ["/etc/*release", null], ["/p/src/*.ts", null], ["/p/**/*.py", null], ["/h/.ssh/*.pub", null],
  ["/h/.[!s]sh/config", null], ["/p/app/[id]/page.tsx", null], ["/p/*", null], ["/home/www/*", null], ["/h/.bash*", "private"],
])("a glob is as delicate as what it may match: %s is %s", (path, delicacy) => {
  expect(delicacyOf(path, "/h")).toBe(delicacy);
}); // prettier-ignore

test("hostile paths take time in proportion", () => {
  const started = performance.now();
  for (const part of ["dump", "customers.", "secrets/", "a-key.", "*a", "[", "?", ".env.", "/.ssh"])
    for (const path of [`/h/${part.repeat(20_000)}`, `/h/${part.repeat(20_000)}!`]) delicacyOf(path, "/h");
  expect(performance.now() - started).toBeLessThan(500);
});

test.each([
  ["/p/.git/config", ".git"], ["/p/.GIT/hooks/x", ".git"], ["/p/.husky/_/x", ".husky"], ["/h/.config/git/config", ".config/git"], ["/p/a/.npmrc", ".npmrc"], ["/h/.zshrc", ".zshrc"],
  ["/p/.claude/settings.json", ".claude"], ["/p/.claude/worktrees/w/.git/config", ".git"],
  ["/p/.claude/worktrees/w/src/a.ts", null], ["/p/.gitignore", null], ["/p/.github/workflows/ci.yml", null], ["/p/gitconfig", null], ["/p/.claude/commands/a.md", null],
])("%s is protected by %s", (path, part) => {
  expect(protectedPart(path)).toBe(part);
}); // prettier-ignore
