/** Programs that print live secrets, with the words after their name that do. */
export const PRINTERS: Readonly<Record<string, RegExp>> = {
  // Accounts and clouds.
  gh: /^auth (token|status .*(-t|--show-token))/,
  glab: /^(auth status .*(-t|--show-token)|config get \S*token|variable (get|export))/,
  gcloud: /^(auth (application-default )?print-(access|identity)-token|secrets versions access|iam service-accounts keys create)/,
  aws: /^(configure (get \S*(key|secret|token)|export-credentials)|sts (get-session-token|assume-role|get-federation-token)|ecr get-login-password|secretsmanager (batch-)?get-secret-value|ssm get-parameters?(-by-path)?\b.*--with-decryption|codeartifact get-authorization-token|eks get-token|ec2 get-password-data|rds generate-db-auth-token|kms decrypt|lightsail get-\S*access-details)/,
  az: /^(account get-access-token|keyvault secret (show|download)|acr (login .*--expose-token|credential show)|storage (account keys list|account show-connection-string)|(cosmosdb|redis|servicebus|eventhubs) \S*( \S+)? ?(keys list|list-keys)|ad (sp|app) credential reset|webapp deployment list-publishing-(credentials|profiles)|aks get-credentials .*(-f -|--file -))/,
  "aws-vault": /^(export|exec .*-- (env|printenv))/, "saml2aws": /^script/, oci: /^(secrets secret-bundle get|iam auth-token create)/, ibmcloud: /^(iam oauth-tokens|secrets-manager secret )/,
  doctl: /^(auth token|registry docker-config|kubernetes cluster kubeconfig show|databases connection)/, heroku: /^(auth:token|config)/, fly: /^(auth token|tokens create)/, flyctl: /^(auth token|tokens create)/, railway: /^variables/, netlify: /^env:(list|get)/, vercel: /^env (run|pull\b.*(--environment[= ]?prod|\/dev\/))/, render: /^env/,
  kubectl: /^(.* )?((get|describe) secrets?\b.*(-o|--output|--template)|create token\b)|^config view .*--raw/, oc: /^(whoami .*(-t|--show-token)|extract secret|get secrets?\b.*-o)/, helm: /^get values .*--all/, argocd: /^(account generate-token|admin initial-password)/,
  docker: /^(secret inspect|context export)/, podman: /^secret inspect .*--showsecret/, nomad: /^(var get|acl token self)/, consul: /^acl token/, terraform: /^output .*(-raw|-json) .*(secret|password|token|key)/i, pulumi: /^(config( get)?|stack output) .*--show-secrets|^config get .*(secret|password|token|key)/i,
  // Stores of secrets.
  security: /^(find-(generic|internet)-password .*-\w*[wg]|dump-keychain|export|find-(generic|internet)-password -\w*[wg])/,
  op: /^(read|item get|get item|export|document get|inject|signin .*--raw|connect token)/, pass: /^(?:(?:show|otp|-c|--clip|-q\d*)\s+)*[\w.@-]+\/\S+/, gopass: /^(show|cat|otp|clip|\S+\/\S+)/,
  bw: /^(get|list|export|unlock|serve)/, bws: /^secret (get|list)/, rbw: /^(get|code|list --fields)/, lpass: /^(show|export)/, dcli: /^(p|password|n|note|s|secret|otp|export|backup)\b/, "keepassxc-cli": /^(show|export|clip|attachment-export)/, kpcli: /./,
  vault: /^(kv get|read|print token|token create|unwrap|operator (unseal|generate-root))/, doppler: /^secrets( download| get|$)/, infisical: /^(secrets|export)/, akeyless: /^(get-secret-value|get-static-secret)/, conjur: /^variable (get|value)/, berglas: /^access/, chamber: /^(read|export|env)/, teller: /^(env|show|export|sh)/, envchain: /.* env$/, phase: /^secrets (get|list|export)/, dotenvx: /^(get|decrypt)/, "dotenv-vault": /^(decrypt|pull)/,
  sops: /^(-d|--decrypt|decrypt|exec-env|exec-file)/, "ansible-vault": /^(view|decrypt)/, "git-crypt": /^(unlock|export-key)/, "git-secret": /^(reveal|cat)/, blackbox_cat: /./, ejson: /^decrypt/, chezmoi: /^(secret|execute-template)/, eyaml: /^decrypt/,
  "secret-tool": /^(lookup|search)/, keyctl: /^(read|print|pipe)/, "kwallet-query": /-r/, lssecret: /./, "systemd-creds": /^(cat|decrypt)/, tpm2_unseal: /./,
  // Keys, networks, packages, code.
  git: /^credential(-\S+)? fill/, "git-credential-osxkeychain": /^get/, "git-credential-store": /^get/, "git-credential-manager": /^get/, "docker-credential-desktop": /^get/, "docker-credential-osxkeychain": /^get/, "docker-credential-secretservice": /^get/,
  npm: /^(token|config get .*_auth)/, yarn: /^config get .*(auth|token)/i, gpg: /--export-secret-(sub)?keys/, gpg2: /--export-secret-(sub)?keys/,
  nmcli: /--show-secrets|^(-s|-\w*s\w*) .*(show|export)|^(?:c|con|connection) export/, wg: /^(showconf|show \S+ (private-key|preshared-keys))/, netsh: /wlan .*key=clear/i,
  stripe: /^config --list/, supabase: /^(status .*-o|projects api-keys)/, firebase: /^(login:ci|functions:config:get)/,
}; // prettier-ignore
