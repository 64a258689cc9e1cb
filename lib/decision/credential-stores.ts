/**
 * How delicate a file is by its place and name. `store`: live credentials of a person or machine. `secret`: a project's own secrets.
 * `private`: personal or customer data, histories.
 */
export type Delicacy = "store" | "secret" | "private";

/** Where live credentials are kept, by the tools that keep them there. Pieces of patterns over a path in normal form. */

/** Below a home, after its slash. */
const HOME = [
  // Key pairs and agents.
  String.raw`\.ssh(?:\/(?!config$|known_hosts|authorized_keys|.*\.pub$).*)?$`, String.raw`\.gnupg(?:\/|$)`, String.raw`\.(?:config\/)?(?:sops\/)?age(?:\/|$)`, String.raw`\.config\/sops(?:\/|$)`, String.raw`\.(?:config\/)?wireguard(?:\/|$)`, String.raw`\.(?:config\/)?openvpn(?:\/|$)`, String.raw`\.vnc\/passwd$`,
  // Clouds and clusters.
  String.raw`\.aws(?:\/(?:credentials|sso|cli\/cache).*)?$`, String.raw`\.(?:aws-?vault|saml2aws|granted|okta)(?:\/|$)`, String.raw`\.azure(?:\/|$)`, String.raw`\.config\/(?:gcloud|doctl|hcloud|scw|linode-cli|openstack|configstore)(?:\/|$)`, String.raw`\.(?:aliyun|bluemix|ibmcloud|oci|openstack|linode-cli)(?:\/|$)`,
  String.raw`\.kube(?:\/config.*)?$`, String.raw`\.(?:config\/)?argocd(?:\/|$)`, String.raw`\.(?:config\/)?helm\/(?:registry|repository)(?:\/|$|\.)`, String.raw`\.docker(?:\/config\.json)?$`, String.raw`\.config\/containers\/auth\.json$`, String.raw`\.cloudflared\/`, String.raw`\.(?:config\/)?ngrok2?\/`,
  String.raw`\.terraform\.d\/credentials`, String.raw`\.terraformrc$`, String.raw`\.pulumi\/credentials`, String.raw`\.vault-token$`, String.raw`\.(?:fly|railway|supabase|wrangler|config\/\.?wrangler|config\/netlify|netlify|vercel|local\/share\/com\.vercel\.cli)\/.*(?:config|auth|token)`, String.raw`\.config\/(?:heroku|stripe)(?:\/|$)`,
  // Forges, registries and builds.
  String.raw`_?\.?netrc$`, String.raw`\.git-credentials$`, String.raw`\.config\/(?:gh(?!\/config\.ya?ml$)|glab-cli|hub|git\/credentials)(?:\/|$)`, String.raw`\.(?:travis|circleci|drone|buildkite)\/`, String.raw`\.npmrc$`, String.raw`\.pypirc$`, String.raw`\.cargo\/credentials`, String.raw`\.gem\/credentials`, String.raw`\.m2\/settings`, String.raw`\.gradle\/gradle\.properties$`, String.raw`\.(?:config\/)?composer\/auth\.json$`, String.raw`\.lein\/credentials`, String.raw`\.clasprc\.json$`, String.raw`\.yarnrc\.yml$`, String.raw`\.sentryclirc$`, String.raw`\.expo\/state\.json$`, String.raw`\.config\/(?:tea|firebase|neonctl|turso|jira)(?:\/|$)`, String.raw`\.appstoreconnect(?:\/|$)`,
  // Databases, mail and file transfer.
  String.raw`\.pgpass$`, String.raw`\.my\.cnf$`, String.raw`\.mylogin\.cnf$`, String.raw`\.s3cfg$`, String.raw`\.boto$`, String.raw`\.databrickscfg$`, String.raw`\.snowsql`, String.raw`\.config\/(?:rclone|filezilla|remmina|gdrive)(?:\/|$)`, String.raw`\.(?:msmtprc|fetchmailrc|muttrc)$`, String.raw`\.(?:purple\/accounts|thunderbird\/)`, String.raw`\.local\/share\/DBeaverData\/`, String.raw`\.dbt\/profiles\.ya?ml$`, String.raw`\.(?:mbsyncrc|offlineimaprc)$`, String.raw`\.config\/(?:mutt|neomutt)\/`, String.raw`\.(?:lftp|putty)\/`, String.raw`\.config\/(?:Postman|Insomnia)(?:\/|$)`, String.raw`\.erlang\.cookie$`,
  // Assistants and models.
  String.raw`\.claude\/(?:\.credentials|remote-settings)`, String.raw`\.anthropic`, String.raw`\.(?:config\/)?(?:openai|anthropic|goose|github-copilot)(?:\/|$)`, String.raw`\.codex\/auth`, String.raw`\.gemini\/oauth`, String.raw`\.mcp(?:-auth)?\/.*(?:token|oauth|auth)`, String.raw`\.local\/share\/opencode\/auth`, String.raw`\.kaggle\/kaggle\.json$`, String.raw`\.(?:cache\/)?huggingface\/token$`,
  String.raw`(?:\.config|Library\/Application Support|AppData\/Roaming)\/(?:Code(?: - Insiders)?|VSCodium|Cursor|Windsurf)\/User\/globalStorage\/(?:state\.vscdb|storage\.json)`,
  String.raw`\.continue\/config\.`, String.raw`\.aider\.conf\.yml$`, String.raw`\.wakatime\.cfg$`, String.raw`\.nuget\/NuGet\/NuGet\.Config$`, String.raw`\.rclone\.conf$`, String.raw`\.smbcredentials$`,
  // What Windows and its programs keep below a home.
  String.raw`AppData\/(?:Roaming|Local)\/(?:Microsoft\/(?:Credentials|Vault|Protect|TokenBroker)|gcloud|GitHub CLI\/hosts|gh\/|doctl|NuGet\/NuGet\.Config|Bitwarden|1Password|KeePass)`, String.raw`AppData\/(?:Roaming|Local)\/(?:Google\/Chrome|Microsoft\/Edge|BraveSoftware|Mozilla\/Firefox)(?:\/(?!.*\/(?:Preferences|Bookmarks|Extensions)(?:\/|$)).*)?$`, String.raw`NTUSER\.DAT`,
  // Messengers, whose stored sessions sign in without a password.
  String.raw`(?:\.config|Library\/Application Support|AppData\/Roaming)\/(?:Slack|discord|Signal|Microsoft\/Teams|WhatsApp)\/(?:Cookies|Local Storage|IndexedDB|storage|Session Storage|Network\/Cookies|config\.json|sql)`, String.raw`(?:\.local\/share|Library\/Application Support)\/(?:TelegramDesktop|Telegram Desktop)\/tdata`,
  // Password stores, browsers and wallets.
  String.raw`\.password-store(?:\/|$)`, String.raw`\.(?:config\/)?(?:doppler|infisical)(?:\/|$)`, String.raw`\.vault[_-]pass(?:word)?(?:\.txt)?$`, String.raw`\.local\/share\/(?:atuin\/(?:key|session)|uv\/credentials)`, String.raw`\.config\/(?:op|1Password|Bitwarden[^/]*|keepassxc)(?:\/|$)`, String.raw`\.(?:bw|1password)`, String.raw`\.local\/share\/(?:keyrings|kwalletd|gnome-keyring)`, String.raw`Library\/(?:Keychains|Cookies)(?:\/|$)`,
  // As a package of its own, a browser keeps its profile in a directory that stands in for the home.
  String.raw`(?:\.var\/app\/[^/]+\/|snap\/[^/]+\/[^/]+\/)?(?:\.mozilla|\.?config\/(?:google-chrome[^/]*|chromium|microsoft-edge[^/]*|BraveSoftware|opera|vivaldi)|Library\/Application Support\/(?:Google\/Chrome[^/]*|Firefox|BraveSoftware|Microsoft Edge|Arc|com\.operasoftware\.Opera|Vivaldi))(?:\/(?!.*\/?(?:Preferences|Bookmarks|Extensions|First Run)(?:\/|$)).*)?$`,
  String.raw`\.(?:electrum|bitcoin|ethereum|sui|aptos|near-credentials|brownie\/accounts|foundry\/keystores|config\/solana)(?:\/|$)`,
]; // prettier-ignore

const SYSTEM = [
  String.raw`(?:private\/)?etc\/(?:shadow|gshadow|master\.passwd|ssl\/private|pki\/tls\/private|ssh\/ssh_host\w*key(?!\.pub)|krb5\.keytab|kubernetes\/|security\/opasswd|ipsec\.(?:secrets|d\/private)|wireguard\/|openvpn\/.*(?:key|auth)|ppp\/(?:chap|pap)-secrets|NetworkManager\/system-connections|wpa_supplicant|letsencrypt\/(?:live|archive|keys)|rancher\/|postfix\/sasl_passwd|mysql\/debian\.cnf|gitlab\/gitlab-secrets)`,
  String.raw`(?:private\/|System\/Volumes\/Data\/private\/)?var\/db\/dslocal`, String.raw`var\/backups\/g?shadow`, String.raw`var\/lib\/(?:jenkins\/(?:secrets|credentials)|kubelet\/(?:config|pki)|rancher\/)`, String.raw`Library\/Keychains`, String.raw`(?:var\/)?run\/secrets`,
  // What other processes and the kernel hold in memory, and raw input.
  String.raw`proc\/[^/]+\/environ`, String.raw`proc\/(?!self\/)[^/]+\/(?:mem$|fd\/)`, String.raw`proc\/(?:kcore|kmem)$`, String.raw`dev\/(?:k?mem|port|input\/)`,
  String.raw`etc\/samba\/smbpasswd`, String.raw`var\/lib\/samba\/private`, String.raw`etc\/(?:bind\/)?rndc\.key`, String.raw`(?:private\/)?tmp\/krb5cc_`,
  String.raw`root\/\.(?:ssh|aws|kube|docker|netrc)`,
  // The registry's own files and the directory of a domain.
  String.raw`(?:mnt\/)?[a-z]\/Windows\/(?:System32\/config(?:\/|$)|NTDS|repair\/)`,
]; // prettier-ignore

export const HOME_STORES = new RegExp(`^\\/(?:${HOME.join("|")})`, "i");
export const SYSTEM_STORES = new RegExp(`^\\/(?:${SYSTEM.join("|")})`, "i");
