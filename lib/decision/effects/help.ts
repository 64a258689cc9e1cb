import type { SimpleCommand } from "../shell/types";

/** Programs that are told what to do by their first word, and print help for `-h` at the end or for the word `help`. */
const TOLD_BY_WORDS = new Set([
  "docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "helm", "helmfile", "kind", "minikube", "k3d", "skaffold", "argocd", "flux", "eksctl", "istioctl", "velero",
  "terraform", "tofu", "terragrunt", "pulumi", "cdk", "packer", "vault", "consul", "nomad", "aws", "gcloud", "az", "doctl", "fly", "flyctl", "heroku", "vercel", "netlify", "wrangler", "firebase", "supabase", "railway",
  "gh", "glab", "npm", "pnpm", "yarn", "bun", "deno", "cargo", "go", "pip", "pip3", "uv", "poetry", "pdm", "conda", "brew", "gem", "composer", "dotnet", "mvn", "prisma", "stripe", "op", "doppler",
]); // prettier-ignore
/** What follows is another program's: its `-h` may mean anything. */
const RUNS = /^(?:run|exec|x|dlx|ssh|shell|rsh|debug|develop|create|compose)$/;
const HELP = /^-(?:h|help)$/;

/** `terraform destroy -help`, `gh pr merge -h`, `kubectl help delete`, `aws ec2 terminate-instances help`. */
export function asksForHelp({ name, args }: SimpleCommand): boolean {
  const last = args.at(-1)?.value;
  if (last === undefined || !TOLD_BY_WORDS.has(name)) return false;
  if (args[0]?.value === "help") return true;
  // Behind another flag it may be that one's value.
  if (args.at(-2)?.value.startsWith("-") === true || args.some(({ value }) => value === "--" || RUNS.test(value)))
    return false;
  return HELP.test(last) || (last === "help" && name === "aws" && args.length > 1);
}
