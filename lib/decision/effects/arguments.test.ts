import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a verb is found behind options that nobody here knows",
  [
    "kubectl --some-option 5 delete ns live",
    "kubectl -v 9 --as-group ops delete pvc data",
    "helm --history-max 3 uninstall shop",
    "pulumi --tracing file.log destroy --yes",
    "npm --scope @acme --cache /tmp/c publish",
  ],
  ["kubectl -v 6 get pods", "helm --burst-limit 10 list", "pulumi --color never preview", "npm --scope @acme view x"],
);

describeCommands(
  "a rehearsal is believed only where the flag is one, and the last one counts",
  [
    "rsync -a --delete /tmp/none/ ~/Pictures --exclude -n",
    "kubectl delete ns live --namespace --dry-run=client",
    "kubectl delete ns live -- --dry-run=client",
    "kubectl delete ns live --dry-run=client --dry-run=none",
    "git push --force origin main --dry-run --no-dry-run",
    "npm publish --dry-run --dry-run=false",
    "POSIXLY_CORRECT=1 rm -rf ~/Pictures --help",
    "export POSIXLY_CORRECT=y; sudo rm -rf ~/Pictures --help",
  ],
  [
    "rsync -an --delete /tmp/none/ ~/Pictures --exclude x",
    "kubectl delete ns live --dry-run=client",
    "npm publish --dry-run",
    "rm --help",
    "git push --dry-run --force origin main",
  ],
);

describeCommands(
  "any beginning of an option of git or the core tools is that option",
  [
    "git reset --ha HEAD~2",
    "git push --de origin main",
    "git clean --fo -d",
    "rm --rec ~/Pictures",
    "rm --r --f ~/Pictures",
  ],
  ["git reset --so HEAD~1", "git status --sh", "git log --on"],
);
