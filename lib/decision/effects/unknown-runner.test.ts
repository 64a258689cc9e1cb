import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "what an unknown program is given to run is judged",
  [
    "with-live-role kubectl delete ns live",
    "run-as --verbose terraform destroy -auto-approve",
    "company-cli exec live -- aws s3 rb s3://acme-logs --force",
    "envrun -- psql -h db.acme.com -c 'drop table users'",
    "keyring-exec -- npm publish",
  ],
  [
    "with-live-role kubectl get pods",
    "my-search terraform destroy.tf",
    "asdf install terraform 1.9.0",
    "company-cli config set terraform destroy",
    "company-cli stripe docs open",
    "company-cli docs -- install curl",
    "which terraform kubectl",
    "pytest -k 'git push' -- tests",
    "my-cli get delete",
  ],
);
