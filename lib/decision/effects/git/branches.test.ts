import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a branch that others build on is not moved away from where its remote has it without asking",
  [
    "git checkout -B main HEAD~9",
    "git checkout -qBmain 1a2b3c4",
    "git switch -C develop HEAD~9",
    "git switch --force-create=main v1.0",
    "git branch -f main HEAD~9",
    "git branch --force release/2 HEAD~9",
    "git worktree add -B main ../copy HEAD~9",
    "git update-ref refs/heads/main HEAD~9",
  ],
  [
    "git checkout -B main origin/main",
    "git branch -f main origin/main",
    "git branch -f main @{upstream}",
    "git switch -C feature/work HEAD~1",
    "git branch -f backup main",
    "git worktree add ../copy main",
    "git worktree add -B try ../copy main",
    "git update-ref refs/heads/try HEAD",
    "git branch -M main",
    't=$(mktemp -d); git init "$t"; cd "$t"; git checkout -B main',
  ],
);

describeCommands(
  "a push goes to the branch that is checked out by then",
  [
    "git checkout main && git reset --soft HEAD~2 && git push --force-with-lease",
    "git switch develop; git push --force-with-lease origin HEAD",
    "git push --force-with-lease origin feature/work main",
  ],
  [
    "git checkout -b fix && git push --force-with-lease",
    "git checkout main && git pull && git checkout feature/work && git push --force-with-lease",
    "git checkout main -- a.txt; git push --force-with-lease",
    "git checkout -b deploy/cache && git push -u origin HEAD",
    "git push --force-with-lease origin feature/a feature/b",
  ],
);

describeCommands(
  "a push option that switches nothing off is free",
  ["git push -o ci.skip", "git push -o ci.skip=true", "git push -o skip-ci origin feature/work"],
  ["git push -o ci.skip=false", "git push -o ci.variable=A=1 origin feature/work"],
);

describeCommands(
  "a stash is dropped where what it holds is at hand, or was named when it was put there",
  [
    "git stash drop",
    "git stash push -m wip && git stash drop",
    "git stash push -- lib && git stash drop",
    "git stash push a.ts; git stash drop",
    "git stash apply stash@{2} && git stash drop",
    "git stash apply; git stash drop",
  ],
  [
    "git stash push -m wip -- lib/a.ts && git stash drop",
    "git stash apply && git stash drop",
    "git stash apply stash@{2} && git stash drop stash@{2}",
    "git stash pop",
  ],
);

describeCommands(
  "hooks are looked for where projects keep them, in this repository alone",
  [
    "git config core.hooksPath /dev/null",
    "git config core.hooksPath empty",
    "git config --global core.hooksPath .husky",
    "git -c core.hooksPath=.husky commit -m x",
    "git config core.hooksPath ../other/.githooks",
  ],
  [
    "git config core.hooksPath .husky",
    "git config --local core.hooksPath .githooks",
    "git config set core.hooksPath .husky/_",
  ],
);
