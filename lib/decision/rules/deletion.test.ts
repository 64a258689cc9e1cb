import { expect, test } from "vitest";
import { classify } from "@/lib/decision/classify";
import { bash } from "@/lib/decision/testing";
import { NOTHING_TRUSTED } from "@/lib/decision/types";
import { describeCommands } from "@/lib/testing/describe-commands";

const verdictOf = (command: string) => classify(bash(command), NOTHING_TRUSTED).verdict;

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
  "what is found above the project is not the project's",
  ["find .. -name '*.log' -delete", "find .. -type d -name node_modules -exec rm -rf {} +", "find .. -name '*.tmp' | xargs rm -f"],
  ["find . -name '*.log' -delete", "find $PWD -name '*.tmp' | xargs rm -f", "find ./src -name '*.orig' -delete", "find * -maxdepth 0 -name b -prune -o -exec rm -rf {} \\;"],
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

test("what a person is asked about first, file by file, is for a person", () => {
  for (const command of [
    "find /mnt/zip -name '*prefs copy' -print0 | xargs -0 -p /bin/rm", "find ~/notes -name '*.txt' | xargs --interactive rm",
    "find ~/notes -name '*.txt' -ok rm {} \\;", "rm -ri ~/notes/old", "rm -r -i ~/notes/old", "rm -fri ~/notes/old",
  ]) expect(verdictOf(command), command).toBe("ask");
  for (const command of [
    "find ~/notes -name '*.txt' | xargs rm", "yes | find ~/notes -name '*.txt' -ok rm {} \\;", "yes | rm -ri ~/notes/old", "rm -rif ~/notes/old", "rm -ri --force ~/notes/old",
    "rm -ri ~/notes/old <<< y", "script -c 'rm -ri ~/notes/old'", "rm -ri ~", "find ~/notes -name '*.txt' | xargs -p bash -c 'rm -rf ~/notes'  < /dev/null; rm -rf ~/notes/old", "find ~ -type f | xargs -p rm -rf ~",
  ]) expect(verdictOf(command), command).toBe("block");
}); // prettier-ignore
