import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a secret is read by whatever prints it, also where that is not what the program is for",
  [
    "diff /dev/null ~/.ssh/id_ed25519",
    "diff -y ~/.aws/credentials /tmp/a",
    "cmp -l ~/.ssh/id_ed25519 /dev/zero",
    "git diff --no-index /dev/null ~/.netrc",
    "git config --file ~/.pypirc --list",
    "git grep --no-index key ~/.aws/credentials",
    "git cat-file -p $(git hash-object -w ~/.netrc)",
    "date --file=$HOME/.aws/credentials",
    "file -f ~/.aws/credentials",
    "sh -v ~/.aws/credentials",
    "kubectl create secret generic a --from-file=key=$HOME/.ssh/id_ed25519 --dry-run=client -o json",
    "echo 'filebase64(\"~/.ssh/id_ed25519\")' | terraform console",
  ],
  [
    "diff -q ~/.aws/credentials /tmp/a",
    "diff .env .env.example",
    "cmp ~/.ssh/id_ed25519 /tmp/a",
    "git diff --no-index a.txt b.txt",
    "git config -f .gitmodules --get-regexp path",
    "git hash-object package.json",
    "date -d tomorrow",
    "file ~/.ssh/id_ed25519",
    "bash -x scripts/build.sh",
    "kubectl create configmap a --from-file=app.json --dry-run=client -o yaml",
    "terraform console <<< 'file(\"app.json\")'",
  ],
);
