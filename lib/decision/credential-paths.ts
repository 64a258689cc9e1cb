import { globDelicacy } from "./credential-globs";
import { type Delicacy, HOME_STORES, SYSTEM_STORES } from "./credential-stores";
import { MAX_PATH_LENGTH } from "./input-shape";
import { hasGlob } from "./path-glob";
import { baseName } from "./paths";

/** Other people's homes count like one's own. */
const ANY_HOME = /^(?:(?:\/mnt)?\/[a-z]\/Users|\/home|\/Users)\/[^/]+(?=\/)|^\/root(?=\/)/i;

const SECRET_FILE =
  /^(?:\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$|test$|schema$|vault$)[\w.-]+)?|.*\.(?:p12|pfx|jks|keystore|kdbx|kdb|ppk|keytab|asc)|(?:.*[._-])?(?:master|private|secret|server|signing|client|tls)[._-]?key(?:\.pem|\.json|\.txt)?|.*\.key|.*(?:_|-|^)id_(?:rsa|dsa|ecdsa|ed25519)|id_(?:rsa|dsa|ecdsa|ed25519)(?:\.(?!pub$).*)?|.*(?:-|_|\.|^)key\.pem|privkey.*\.pem|credentials?(?:\.(?:json|ya?ml|xml|enc|txt|csv|ini|db))?|service[-_]?account.*\.json|secrets?\.(?:json|ya?ml|txt|env|toml|enc)|.*\.secrets?|\.htpasswd|passwords?\.(?:txt|csv|json|ya?ml)|tokens?\.(?:txt|json)|api[-_]?keys?\.(?:txt|json)|\.dockerconfigjson|wallet\.dat|.*\.ovpn|accessTokens\.json|msal_token_cache\.json|login\.keychain(?:-db)?|\.netrc|\.pgpass|\.git-credentials|\.vault-token|\.npmrc|\.pypirc|\.?mcp(?:_config|_settings)?\.json|.*\.p8|logins\.json|key4\.db|wp-config\.php)$/i;

/** Below a home, in a directory that a program keeps for itself: what the program signs in with. */
const SIGN_IN =
  /^\/(?:\.|Library\/Application Support\/).*\/\.?(?:(?:access|api|auth|oauth2?|refresh|bearer)[-_]?)?(?:auth|oauth2?|tokens?|credentials?)(?:\.(?:json|toml|ya?ml|ini|db|txt))?$/i;
/** What a registry or an editor brought there is code. */
const BROUGHT = /\/(?:node_modules|site-packages|registry|versions|toolchains|extensions|plugins|skills)\//;

const SECRET_DIRECTORY = /\/(?:secrets?|\.secrets|private[-_]?keys?|\.ssh|\.aws|\.gnupg)\//i;

/** Tools' own credential files below any directory: somebody's home that is mounted, copied or stood in for. */
const MOVED_STORE =
  /\/(?:\.aws\/credentials|\.kube\/config|\.docker\/config\.json|\.ssh\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|identity)|\.gnupg\/(?:secring\.gpg$|private-keys-v1\.d\/.*)|\.config\/gcloud\/(?:credentials\.db|application_default_credentials\.json)|\.vault-token|\.git-credentials)$/;
/** What lies there is made up. */
const MADE_UP =
  /\/(?:tests?|__tests__|specs?|e2e|fixtures?|test[-_]?data|examples?|samples?|__?mocks?(?:__)?|templates?|docs?)\//i;

/** What infrastructure as code keeps its secrets in, in the clear. */
const INFRASTRUCTURE = /\.tf(?:state(?:\.backup)?|vars(?:\.json)?)$/;
export const isInfrastructureFile = (path: string): boolean =>
  INFRASTRUCTURE.test(path) && !/(?:^|[/._-])(?:example|sample|template|test|demo)s?[/._-]/i.test(path);

/** What people and agents said to each other in other sessions, and what those remember. Its own memory is an agent's to use. */
const CONVERSATIONS =
  /^\/(?:\.claude\/(?:projects(?!\/[^/]+\/memory(?:\/|$))|history\.jsonl|transcripts|sessions|todos|file-history|shell-snapshots|paste-cache)|\.cursor\/(?:conversations|chats|projects)|\.codex\/(?:sessions|history\.jsonl|log)|\.gemini\/(?:tmp|history)|\.continue\/(?:sessions|dev_data)|\.(?:windsurf|codeium)\/.*(?:conversations|cascade|memories)|\.local\/share\/(?:opencode|goose|crush|amp)\/|\.config\/goose\/sessions|\.copilot\/(?:sessions?|history)|\.aider\.(?:chat|input)\.history)/;
export const isConversation = (path: string, home: string): boolean => CONVERSATIONS.test(belowHome(path, home));

const PRIVATE_FILE =
  /^(?:\.(?:bash|zsh|sh|python|node_repl|psql|mysql)_history|(?:.*[._-])?(?:customers?|users?|patients?|employees?|payroll|salar(?:y|ies)|accounts?|pii|medical|payments?)(?:[._-].*)?\.(?:csv|tsv|xlsx?|parquet|sql)(?:\.gz)?|.*(?:dump|backup)[\w.-]*\.(?:sql|gz|tgz|zip|bak)|.*\.sql\.gz|.*\.dump)$/i;

/** Longer than any system takes: such a name is not worth the time. */
const MAX_NAME_LENGTH = 255;

/** Null for ordinary files. `path` in normal form; a glob counts when it may match. */
export function delicacyOf(path: string, home: string): Delicacy | null {
  const whole = path.slice(0, MAX_PATH_LENGTH);
  const found = delicacyAsWritten(whole, home);
  return found === "store" || !hasGlob(whole) ? found : (globDelicacy(whole, home) ?? found);
}

function delicacyAsWritten(path: string, home: string): Delicacy | null {
  const below = belowHome(path, home);
  if (below !== path && HOME_STORES.test(below)) return "store";
  if (below !== path && SIGN_IN.test(below) && !BROUGHT.test(below)) return "secret";
  if (SYSTEM_STORES.test(path) || (MOVED_STORE.test(path) && !MADE_UP.test(path))) return "store";
  const name = baseName(path).slice(-MAX_NAME_LENGTH);
  if (SECRET_FILE.test(name)) return "secret";
  if (
    SECRET_DIRECTORY.test(path) &&
    !/\.(?:pub|md|[jt]sx?|py|go|rs)$/.test(name) &&
    !/^(?:config|known_hosts|authorized_keys)$/.test(name)
  )
    return "secret";
  if (INFRASTRUCTURE.test(name) && isInfrastructureFile(path)) return "secret";
  return PRIVATE_FILE.test(name) || (below !== path && CONVERSATIONS.test(below)) ? "private" : null;
}

/** The path below somebody's home; elsewhere as it is. */
const belowHome = (path: string, home: string): string =>
  path.startsWith(`${home}/`) ? path.slice(home.length) : path.replace(ANY_HOME, "");

/** Live credentials of a person or machine, wherever a tool reads them. */
export function isCredentialStore(path: string, home: string): boolean {
  return delicacyOf(path, home) === "store";
}

/** Variables that by their name hold a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && /^[A-Za-z_]\w*$/.test(name) && !/^(?:PWD|OLDPWD)$/.test(name);
}

const SECRET_NAME =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|API_KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?|AUTH|PAT|PWD|KEY|DSN)S?(?:_|$)|(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|PG|MYSQL|MONGO(?:DB)?|REDIS|AMQP|RABBITMQ|BROKER)_(?:CONNECTION_)?(?:UR[LI]|STRING)$/i;
