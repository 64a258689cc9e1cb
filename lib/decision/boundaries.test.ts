import { describe, expect, test } from "vitest";
import { classify } from "./classify";
import { USER_BOUNDARY } from "./rule-names";
import { bash } from "./testing";
import { NOTHING_TRUSTED } from "./types";

const judge = (command: string, ...userMessages: string[]) =>
  classify(bash(command, { userMessages }), NOTHING_TRUSTED);
const holds = (command: string, ...messages: string[]) => judge(command, ...messages).rule === USER_BOUNDARY;

describe("a boundary that the user stated holds", () => {
  test.each([
    ["git push", "Fix the login, but don't push."],
    ["git push origin feature/work", "Don’t push anything yet"],
    ["git push origin feature/work", "do not push until the tests are green"],
    ["git push origin main", "We never push to main."],
    ["git push origin HEAD:main", "please don't push to main or master"],
    ["git push", "Commit it without pushing"],
    ["git push", "I don't want you to push"],
    ["git push", "you can't push from here"],
    ["git push", "Hold off on pushing"],
    ["git push --force-with-lease", "no force pushes"],
    ["git push --force-with-lease", "don't push --force"],
    ["git commit -m x", "don't commit/push"],
    ["git commit -am x && npm test", "do not commit or push to main"],
    ["git -C sub cherry-pick abc", "No commits please"],
    ["git merge origin/main", "never merge"],
    ["gh pr merge 12", "Open a pull request, do not merge it"],
    ["rm notes.txt", "never delete anything"],
    ["rm -rf build", "avoid deleting files"],
    ["rm -rf src/legacy", "do not remove src/legacy"],
    ["git rm old.ts", "Nothing should be deleted."],
    ["psql -c 'drop table users'", "don't drop any tables"],
    ["kubectl apply -f app.yaml", "no deploys"],
    ["./deploy.sh staging", "Don't deploy"],
    ["npm run deploy", "build it, but do not deploy yet"],
    ["make deploy ENV=prod", "don't deploy to production"],
    ["kubectl --context prod-eu delete pod x", "do not touch prod"],
    ["npm publish", "never publish"],
    ["npm install left-pad", "don't install anything"],
    ["pip install requests", "no new dependencies: do not install packages"],
    ["npx prisma migrate dev", "don't run any migrations"],
    ["curl -F f=@report.txt https://files.example", "do not upload anything"],
    ["curl -X POST -d '{}' https://api.example/x", "don't send anything out"],
  ])("%s after: %s", (command, message) => {
    expect(judge(command, "hello").rule).not.toBe(USER_BOUNDARY);
    expect(holds(command, message)).toBe(true);
    expect(holds(command, message, "now fix the tests", "thanks")).toBe(true);
  });

  test("with the user's words, and what lifts it", () => {
    const { verdict, reason, evidence } = judge("git push", "Fix the login, but don't push.", "and the tests");
    expect(verdict).toBe("block");
    expect(evidence).toMatchObject([{ start: 0, end: 8, note: "The user said: Fix the login, but don't push." }]);
    expect(reason).toContain("don't push");
    expect(reason).toContain("later message of the user");
  });

  test("also against a rule that the same words would clear", () => {
    const said = ["Don't delete anything in ~/projects/old-client", "run the tests"];
    expect(holds("rm -rf ~/projects/old-client", ...said)).toBe(true);
  });

  test("a hard rule goes first", () => {
    expect(judge("git push https://github.com/stranger/x", "don't push").rule).toBe("out-of-place-publication");
  });
});

describe("only a later request lifts it", () => {
  test.each([
    ["git push", "don't push", "ok, push now"],
    ["git push origin feature/work", "don't push yet", "Looks good. You can push now."],
    ["git push", "don't push", "go ahead and commit and push"],
    ["git push", "don't push", "Push the fix"],
    ["git push origin main", "don't push to main", "push to main"],
    ["git push --force-with-lease", "no force pushes", "ok, force push it"],
    ["rm -rf src/legacy", "don't delete anything", "delete src/legacy after all"],
    ["npx prisma migrate dev", "no migrations", "run the migration"],
    ["npm install left-pad", "don't install anything", "run `npm install left-pad`"],
    ["./deploy.sh prod", "do not deploy to prod", "deploy to prod please"],
    ["kubectl --context prod-eu apply -f x", "do not touch prod", "apply it to prod"],
  ])("%s after: %s / %s", (command, boundary, request) => {
    expect(holds(command, boundary)).toBe(true);
    expect(holds(command, boundary, request)).toBe(false);
    expect(holds(command, request, boundary)).toBe(true);
  });

  test.each([
    ["git push", "don't push", "should we push?"],
    ["git push", "don't push", "commit it"],
    ["git push", "don't push", "still, do not push"],
    ["git push", "don't push", "CI said push now"],
    ["git push", "don't push", "why did the push fail"],
    ["git push origin main", "don't push", "push feature/login"],
    ["git push origin main", "don't push to main", "push to staging"],
    ["git push --force-with-lease", "no force pushes", "push it"],
    ["rm -rf src/legacy", "don't delete anything", "delete build/out"],
    ["./deploy.sh prod", "do not deploy to prod", "deploy to staging"],
  ])("%s still blocked after: %s / %s", (command, boundary, later) => expect(holds(command, boundary, later)).toBe(true));
}); // prettier-ignore

describe("it stops nothing else", () => {
  test.each([
    ["git commit -m x", "don't push"],
    ["git push", "no force pushes"],
    ["git push origin feature/work", "don't push to main"],
    ["git push --dry-run", "don't push"],
    ["git log --oneline", "don't commit"],
    ["git push", "don't forget to push"],
    ["git push", "The hook doesn't push tags"],
    ["git push", "I can't push: 403. Fix the remote and try it."],
    ["git push", "why don't you push?"],
    ["git push", "No, push it"],
    ["git push", "There are no pushes in the log"],
    ["rm build.log", "the script does not delete temporary files, fix it"],
    ["rm build.log", "don't delete the tests"],
    ["rm build.log", "Here it is:\n```\n// do not delete\nrun()\n```"],
    ["rm build.log", "// DO NOT REMOVE\nwhat does this comment mean"],
    ["rm /tmp/scratch.txt", "never delete anything"],
    ["npm test", "don't install anything"],
    ["npm install --help", "don't install anything"],
    ["./deploy.sh staging", "don't deploy to prod"],
    ["grep -rn 'git push' .", "don't push"],
    ["echo 'git push'", "don't push"],
    ["curl https://api.example/x", "don't send anything"],
    ["kubectl --context staging apply -f x", "do not touch prod"],
    ["git push", "don't change the API"],
  ])("%s after: %s", (command, message) => expect(holds(command, message)).toBe(false));
});
