import type { Book } from "../deeds";
import { account, approval, chatOps, ciBypass, deploys, exposes, forgeDelete, grant, message, persists, publicSurface, review, secretWrite } from "../deed-kinds"; // prettier-ignore

const REPOSITORY = {
  kind: "external-write",
  note: "deletes, moves or closes a repository",
  traits: { what: "repository" },
} as const;
const STRANGER = {
  kind: "external-write",
  note: "writes to somebody else's repository",
  traits: { what: "external-pr" },
} as const;
const MERGES = review("merges a pull request");
const APPROVES = approval("approves a pull request");
const UNCHECKS = ciBypass("turns checks off");
const COMMENTS = chatOps("triggers automation by a comment");
const DELETED = forgeDelete("deletes something on the forge");

const REWRITES = {
  kind: "git-force-push",
  note: "moves or deletes branches on the forge",
  traits: { lease: false, shared: true },
} as const;

/** Comments that robots obey. */
const OBEYED = [
  "atlantis*apply*",
  "atlantis*unlock*",
  "/deploy*",
  "/merge*",
  "/approve*",
  "/lgtm*",
  "/retest*",
  "/test*",
  "/ok-to-test*",
  "/rebase*",
  "/rerun*",
  "/release*",
  "/promote*",
  "/rollback*",
  "/override*",
  "/run*",
  "/terraform*",
  "@dependabot*",
  "@renovate*",
  "@mergify*",
  "@github-actions*",
  "bors*",
  "@bors*",
  "/azp*",
  "digger*",
  "/integrate*",
  "/ship*",
  "/skip*",
  "/cherry-pick*",
  "@claude*",
];
const commenting = (verbs: string, flag: string) => OBEYED.map((text) => `${verbs} ${flag}=${text}`);

const API_WRITES = "-X|--method=put|post|patch|delete";
/** `gh api` posts as soon as it is given fields. */
const writing = (paths: string) => [`api ${paths} ${API_WRITES}`, `api ${paths} -f|-F|--field|--raw-field|--input !-X|--method`]; // prettier-ignore
const mutating = (...names: string[]) => names.map((name) => `api graphql -f|-F|--field|--raw-field=*${name}*`);

export const FORGES: Book = {
  gh: {
    values: "-R --repo -X --method -H --header -f -F --field --raw-field --input --jq -q --hostname -b --body -t --title -l --label",
    does: [
      [REPOSITORY, "repo delete|archive|unarchive|rename|transfer"],
      [publicSurface("makes a repository public"), "repo edit --visibility=public", "repo create --public --push", "repo create --public --source"],
      [UNCHECKS, "workflow disable", "run cancel|delete", "cache delete", "ruleset delete", ...writing("*protection*|*rulesets*"), ...mutating("branchprotectionrule", "repositoryruleset"), "pr merge --admin"],
      [null, "pr merge --disable-auto !--admin"],
      [MERGES, "pr merge", `api *pulls/*merge -X|--method=put`, `api *merges ${API_WRITES}`, ...mutating("mergepullrequest", "enablepullrequestautomerge", "mergebranch")],
      [APPROVES, "pr review --approve|-a", `api *pulls/*reviews -f|-F|--field|--raw-field=event=approve`, ...mutating("addpullrequestreview")],
      [message("closes a pull request and deletes its branch"), "pr close --delete-branch|-d"],
      [COMMENTS, ...commenting("pr|issue comment", "--body|-b")],
      [grant("grants access"), ...writing("*collaborators*|*hooks*|*/keys*|*memberships*|*permissions*|*invitations*|*installations*|*teams/*|*deploy_keys*"), "repo deploy-key add", "org|team **"],
      [secretWrite("writes secrets or keys"), "secret|variable set|delete|remove", "ssh-key|gpg-key add|delete", ...writing("*secrets*|*variables*")],
      [account("changes what the account may do"), "auth refresh --scopes|-s"],
      [{ kind: "publish", note: "publishes a release", traits: { act: "release" } }, "release create !--draft|-d", "release delete|upload|edit|delete-asset"],
      [STRANGER, "repo fork", "pr create --repo|-R"],
      [deploys("starts a deployment"), "workflow run *deploy*|*release*|*prod*|*publish*", "api *dispatches -X|--method=post", "api *deployments -X|--method=post"],
      [exposes("tunnel", "makes a port public"), "codespace|cs ports visibility *:public"],
      [REWRITES, ...mutating("deleteref", "updaterefs", "force: true", "force:true")],
      [DELETED, "api -X|--method=delete", "issue|gist|label|project|codespace|cs|ruleset|release|extension delete", "repo deploy-key|autolink delete", "project item-delete|field-delete"],
    ],
  },
  glab: {
    values: "-R --repo -X --method -H --header -f -F --field --raw-field -m --message",
    does: [
      [REPOSITORY, "repo delete|archive|transfer"],
      [UNCHECKS, "ci|pipeline|pipe delete|cancel", "schedule delete|update", "api *protected_branches*|*approval*|*push_rule* -X|--method=put|post|patch|delete"],
      [MERGES, "mr merge|accept", "api *merge_requests/*merge -X|--method=put"],
      [APPROVES, "mr approve", "api *merge_requests/*approve -X|--method=post"],
      [COMMENTS, ...commenting("mr|issue note|comment", "--message|-m")],
      [grant("grants access"), "api *members*|*hooks*|*deploy_keys*|*access_tokens*|*share* -X|--method=put|post|patch|delete", "token create|revoke|rotate", "deploy-key|ssh-key add|delete"],
      [secretWrite("writes secrets"), "variable set|update|delete", "api *variables* -X|--method=put|post|patch|delete", "securefile **"],
      [{ kind: "publish", note: "publishes a release", traits: { act: "release" } }, "release create|upload"],
      [STRANGER, "repo fork"],
      [DELETED, "api -X|--method=delete", "release|issue|label|mr|milestone|snippet|cluster delete"],
    ],
  },
  hub: { does: [[REPOSITORY, "delete"], [STRANGER, "fork"], [{ kind: "publish", note: "publishes a release", traits: { act: "release" } }, "release create|edit|delete"], [MERGES, "merge"]] },
  tea: { does: [[MERGES, "pr|pulls merge|m"], [APPROVES, "pr|pulls approve|lgtm|a"], [REPOSITORY, "repos|repo delete|rm"], [DELETED, "** delete"]] },
  az: {
    does: [
      [MERGES, "repos pr update --status=completed", "repos pr update --auto-complete=true", "repos pr create --auto-complete=true"],
      [APPROVES, "repos pr set-vote --vote=approve*"],
      [UNCHECKS, "repos policy ** update|delete|create", "repos pr update --bypass-policy=true", "pipelines delete"],
      [REPOSITORY, "repos delete"],
    ],
  },
  "jenkins-cli": { values: "-s -auth", does: [[UNCHECKS, "disable-job|stop-builds|quiet-down|keep-build"], [DELETED, "delete-*|clear-queue|groovy|groovysh|shutdown|safe-shutdown|restart|safe-restart"]] },
  java: { values: "-s -auth", does: [[persists("runner", "makes this machine run the jobs of a build server"), "*agent.jar|*slave.jar -url|-jnlpUrl|-secret"], [UNCHECKS, "*jenkins-cli.jar disable-job|stop-builds|quiet-down"], [DELETED, "*jenkins-cli.jar delete-*|clear-queue|groovy|groovysh|shutdown|safe-shutdown|restart|safe-restart"]] },
  gerrit: { does: [[APPROVES, "review --code-review|--label|--verified"], [MERGES, "review --submit"]] },
}; // prettier-ignore
