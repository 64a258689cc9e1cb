import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a whole tree is not thrown back, however it is written",
  [
    "git restore ./lib",
    "git restore lib/",
    "git checkout ./lib",
    "git checkout main lib",
    "cd lib && git checkout -- ../",
    "git checkout -- ':/'",
    "git restore ':(top)*'",
    'git restore "*.*"',
    "git checkout -- lib/*",
    "git checkout -- ':!README.md'",
    "git restore ':^docs/a.md' ':(exclude,glob)**/*.snap'",
    "git checkout HEAD~1 ':!a.txt'",
  ],
  [
    "git restore ./lib/a.ts",
    "git checkout lib",
    "git checkout feature/lib",
    "git checkout -qb fix origin/main",
    "git checkout v2 -- lib/a.ts",
    "git checkout -- '*.lock'",
    "git checkout -- lib/*.snap",
    "git restore lib/a.ts ':!lib/b.ts'",
    "git checkout -- dist",
    "git checkout -- .idea/",
    "git checkout --recurse-submodules main",
  ],
);

describeCommands(
  "a list of all that was changed is all that was changed",
  [
    "git diff --name-only HEAD | xargs git restore",
    "git ls-files --modified | sort -u | xargs -r git checkout --",
    "git checkout -- $(git diff --name-only)",
    `git diff --name-only${" | cat".repeat(12)} | xargs git checkout --`,
    "git -C . --no-pager diff --name-status | cut -f2 | xargs git restore",
    "for f in $(git ls-files -m); do git checkout -- $f; done",
    "git status --porcelain | grep '^ M' | cut -c4- | xargs git restore --",
  ],
  [
    "git ls-files -d | xargs git checkout --",
    "git checkout -- $(git ls-files --deleted)",
    "git diff --name-only | grep '[.]snap$' | xargs git checkout --",
    "git diff --name-only -- '*.po' | xargs git restore",
    "git diff --name-only --diff-filter=D | xargs git restore",
    "git diff --name-only | xargs npx prettier --write",
  ],
);

describeCommands(
  "a forced change of branch throws changes away, wherever the letter stands",
  ["git checkout -fB try origin/main", "git checkout -qfb try", "git switch -fc try", "git switch -qfC try HEAD~1"],
  ["git checkout -Bfix origin/main", "git switch -c fix", "git switch -Cfix", "git checkout -b fix --track origin/fix"],
);

describeCommands(
  "a letter in another option's value rehearses nothing",
  [
    "git push -o -n -f origin main",
    "git push -on --force origin main",
    "git push --push-option --dry-run --force origin main",
    "git push --dry-run --no-dry-run -f origin main",
    "git clean -fd -e -n",
    "git clean -fdxen",
  ],
  ["git push -n --force origin main", "git push -f --dry-run origin main", "git clean -fdn", "git clean -nxfd -e a"],
);

describeCommands(
  "a diff of all that was changed, put back in reverse, throws it away",
  ["git diff | git apply -R", "git --no-pager diff HEAD -- . | git apply --reverse", "git diff | patch -p1 -R"],
  [
    "git diff lib/a.ts | git apply -R",
    "git diff | tee /tmp/a.patch | git apply -R",
    "git diff HEAD~1 HEAD | git apply -R",
    "git diff | git apply -R --check",
    "git diff --cached | git apply",
  ],
);
