import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "an archiver that deletes what it packed deletes",
  [
    "7z a -sdel /tmp/p.7z ~/Pictures",
    "7zz u /tmp/p.7z ~/Pictures -sdel",
    "rar m /tmp/p.rar ~/Pictures",
    "rar a -df /tmp/p.rar ~/Pictures",
  ],
  ["7z a /tmp/p.7z ~/Pictures", "7z a -sdel logs.7z logs", "rar a /tmp/p.rar ~/Pictures", "7z x p.7z -o/tmp/p"],
);

describeCommands(
  "what a commit holds is not put over what was changed since",
  ["git archive HEAD | tar -x", "git archive main lib | tar xf -", "git archive HEAD | gzip | tar xz"],
  ["git archive HEAD | tar -x -C /tmp/a", "git archive --prefix=a/ HEAD | tar x", "git archive HEAD | tar tf -"],
);
