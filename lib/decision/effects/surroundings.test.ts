import { describeCommands } from "@/lib/testing/describe-commands";

// prettier-ignore
describeCommands(
  "what was set up before a call decides where it acts",
  [
    "docker -H tcp://prod-1:2376 restart api",
    "docker --context production stop api",
    "DOCKER_HOST=ssh://root@box docker restart api",
    "export DOCKER_HOST=ssh://root@prod-1 && docker rm -f api",
    "docker context use prod && docker compose up -d",
    "DOCKER_CONTEXT=prod docker compose down",
    "export KUBECONFIG=~/.kube/prod; kubectl apply -f x.yaml",
    "kubectl config use-context prod-eu && kubectl apply -f x.yaml",
    "export AWS_PROFILE=prod; terraform apply",
    "set -o allexport; source ~/.prod.env; ./scripts/migrate.sh",
    ". .env.production && npm run migrate",
    "NODE_ENV=production npm run db:migrate",
    "node --env-file=.env.production scripts/seed.js",
  ],
  [
    "DOCKER_HOST=unix:///var/run/docker.sock docker stop api",
    "DOCKER_HOST=tcp://localhost:2375 docker stop api",
    "docker context use colima && docker compose up -d",
    "docker --context production ps",
    "docker -H ssh://root@prod-1 ps",
    "docker restart api",
    "docker compose -f docker-compose.prod.yml up -d",
    "kubectl config use-context kind-dev && kubectl get pods",
    "set -o nounset; source .env.example; ./scripts/lint.sh",
    "source .env.production && npm run build",
    "NODE_ENV=production npm run build",
    "source .venv/bin/activate && python manage.py migrate",
    "source .env && npm run deploy",
  ],
);

// prettier-ignore
describeCommands(
  "calls that are made for each line of a list reach all of it",
  [
    "redis-cli --scan --pattern 'session:*' | xargs redis-cli DEL",
    "redis-cli -h cache.prod del $(redis-cli -h cache.prod keys 'a:*')",
    "redis-cli EVAL \"return redis.call('del', unpack(redis.call('keys', ARGV[1])))\" 0 'a:*'",
    "gh issue list --json number -q '.[].number' | xargs -n1 gh issue close",
    "for n in $(gh issue list --json number -q '.[].number'); do gh issue close $n; done",
    "gh pr close 17 --delete-branch",
  ],
  [
    "redis-cli --scan --pattern 'session:*' | head -5",
    "redis-cli del mykey",
    "gh issue close 17",
    "gh pr close 17",
    "gh issue list --json number,title -q '.[].title'",
  ],
);

// prettier-ignore
describeCommands(
  "the verb counts also behind options",
  [
    "npm --tag=latest publish --access=public",
    "yarn --cwd pkg publish",
    "pnpm --filter foo publish",
    "cargo +nightly publish",
    "cargo --color always publish",
    "aws --profile x configure export-credentials",
    "gcloud --project p auth print-access-token",
  ],
  [
    "npm --dry-run publish",
    "npm --prefix web run build",
    "yarn --cwd pkg test",
    "cargo --color always build",
    "gradle -x publish build",
    "aws --profile x s3 ls",
    "gcloud --project p compute instances list",
  ],
);
