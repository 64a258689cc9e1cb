import { describe, expect, test } from "vitest";
import { classify } from "../classify";
import { decide } from "../decide";
import { USER_BOUNDARY } from "../rule-names";
import { action, bash, policy } from "../testing";
import { NOTHING_TRUSTED } from "../types";

const holds = (command: string, ...userMessages: string[]) =>
  classify(bash(command, { userMessages }), NOTHING_TRUSTED).rule === USER_BOUNDARY;
const edit = (tool: string, file_path: string, ...userMessages: string[]) => {
  const text = tool === "Write" ? { content: "x" } : { old_string: "a", new_string: "b" };
  return decide(action(tool, { file_path, ...text }, { userMessages }), policy());
};

describe("a place that the user wants left alone is left alone by every program", () => {
  test.each([
    ["sed -i 's/a/b/' generated/client.ts", "Do not edit files under generated/."],
    ["perl -pi -e 's/a/b/' generated/client.ts", "don't touch anything in the generated folder"],
    ["echo x > db/schema.sql", "Please do not change db/schema.sql"],
    ["tee -a db/schema.sql < more.sql", "leave db/schema.sql as it is"],
    ["rm -rf ops/terraform/old", "Keep your hands off ops/terraform."],
    ["rm -rf ops", "hands off ops/terraform please"],
    ["mv ops/terraform/a.tf /tmp/a.tf", "stay away from ops/terraform"],
    ["git mv third_party/x.c src/x.c", "third_party/ is off limits"],
    ["git checkout HEAD~3 -- config/routes.rb", "leave config/routes.rb alone"],
    ["chmod 600 config/routes.rb", "fix the spec without touching config/routes.rb"],
    ["cp /tmp/new.lock Cargo.lock", "do not change the lock file"],
    ["cargo update -p serde", "don't update the lockfile"],
    ["npm pkg set type=module", "package.json must stay unchanged"],
    ["pnpm add zod", "do not touch `package.json`"],
    ["yarn remove zod", "Don't modify package.json or tsconfig.json"],
    ["go get example.com/x@v2", "keep go.mod as is"],
    ["npx prettier --write legacy/a.ts", "the legacy directory must not be changed"],
    ["npx eslint --fix legacy/a.ts", "never touch the legacy dir"],
    ["rm test/a.test.ts", "do not change the tests"],
    ["sed -i 's/1/2/' src/__tests__/sum.ts", "Make it green without editing the tests."],
    ["python3 -c \"open('legacy/a.py','w').write('')\"", "do not write to legacy/"],
    ["find . -name '*.ts' | xargs sed -i 's/a/b/'", "do not modify src/legacy"],
    ["sed -i 's/a/b/' /etc/hosts", "do not edit /etc/hosts"],
    ["rm db/migrate/001_init.rb", "leave the migrations alone"],
    ["echo A=1 >> .env", "don't touch .env"],
  ])("%s after: %s", (command, message) => {
    expect(holds(command, "hello")).toBe(false);
    expect(holds(command, message)).toBe(true);
    expect(holds(command, message, "and now the next failing one")).toBe(true);
  });

  test.each([
    ["Edit", "generated/client.ts", "Do not edit files under generated/."],
    ["Write", "/home/dev/project/ops/terraform/main.tf", "Keep your hands off ops/terraform."],
    ["MultiEdit", "package.json", "do not touch package.json"],
    ["Write", "tests/sum.test.ts", "make it pass, don't touch the tests"],
    ["Edit", "src/a.ts", "Don't change anything yet, explain it first."],
  ])("also by the tool %s of %s, inside the project: %s", (tool, path, message) => {
    expect(edit(tool, path, "hello").verdict).toBe("allow");
    expect(edit(tool, path, message)).toMatchObject({ verdict: "block", rule: USER_BOUNDARY });
  });
});

describe("and nothing but that place is", () => {
  test.each([
    ["rm -f src/new/tmp.ts && cat src/legacy/a.ts", "Do not modify src/legacy."],
    ["sed -i 's/a/b/' src/generated.ts", "Do not edit files under generated/."],
    ["rm -rf src/legacy-shim", "do not touch src/legacy"],
    ["git commit -m 'package.json stays'", "do not touch package.json"],
    ["jq .scripts package.json", "do not touch package.json"],
    ["npm ci && npm test", "do not touch package.json"],
    ["npm install", "do not touch package.json"],
    ["sed -i 's/a/b/' packages/a/README.md", "do not touch package.json"],
    ["cp config/routes.rb /tmp/routes.rb", "leave config/routes.rb alone"],
    ["echo x > api/users.ts", "don't change the API"],
    ["echo x > /tmp/out.txt", "Don't change anything yet"],
    ["npx vitest run tests/sum.test.ts", "don't touch the tests"],
    ["sed -i 's/a/b/' src/a.ts", "don't change anything else"],
    ["sed -i 's/a/b/' src/a.ts", "The migration must not change the schema of users"],
    ["sed -i 's/a/b/' src/read.ts", "The I/O must not write twice"],
    ["npm install zod", "never edit package.json by hand"],
    ["sed -i 's/a/b/' src/a.ts", "only read the config once in src/a.ts: cache it"],
    ["sed -i 's/a/b/' src/menu.ts", "leave the menu open when the user clicks in src/menu.ts"],
    ["rm -f dist/a.js", "keep the old behaviour as it is"],
  ])("%s after: %s", (command, message) => expect(holds(command, message)).toBe(false));

  test.each([
    ["Edit", "src/api/users.ts", "Do not change the API."],
    ["Edit", "src/sum.ts", "make it pass, don't touch the tests"],
    ["Write", "src/a.ts", "Don't stop until all of it is written"],
    ["Edit", "src/a.ts", "```\n// do not edit src/a.ts\n```\nreplace this comment"],
    ["Edit", "src/a.ts", "why must I not touch src/a.ts?"],
    ["Edit", "src/a.ts", "The users don't see any changes. Fix it."],
  ])("nor an edit by %s of %s after: %s", (tool, path, message) =>
    expect(edit(tool, path, message).verdict).toBe("allow"),
  );
});

describe("until the user asks for it", () => {
  test.each([
    ["npm pkg set type=module", "do not touch package.json", "set the type to module in package.json"],
    ["sed -i 's/a/b/' legacy/a.ts", "do not modify legacy/", "ok, fix legacy/a.ts as well"],
    ["sed -i 's/a/b/' src/a.ts", "Look, don't change: why is it slow?", "fix it"],
    ["sed -i 's/a/b/' src/a.ts", "Don't change anything yet, what do you suggest", "the second one sounds good, go ahead"],
  ])("%s after: %s / %s", (command, boundary, request) => {
    expect(holds(command, boundary)).toBe(true);
    expect(holds(command, boundary, request)).toBe(false);
  });

  test.each([
    ["sed -i 's/a/b/' legacy/a.ts", "do not modify legacy/", "ok, fix src/a.ts as well"],
    ["npm pkg set type=module", "do not touch package.json", "why is package.json like that"],
    ["sed -i 's/a/b/' src/a.ts", "Don't change anything, explain the cache", "explain the menu too"],
    ["sed -i 's/a/b/' src/a.ts", "Don't change anything, explain the cache", "thanks, and what about the menu?"],
  ])("%s still blocked after: %s / %s", (command, boundary, later) => expect(holds(command, boundary, later)).toBe(true));
}); // prettier-ignore
