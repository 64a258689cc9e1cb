import { describe, expect, test } from "vitest";
import { classify } from "../classify";
import { decide } from "../decide";
import { USER_BOUNDARY } from "../rule-names";
import { action, bash, policy } from "../testing";
import { NOTHING_TRUSTED } from "../types";

const holds = (command: string, ...userMessages: string[]) =>
  classify(bash(command, { userMessages }), NOTHING_TRUSTED).rule === USER_BOUNDARY;

describe("what the user wants left undone is left undone", () => {
  test.each([
    ["git push -u origin HEAD", "Commit locally only; nothing goes to the remote."],
    ["git push", "keep it local only"],
    ['psql -h localhost shop -c "UPDATE orders SET paid = true WHERE id = 9"', "Do it without touching the database."],
    ['psql "$STAGING_URL" -c "DELETE FROM carts WHERE id = 3"', "The staging DB is read only for you."],
    ['psql "$STAGING_URL" -c "INSERT INTO carts VALUES (1)"', "Only read from the staging database."],
    ["psql shop -f fix.sql", "don't write to the db"],
    ['mysql shop -e "alter table carts add column x int"', "do not modify the database"],
    ["redis-cli set a 1", "leave the database alone"],
    ["gh pr create --title x --body y", "don't open a PR yet"],
    ["gh pr create --fill", "Don't open a pull request yet."],
    ["glab mr create --fill", "no merge requests please"],
    ["gh issue create --title x --body y", "Do not file any tickets."],
    ["npm install zod", "No new packages."],
    ["pip install attrs", "don't add any dependencies"],
    ["sudo apt-get update", "Do not use sudo for this."],
    ["sudo -u postgres psql -l", "without sudo"],
    ["docker compose restart web", "Do not restart any service."],
    ["sudo systemctl restart nginx", "never restart nginx"],
    ["docker restart db", "leave the docker containers alone"],
    ["docker compose stop", "don't stop the containers"],
    ["kill $(lsof -ti:5173)", "please don't stop the dev server"],
    ["pkill -f vite", "don't kill vite"],
    ["terraform apply tf.plan", "Don't apply the terraform, only plan."],
    ["kubectl apply -f k8s/", "do not apply anything"],
    ["terraform apply tf.plan", "only plan, do not change the infrastructure"],
    ["git rebase origin/main", "Don't rebase, others work on this branch too."],
    ["git pull --rebase", "no rebasing"],
    ["git switch main", "Don't switch branches."],
    ["git checkout -b fix/x", "stay on this branch"],
    ["git tag v3.1.0", "do not tag anything"],
    ["git commit --amend --no-edit", "don't amend"],
    ["git stash", "don't stash my changes"],
    ["curl -s https://pypi.org/simple/", "stay away from the network"],
    ["git fetch origin", "work offline"],
    ["ssh build.acme.com uptime", "no network access"],
    ["curl -s https://api.acme.com/v2/users", "You must not call the live API."],
    ["curl https://api.stripe.com/v1/refunds -u k:", "we must not call the payment API from here"],
  ])("%s after: %s", (command, message) => {
    expect(holds(command, "hello")).toBe(false);
    expect(holds(command, message)).toBe(true);
  });
});

describe("and nothing else is", () => {
  test.each([
    ["git commit -am x", "Commit locally only; nothing goes to the remote."],
    ['psql "$STAGING_URL" -c "SELECT count(*) FROM carts"', "The staging DB is read only for you."],
    ['psql -h localhost shop_test -c "DELETE FROM carts WHERE id = 3"', "The staging DB is read only for you."],
    ["git push -u origin feature/work && gh pr list && gh pr view 3", "don't open a PR yet"],
    ["gh pr create --fill", "no issues so far, open the pull request"],
    ["npm ci", "No new packages."],
    ["npx prisma migrate status && npx prisma generate", "don't run migrations"],
    ["npx knex migrate:list", "no migrations"],
    ["apt-get download jq", "Do not use sudo for this."],
    ["docker compose ps && docker logs web", "leave the docker containers alone"],
    ["docker restart cache", "do not restart the db container"],
    ["sleep 5 & kill $!", "please don't stop the dev server"],
    ["docker compose restart web", "Don't stop until the tests are green."],
    ["kill 4242", "don't stop at the first error, kill 4242 and go on"],
    ["terraform plan -out=tf.plan", "Don't apply the terraform, only plan."],
    ["git fetch && git log HEAD..origin/main", "Don't rebase, others work on this branch too."],
    ["git checkout -- src/a.ts", "Don't switch branches."],
    ["git tag --list 'v3*'", "do not tag anything"],
    ["git branch -a", "Don't switch branches."],
    ["curl -s http://localhost:3000/health", "stay away from the network"],
    ["curl -s https://api.staging.acme.com/v2/users", "You must not call the live API."],
    ["curl -s https://registry.acme.com/a", "do not call the function twice"],
    ["echo 'git rebase'", "Don't rebase"],
    ["git push", "The network does not come up, stay tuned"],
    ["docker restart web", "It must not restart twice: look at the loop in web"],
    ["npm install zod", "No packages are missing any more. Install zod."],
  ])("%s after: %s", (command, message) => expect(holds(command, message)).toBe(false));
});

describe("in whatever words and by whatever way", () => {
  test.each([
    ["git push", "I'll push it myself."],
    ["git push", "Leave the push to me."],
    ["git push", "Pushing is off-limits."],
    ["git commit -m x", "Wait for my ok before you commit."],
    ["npm publish", "ask me before publishing"],
    ["gh issue close 4", "Don't close the issue."],
    ["git subtree push --prefix=lib origin lib", "don't push anything"],
    ["gt submit --stack", "do not push"],
    ["gh api -X PUT repos/acme/shop/contents/a.md -f message=x", "do not push"],
    ["mv src/a.ts /tmp/", "do not delete anything"],
    ["truncate -s 0 src/a.ts", "never delete files"],
    ["npm test", "Don't run anything, just explain it."],
    ["sed -i 's/a/b/' src/a.ts", "Don't make any changes."],
    ["cat .env", "do not read the .env file"],
    ["rm -rf build", "Do not delete anything outside dist."],
  ])("%s after: %s", (command, message) => expect(holds(command, message)).toBe(true));

  test.each([
    ["git push", "Don't push yet.", "Looks good, ship it."],
    ["git push", "Don't push yet.", "You can go ahead with the push."],
    ["git commit -m x", "Do not commit until I have looked.", "I have looked, all good. Go on."],
    ["npm ci", "Avoid installing new dependencies; npm ci is fine."],
    ["git commit -m x", "If it does not build, do not commit. Otherwise commit."],
    ["rm -rf dist", "Do not delete anything outside dist."],
    ["pnpm install", "Never use npm to install; use pnpm."],
    ["ls -la && cat src/a.ts", "Don't run anything, just explain it."],
    ["mv src/a.ts src/b.ts", "do not delete anything"],
    ["gh issue list", "Don't close the issue."],
    ["git push", "I will run the tests myself, push it."],
    ["cat src/env.ts", "do not read the .env file"],
  ])("but not %s after: %s %s", (command, ...messages) => expect(holds(command, ...messages)).toBe(false));
});

describe("by other tools than the shell", () => {
  const ruleOf = (tool: string, input: Record<string, unknown>, ...userMessages: string[]) =>
    decide(action(tool, input, { userMessages }), policy()).rule;

  test.each([
    ["Read", { file_path: "/home/dev/project/.env" }, "Do not read the .env file."],
    ["Read", { file_path: "secrets/prod.json" }, "Don't open anything in secrets/."],
    ["mcp__github__push_files", { branch: "x", files: [], message: "y" }, "Don't push."],
    ["mcp__github__create_pull_request", { title: "x" }, "no pull requests yet"],
    ["Agent", { description: "x", prompt: "Fix it, then push the branch to origin.", subagent_type: "a" }, "Do not push."],
  ])("%s %o after: %s", (tool, input, message) => expect(ruleOf(tool, input, message)).toBe(USER_BOUNDARY)); // prettier-ignore

  test.each([
    ["Read", { file_path: "/home/dev/project/env.ts" }, "Do not read the .env file."],
    ["Grep", { pattern: "x", path: "src" }, "Don't open anything in secrets/."],
    ["mcp__github__get_file_contents", { path: "a" }, "Don't push."],
    ["Agent", { description: "x", prompt: "Fix it. Do not push.", subagent_type: "a" }, "Do not push."],
  ])("but not %s %o after: %s", (tool, input, message) => expect(ruleOf(tool, input, message)).not.toBe(USER_BOUNDARY));
});
