import type { Book, Program } from "../deeds";
import { approval, ciBypass, deploys, publishes, secretWrite, stopsWork } from "../deed-kinds";

const SECRETS = secretWrite("writes secrets that pipelines share");
const UNCHECKS = ciBypass("changes or stops what pipelines check");
const APPROVES = approval("approves a step that waits for a person");
const RELEASES = deploys("starts a job that deploys");

/** What people call jobs that reach customers. */
const REACHES = "*deploy*|*release*|*prod*|*publish*|*rollout*|*promote*|*migrat*";

const JENKINS: Program["does"] = [
  [SECRETS, "create-credentials*|update-credentials*|delete-credentials*|import-credentials*"],
  [UNCHECKS, "create-job|update-job|copy-job|reload-*|install-plugin|disable-plugin|set-build-result|create-node|update-node|offline-node|connect-node|disconnect-node"],
  [RELEASES, `build ${REACHES}`],
]; // prettier-ignore

const DRONE: Program = {
  values: "-s --server -t --token",
  does: [
    [SECRETS, "secret|orgsecret|registry|global-secret add|update|rm|delete", "organization|org|repo|repository|admin secret|registry add|update|rm|delete"],
    [deploys("promotes a build"), "build|pipeline promote|rollback|deploy", "deploy"],
    [APPROVES, "build|pipeline approve"],
    [UNCHECKS, "build|pipeline kill|stop|decline", "queue pause", "repo disable|update|chown|repair", "repo update --trusted"],
  ],
}; // prettier-ignore

/** `act -j deploy`: the job runs here, with what it deploys by. */
const ON_THIS_MACHINE: Program = { values: "-W --workflows -P --platform --env-file --var-file", unless: "-n --dryrun -l --list -g --graph --validate --preview", does: [[deploys("runs a job that deploys"), `-j|--job=${REACHES}`, REACHES, `-W|--workflows=${REACHES}`]] }; // prettier-ignore

/** What the tools of build services do besides deleting (services.ts). */
export const CI: Book = {
  circleci: { values: "--token --host", does: [[SECRETS, "context store-secret|remove-secret|delete|create|restriction **", "context secret set|delete"], [publishes("publishes an orb"), "orb publish|unlist"], [UNCHECKS, "policy push|settings", "runner ** create|delete", "project ** create|update"], [RELEASES, `pipeline|run|trigger ** ${REACHES}`]] },
  travis: { values: "-r --repo -t --token", does: [[SECRETS, "env set|unset|clear|copy", "sshkey upload|generate|delete"], [UNCHECKS, "disable|cancel|settings **", "enable|requests --create"]] },
  "buildkite-agent": { does: [[UNCHECKS, "pipeline upload --replace", "step update|cancel", "build cancel"]] },
  bk: { values: "-p --pipeline -o --org", does: [[APPROVES, "job unblock"], [UNCHECKS, "build|job cancel", "agent stop", "pipeline update"], [RELEASES, `build create|new -p|--pipeline=${REACHES}`, `build create|new ** ${REACHES}`]] },
  drone: DRONE,
  "woodpecker-cli": DRONE,
  act: ON_THIS_MACHINE,
  "gitlab-ci-local": ON_THIS_MACHINE,
  tkn: { values: "-n --namespace", does: [[RELEASES, `pipeline|p|task|t|clustertask start ${REACHES}`], [stopsWork("stops what pipelines run"), "pipelinerun|pr|taskrun|tr cancel"]] },
  argo: { values: "-n --namespace", does: [[RELEASES, `submit|resubmit ** ${REACHES}`, `submit --from=${REACHES}`], [stopsWork("stops workflows"), "stop|terminate|suspend|delete|cron"], [APPROVES, "resume"]] },
  fly: { values: "-t --target", does: [[UNCHECKS, "set-pipeline|sp|pause-pipeline|pp|pause-job|pj|archive-pipeline|ap|abort-build|ab|set-team|st|land-worker|prune-worker|clear-task-cache"], [RELEASES, `trigger-job|tj -j|--job=${REACHES}`]] },
  sem: { does: [[SECRETS, "create|edit|delete|apply secret|secrets **"], [UNCHECKS, "stop **"]] },
  codefresh: { does: [[SECRETS, "create|replace|patch|delete context|secret **"], [RELEASES, `run ${REACHES}`]] },
  glab: { values: "-R --repo", does: [[RELEASES, `ci|pipeline|pipe trigger|run|run-trig|retry ** ${REACHES}`, `ci|pipeline|pipe run|run-trig -b|--branch=${REACHES}`]] },
  az: { values: "--organization --org --project -p --detect", does: [[SECRETS, "pipelines variable|variable-group ** create|update|delete", "pipelines variable|variable-group create|update|delete"], [APPROVES, "pipelines approval ** update"]] },
  "jenkins-cli": { values: "-s -auth", does: JENKINS },
  java: { values: "-s -auth", does: JENKINS.map(([deed, ...lines]) => [deed, ...lines.map((line) => `*jenkins-cli.jar ${line}`)]) },
  werf: { does: [[RELEASES, "converge|bundle"], [stopsWork("removes what it deployed"), "dismiss|cleanup|purge"]] },
}; // prettier-ignore
