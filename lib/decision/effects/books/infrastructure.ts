import type { Book, Program } from "../deeds";
import { applies, blindApply, deploys, destroys } from "../deed-kinds";

const DESTROYS = destroys("destroys infrastructure");
const BLIND = blindApply("applies changes nobody has looked at");
const CHANGES = applies("changes infrastructure or its state");

const TERRAFORM: Program = {
  values: "-var -var-file -target -state -replace",
  does: [
    [null, "plan|validate|fmt|init|show|output|providers|version|graph|console|get|login", "state list|show|pull", "workspace list|show|select|new"],
    [DESTROYS, "destroy", "apply -destroy|--destroy", "workspace delete"],
    [BLIND, "apply -auto-approve|--auto-approve", "refresh -auto-approve", "state rm|push|replace-provider"],
    [CHANGES, "apply|import|taint|untaint|refresh|force-unlock", "state mv", "env delete"],
  ],
}; // prettier-ignore

const WIPES = destroys("destroys everything in a cloud account");
/** They only list until they are told to go ahead. */
const nukes = (go: string): Program => ({ values: "-c --config", does: [[WIPES, `** ${go}`]] });

export const INFRASTRUCTURE: Book = {
  terraform: TERRAFORM,
  tofu: TERRAFORM,
  tf: TERRAFORM,
  terragrunt: {
    values: "--terragrunt-working-dir --working-dir --terragrunt-config",
    does: [[DESTROYS, "destroy|destroy-all", "run-all|stack destroy", "run --all destroy", "run destroy"], [BLIND, "apply --terragrunt-non-interactive|--non-interactive|-auto-approve|--auto-approve", "run-all|apply-all apply", "run --all apply", "apply-all"], [CHANGES, "apply|import|state", "run|stack apply|run"]],
  },
  pulumi: {
    values: "-s --stack -C --cwd -m --message -p --parallel",
    does: [[null, "preview|pre|stack ls|stack select|config get|whoami|logs"], [DESTROYS, "destroy|down|dn", "stack rm", "state delete"], [BLIND, "up|update|refresh --yes|-y|--skip-preview|-f"], [CHANGES, "up|update|refresh|import|cancel", "state *", "stack import|rename"]],
  },
  cdk: {
    values: "-a --app -c --context --profile -o --output",
    does: [[null, "bootstrap --show-template"], [DESTROYS, "destroy"], [BLIND, "deploy --require-approval=never", "deploy --force|-f|--all", "deploy --hotswap"], [CHANGES, "deploy|import|bootstrap|migrate|gc|rollback"]],
  },
  cdktf: { does: [[DESTROYS, "destroy"], [BLIND, "deploy|apply --auto-approve"], [CHANGES, "deploy|apply"]] },
  sst: { does: [[DESTROYS, "remove"], [deploys("deploys"), "deploy"]] },
  sam: { does: [[DESTROYS, "delete"], [deploys("deploys"), "deploy|sync"]] },
  serverless: { does: [[DESTROYS, "remove"], [deploys("deploys"), "deploy|rollback"]] },
  sls: { does: [[DESTROYS, "remove"], [deploys("deploys"), "deploy|rollback"]] },
  "aws-nuke": nukes("--no-dry-run"),
  "gcp-nuke": nukes("--no-dry-run"),
  "azure-nuke": nukes("--no-dry-run"),
  "cloud-nuke": { unless: "--dry-run", does: [[WIPES, "aws|defaults-aws|azure|gcp"]] },
  crossplane: { does: [[CHANGES, "install|update **", "xpkg install|push"]] },
  packer: { does: [[applies("builds machine images"), "build --force|-force"]] },
  vagrant: { does: [[destroys("destroys the machine"), "destroy -f|--force"]] },
  "ansible-playbook": { unless: "--check -C --syntax-check --list-hosts --list-tasks --list-tags", does: [[DESTROYS, "** *destroy*.yml|*destroy*.yaml|*teardown*.yml|*teardown*.yaml|*wipe*.yml|*wipe*.yaml"], [applies("changes machines"), "*"]] },
  ansible: { unless: "--check -C --list-hosts --version -m|--module-name=ping|setup|debug|gather_facts|stat", does: [[null, "localhost"], [applies("runs something on machines"), "*"]] },
  "ansible-pull": { unless: "--check", does: [[applies("changes this machine"), "**"]] },
  salt: { unless: "test=true", does: [[null, "* test.*|grains.*|pillar.*|status.*|*.list*|*.get*"], [applies("changes machines"), "*"]] },
  "salt-call": { does: [[applies("changes this machine"), "** state.*|cmd.*"]] },
  "salt-key": { does: [[applies("changes which machines are managed"), "-d|-D|-a|-A|-r|-R|--delete|--delete-all|--accept-all"]] },
  "chef-client": { unless: "--why-run -W", does: [[applies("changes this machine"), "**"]] },
  knife: { does: [[null, "** list|show"], [destroys("deletes managed machines or their settings"), "** delete", "** bulk|purge"], [applies("changes machines"), "ssh|bootstrap|upload **", "** upload|create|edit"]] },
  puppet: { unless: "--noop", does: [[destroys("removes managed machines"), "node purge|deactivate|clean", "cert clean|revoke"], [applies("changes machines"), "apply|agent **"]] },
  bolt: { unless: "--noop", does: [[applies("changes machines"), "command|script|task|plan|apply run|*"]] },
  nixops: { does: [[DESTROYS, "destroy|delete"], [CHANGES, "deploy|reboot"]] },
  "nixos-rebuild": { does: [[applies("changes this machine"), "switch|boot"]] },
  octo: { does: [[deploys("deploys"), "deploy-release|promote-release"], [DESTROYS, "delete-*"]] },
  spinnaker: { does: [[deploys("deploys"), "** execute|save"]] },
  spin: { does: [[deploys("deploys"), "pipeline execute", "deploy"], [DESTROYS, "** delete"]] },
}; // prettier-ignore
