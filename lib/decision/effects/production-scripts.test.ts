import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a script that deploys or migrates is not run for production unasked",
  [
    "./scripts/deploy.sh -e prod",
    "bash deploy.sh production",
    "npm run deploy -- --env=production",
    "pnpm deploy:prod",
    "make migrate ENV=production",
    "just rollback-prod",
  ],
  [
    "./scripts/deploy.sh -e staging",
    "./scripts/deploy.sh --env production --dry-run",
    "npm run build:prod",
    "make build ENV=production",
    "cat scripts/deploy.sh production.md",
  ],
);
