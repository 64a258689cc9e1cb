import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a file outside the project is the user's until they name it",
  [
    "rm -f ~/notes.txt", "rm ~/.ssh/config", "unlink ~/Documents/report.docx", "rm ~/Documents/*.docx", "rm -f ~/Pictures/*.*", "cd ~ && rm notes.txt", "rm ../other/src/main.c",
    "find ~/notes.txt -delete", "echo x > ~/a.txt && rm ~/b.txt",
  ],
  [
    "rm notes.txt", "rm -f src/*.js", "rm /tmp/notes.txt", "rm ~/.cache/pip/x", "echo x > ~/a.txt && rm ~/a.txt", "ls ~/notes.txt", "rm --help", "grep -r 'rm ~/notes.txt' docs",
  ],
); // prettier-ignore

describeCommands(
  "nothing behind a slash is all before it",
  [
    'rm -rf "$PWD/$missing"', 'rm -rf ./"$1"', 'rm -rf "$PWD/$(cat x)"', 'rm -rf ./${TARGET}', 'for d in $(cat list); do rm -rf "./$d"; done',
  ],
  [
    'rm -rf "build/$1"', 'rm -rf "./dist-$1"', 'rm -rf "./$1.tmp"', 'for d in a b; do rm -rf "./$d"; done', 'X=dist; rm -rf "$PWD/$X"', 'rm -f ./"$1"',
  ],
); // prettier-ignore
