import type { Book, Program } from "../deeds";
import { account, certificates, flagWrite, grant, logging, message, nameChange, secretWrite, serviceDelete, transaction } from "../deed-kinds"; // prettier-ignore

const VERBS = "delete|delete-*|delete_*|rm|remove|remove-*|destroy|purge|purge_*|forget|prune|unregister|reset|del|terminate|wipe|*:delete|*:remove|*:destroy|*:reset"; // prettier-ignore
const DELETED = serviceDelete("deletes something at a shared service");
/** The verb comes after at most three names. */
const deletes = (...more: readonly string[]): Program["does"][number] => [DELETED, VERBS, `* ${VERBS}`, `* * ${VERBS}`, `* * * ${VERBS}`, "--delete|--delete-config", ...more]; // prettier-ignore

/** Tools of services that teams share. What they delete there, version control does not bring back. */
const SERVICES = [
  "circleci", "travis", "buildkite-agent", "bk", "drone", "woodpecker-cli", "fly-ci", "tkn", "deck", "kong", "apigeecli", "apigeetool", "tyk-cli", "datadog-ci", "newrelic", "gitlab-runner", "snyk", "jfrog", "jf",
  "cloudsmith", "ibmcloud-cr", "mongocli", "atlas-cli", "confluent", "ccloud", "aiven", "avn", "turso", "upstash", "convex", "appwrite", "nhost", "contentful", "sanity", "algolia", "meilisearch", "typesense", "shippo", "mailchimp", "postmark",
  "jira", "acli", "linear", "asana", "trello", "notion", "zoom", "slack", "square", "braintree", "paypal", "shopify-cli", "sfdx", "sf", "hs", "zendesk", "huggingface-cli", "hf", "wandb", "mlflow", "dvc-remote", "databricks", "dbt-cloud", "airbyte",
  "astro", "prefect", "dagster-cloud", "temporal", "tctl", "flagsmith", "configcat", "growthbook", "statsig", "keycloak", "kcadm", "ory", "teleport", "tctl-auth", "boundary", "tailscale-api", "cloudflare", "linkerd-viz", "harbor", "quay", "nexus",
]; // prettier-ignore

const FLAGS = flagWrite("changes a feature flag");
const ENTERS = secretWrite("writes to the secret store");

export const SERVICE_TOOLS: Book = {
  ...Object.fromEntries(SERVICES.map((name) => [name, { does: [deletes()] }] as const)),
  "gitlab-rake": { does: [deletes("gitlab:backup:restore|gitlab:setup|db:reset|gitlab:cleanup:*")] },

  vault: {
    values: "-address -namespace -mount",
    does: [
      [null, "write auth/*/login", "login|status|read|list|token lookup|print"],
      [logging("turns the audit of the secret store off"), "audit disable"],
      [ENTERS, "kv put|delete|destroy|patch|undelete|rollback|enable-versioning", "kv metadata put|delete|patch", "write|delete|patch", "policy write|delete", "auth|audit|secrets|plugin enable|disable|move|tune|register|deregister", "token create|revoke|renew", "lease revoke", "operator *", "namespace create|delete|patch"],
    ],
  },
  op: { does: [[ENTERS, "item|document|vault|user|group|connect|service-account create|edit|delete|move|share|provision|suspend|confirm|grant|revoke|template", "vault|group user|group grant|revoke"]] },
  bw: { does: [[ENTERS, "create|edit|delete|restore|move|confirm|share|import|send"]] },
  doppler: { does: [[ENTERS, "secrets set|upload|delete|rename", "configs|projects|environments create|delete|update|rename|lock|unlock|clone", "configs tokens|logs create|revoke|rollback"]] },
  infisical: { does: [[ENTERS, "secrets set|delete|folders"]] },
  chamber: { does: [[ENTERS, "write|delete|import"]] },
  "aws-vault": { does: [[ENTERS, "add|remove|rotate|clear"]] },
  pass: { does: [[ENTERS, "insert|edit|rm|remove|delete|mv|cp|generate|init|add"]] },
  gopass: { does: [[ENTERS, "insert|edit|rm|delete|mv|cp|generate|init|set|recipients"]] },
  credhub: { does: [[ENTERS, "set|delete|generate|regenerate|import|bulk-regenerate"]] },
  berglas: { does: [[ENTERS, "create|update|edit|delete|grant|revoke|bootstrap"]] },
  akeyless: { does: [[ENTERS, "create-*|update-*|delete-*|set-*|rotate-*"]] },
  conjur: { does: [[ENTERS, "variable|policy set|load|values"]] },
  lpass: { does: [[ENTERS, "add|edit|rm|mv|share|generate|import"]] },
  "keepassxc-cli": { does: [[ENTERS, "add|edit|rm|mv|mkdir|rmdir|merge|import"]] },
  security: { does: [[certificates("changes which certificates are trusted"), "add-trusted-cert|remove-trusted-cert|trust-settings-import|add-certificates"], [ENTERS, "import|add-generic-password|add-internet-password|delete-*|set-*|create-keychain"], [grant("changes what may be done on this machine"), "authorizationdb write|remove"]] },

  certbot: { unless: "--dry-run", does: [[null, "certificates|plugins|show_account"], [nameChange("changes certificates"), "**"]] },
  "acme.sh": { does: [[null, "--list|--version|--info"], [nameChange("changes certificates"), "**"]] },
  lego: { does: [[null, "list"], [nameChange("changes certificates"), "run|renew|revoke"]] },
  step: { does: [[certificates("changes which certificates are trusted"), "certificate install|uninstall"], [nameChange("changes certificates"), "ca revoke|certificate|renew|provisioner"]] },
  mkcert: { does: [[certificates("changes which certificates are trusted"), "-install|-uninstall"]] },
  nsupdate: { does: [[nameChange("changes DNS"), "**"]] },
  rndc: { does: [[nameChange("changes DNS"), "freeze|thaw|flush|reload|stop|halt|addzone|delzone|sign"]] },
  pdnsutil: { does: [[nameChange("changes DNS"), "delete-*|add-*|create-*|replace-*|clear-zone|edit-zone|load-zone|secure-zone|zone|rrset"]] },
  dnscontrol: { does: [[nameChange("changes DNS"), "push"]] },
  "octodns-sync": { does: [[nameChange("changes DNS"), "--doit"]] },

  "grafana-cli": { does: [[account("changes the administrator's password"), "admin *"], deletes("plugins uninstall|remove|update-all")] },

  ldcli: { values: "--project --flag --environment --access-token --base-uri", does: [deletes(), [FLAGS, "flags|segments|environments|projects update|toggle-on|toggle-off|archive|patch|copy-*|replace-*"]] },
  flipt: { does: [deletes(), [FLAGS, "import|migrate"]] },
  split: { does: [[null, "-b|-l|-n|-a|-d|-C"], deletes(), [FLAGS, "** kill|restore|update|archive"]] },
  unleash: { does: [deletes(), [FLAGS, "** enable|disable|toggle|archive|import"]] },

  stripe: {
    values: "--api-key -p --project-name -d",
    does: [
      [null, "trigger|listen|login|logs|samples|fixtures|status|version|open **"],
      deletes("api_keys roll|*", "* cancel|void_invoice|void|detach|archive|deactivate"),
      [transaction("moves money"), "charges|payment_intents|refunds|payouts|transfers|subscriptions|invoices|checkout|topups|orders|credit_notes create|confirm|capture|pay|update|finalize_invoice|send_invoice --live", "post ** --live", "charges|payment_intents|refunds|payouts|transfers|topups create|confirm|capture|cancel --api-key=sk_live*|rk_live*"],
      [null, "** --api-key=sk_test*|rk_test*"],
      [transaction("moves money, unless the settings say that it is none", { doubtful: true }), "refunds|payouts|transfers|topups create", "charges|payment_intents capture", "post */refunds|*/payouts|*/transfers|*/capture"],
    ],
  },
  ...Object.fromEntries(
    (
      [
        ["bitcoin-cli", "send|sendtoaddress|sendmany|sendrawtransaction|bumpfee"], ["litecoin-cli", "sendtoaddress|sendmany|sendrawtransaction"], ["cast", "send|publish"], ["solana", "transfer|pay|program **"],
        ["spl-token", "transfer|burn|mint|approve|authorize|close"], ["near", "send|send-near|tokens|delete|delete-account"], ["lncli", "payinvoice|sendpayment|sendcoins|closechannel|closeallchannels"], ["lightning-cli", "pay|withdraw|fundchannel|close"], ["xrpl", "pay|send"], ["gcli", "transfer"],
      ] as const
    ).map(([name, ...lines]) => [name, { does: [[transaction("moves money"), ...lines]] }] as const),
  ),
  twilio: { does: [[message("sends messages or buys numbers"), "*:create|*:buy:*|*:buy"], deletes()] },
  gam: { does: [[null, "info|print|show|report|version **"], [account("changes accounts or their standing rules"), "**"]] },
  okta: { does: [deletes(), [account("changes accounts"), "** create|update|activate|deactivate|suspend|unlock|assign|reset-*"]] },
  auth0: { does: [deletes(), [account("changes accounts"), "users|roles|apps|apis|actions|rules|orgs create|update|block|unblock|deploy|enable|disable|assign|roles|add|rotate-secret"]] },
  npm: { values: "--registry --otp", does: [[account("changes an account or a team"), "profile set|enable-2fa|disable-2fa", "token create|revoke|delete", "team add|rm|create|destroy", "org set|rm", "hook add|rm|update"]] },
}; // prettier-ignore
