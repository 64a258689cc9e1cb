import { globDelicacy } from "./credential-globs";
import { type Delicacy, HOME_STORES, SYSTEM_STORES } from "./credential-stores";
import { MAX_PATH_LENGTH } from "./input-shape";
import { hasGlob } from "./path-glob";
import { baseName } from "./paths";

/** Other people's homes count like one's own. */
const ANY_HOME = /^\/(?:home|Users)\/[^/]+(?=\/)|^\/root(?=\/)/;

const SECRET_FILE =
  /^(?:\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$|test$|schema$|vault$)[\w.-]+)?|.*\.(?:p12|pfx|jks|keystore|kdbx|kdb|ppk|tfstate|keytab|asc)|(?:.*[._-])?(?:master|private|secret|server|signing|client|tls)[._-]?key(?:\.pem|\.json|\.txt)?|.*\.key|.*(?:_|-|^)id_(?:rsa|dsa|ecdsa|ed25519)|id_(?:rsa|dsa|ecdsa|ed25519)(?:\.(?!pub$).*)?|.*(?:-|_|\.|^)key\.pem|privkey.*\.pem|credentials?(?:\.(?:json|ya?ml|xml|enc|txt|csv|ini|db))?|service[-_]?account.*\.json|secrets?\.(?:json|ya?ml|txt|env|toml|enc)|.*\.secrets?|\.htpasswd|passwords?\.(?:txt|csv|json|ya?ml)|tokens?\.(?:txt|json)|api[-_]?keys?\.(?:txt|json)|\.dockerconfigjson|wallet\.dat|.*\.ovpn|accessTokens\.json|msal_token_cache\.json|login\.keychain(?:-db)?|\.netrc|\.pgpass|\.git-credentials|\.vault-token|\.npmrc|\.pypirc|\.?mcp(?:_config|_settings)?\.json)$/i;

const SECRET_DIRECTORY = /\/(?:secrets?|\.secrets|private[-_]?keys?|\.ssh|\.aws|\.gnupg)\//i;

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
  const below = path.startsWith(`${home}/`) ? path.slice(home.length) : path.replace(ANY_HOME, "");
  if (below !== path && HOME_STORES.test(below)) return "store";
  if (SYSTEM_STORES.test(path)) return "store";
  const name = baseName(path).slice(-MAX_NAME_LENGTH);
  if (SECRET_FILE.test(name)) return "secret";
  if (
    SECRET_DIRECTORY.test(path) &&
    !/\.(?:pub|md|[jt]sx?|py|go|rs)$/.test(name) &&
    !/^(?:config|known_hosts|authorized_keys)$/.test(name)
  )
    return "secret";
  return PRIVATE_FILE.test(name) ? "private" : null;
}

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
