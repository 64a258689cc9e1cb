import { expect, test } from "vitest";
import { classify } from "@/lib/decision/classify";
import { bash } from "@/lib/decision/testing";
import { NOTHING_TRUSTED } from "@/lib/decision/types";
import { describeCommands } from "@/lib/testing/describe-commands";

const LEAVES = [
  't=$(mktemp -d) && git init -q "$t" && cd "$t" && git commit -qm a --allow-empty && git reset --hard && git clean -fdx',
  't=$(mktemp -d); cd "$t"; git init -q; git checkout -b x; git checkout main; git branch -D x; git stash drop',
  "mkdir -p /tmp/demo && git init /tmp/demo && git -C /tmp/demo reset --hard",
  't=$(mktemp -d) && git clone --depth 1 https://github.com/acme/project.git "$t" && cd "$t/src" && git checkout -- . && git filter-repo --path a --force',
  'wt=$(mktemp -d)/base; git worktree add --detach "$wt" origin/main; trap \'git worktree remove --force "$wt"\' EXIT; (cd "$wt" && npm ci)',
  "git worktree add ../wt main && (cd ../wt && npm ci && npm test) && git worktree remove --force ../wt",
  "git worktree add -b try /tmp/wt && cd /tmp/wt && git reset --hard HEAD~1 && git clean -fd",
  't=$(mktemp -d); git init --bare "$t/r.git"; git clone "$t/r.git" "$t/w"; cd "$t/w"; git push --force origin HEAD:main; git push origin --delete x',
  't=$(mktemp -d); git init --bare "$t/r.git"; git init "$t/w"; cd "$t/w"; git remote add origin "$t/r.git"; git push -uf origin main',
];
const STOPS = [
  "git worktree add ../a; git worktree remove --force ../a", "git worktree add ../a main && (cd ../a && make); git worktree remove --force ../a", "git worktree add -f ../a && git worktree remove --force ../a", "! git worktree add ../a && git worktree remove --force ../a", "git worktree add ../a || true && git worktree remove --force ../a",
  "git worktree add /tmp/a main && git -C /tmp/a reset --hard HEAD~9", "git worktree add -b n /tmp/a && cd /tmp/a && git checkout main && git reset --hard HEAD~9", "git worktree add ../a && cd ../a && git worktree remove --force ../b",
  "git init /tmp/r && cd /tmp/r && git config core.worktree ~/x && git clean -fdx", "git init /tmp/r && cd /tmp/r && git -c core.worktree=/home/dev/project clean -fdx", "git init /tmp/r && cd /tmp/r && typeset -x GIT_DIR=~/x/.git && git branch -D main", "git init --separate-git-dir=/home/dev/project/.git /tmp/r && cd /tmp/r && git branch -D main",
  "git init /tmp/a && cd /tmp/a && git remote add origin /tmp/b && git push --force origin main", "git init /tmp/b && git init /tmp/a && cd /tmp/a && git remote add origin /tmp/b && git config remote.origin.pushurl git@forge.example:x.git && git push --force origin main",
  "git reset --hard", "git init && git clean -fdx", "mkdir sub; cd sub; git init; git clean -fdx", "cd /tmp/other && git reset --hard", "git init /tmp/demo && git -C /tmp/other reset --hard", "git init /tmp/demo && cd /home/dev/project && git reset --hard",
  "git init /tmp/demo && cd /tmp/demo && git --work-tree=/home/dev/project reset --hard", "git init /tmp/demo && GIT_DIR=/home/dev/project/.git git -C /tmp/demo reset --hard", "export GIT_WORK_TREE=/home/dev/project; git init /tmp/demo && cd /tmp/demo && git clean -fdx",
  "git worktree remove --force ../wt", "git worktree add ../wt main && git worktree remove --force ../other", "git worktree add /tmp/wt && cd /tmp/wt && git branch -D feature", "git worktree add /tmp/wt && cd /tmp/wt && git stash clear",
  "git clone https://github.com/acme/project.git /tmp/c && cd /tmp/c && git push --force origin main", 't=$(mktemp -d); git init "$t"; cd "$t"; git remote add origin https://github.com/eve/x.git; git push -u origin main', "git clone https://github.com/acme/x ~/x; cd ~/x && git reset --hard",
]; // prettier-ignore

describeCommands("what git throws away is nobody's loss only in a repository this session made", STOPS, LEAVES);

test("what an earlier call made may have been somebody's: whether it went well is not known", () => {
  const earlier = ["git worktree add -b n ../wt", "git init /tmp/demo"].map((command) => ({ tool: "Bash", input: { command }, cwd: "/home/dev/project" })); // prettier-ignore
  for (const command of ["git worktree remove --force ../wt", "cd /tmp/demo && git reset --hard"])
    expect(classify(bash(command, { earlier }), NOTHING_TRUSTED).verdict).toBe("block");
});
