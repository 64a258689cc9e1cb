import type { Delicacy } from "./credential-stores";
import { globsMeet, hasGlob, parseGlob, plainPath, shellGlob, type PathGlob } from "./path-glob";
import { baseName, parentOf } from "./paths";

/** Where live credentials are kept below a home, one path for each kind and the directories that hold nothing else. */
const HOME_FILES = [
  ".ssh", ".ssh/id_rsa", ".ssh/id_dsa", ".ssh/id_ecdsa", ".ssh/id_ed25519", ".ssh/identity", ".aws", ".aws/credentials", ".aws/sso/cache/token.json", ".aws/cli/cache/token.json",
  ".azure", ".azure/accessTokens.json", ".azure/msal_token_cache.json", ".gnupg", ".gnupg/secring.gpg", ".gnupg/private-keys-v1.d/key", ".kube", ".kube/config", ".docker", ".docker/config.json",
  ".netrc", ".git-credentials", ".npmrc", ".pypirc", ".config/gcloud", ".config/gcloud/credentials.db", ".config/gcloud/application_default_credentials.json",
  ".config/gcloud/access_tokens.db", ".config/gh", ".config/gh/hosts.yml", ".config/hub", ".config/op/config", ".config/doctl/config.yaml", ".config/rclone/rclone.conf", ".config/git/credentials",
  ".config/sops/age/keys.txt", ".password-store", ".password-store/login.gpg", ".vault-token", ".terraform.d/credentials.tfrc.json", ".cargo/credentials", ".cargo/credentials.toml", ".gem/credentials",
  ".m2/settings.xml", ".m2/settings-security.xml", ".gradle/gradle.properties", ".pgpass", ".my.cnf", ".s3cfg", ".boto", ".claude/.credentials.json", ".config/anthropic/credentials", ".codex/auth.json",
  ".databrickscfg", ".kaggle/kaggle.json", ".huggingface/token", ".cache/huggingface/token", ".oci/config", ".dbt/profiles.yml", ".sentryclirc", ".yarnrc.yml", ".doppler/.doppler.yaml", ".vault_pass.txt", ".config/solana/id.json", ".local/share/keyrings/login.keyring", "Library/Keychains/login.keychain-db",
]; // prettier-ignore
const SYSTEM_FILES = [
  "/etc/shadow", "/etc/gshadow", "/etc/master.passwd", "/etc/krb5.keytab", "/etc/ssl/private/server.key", "/etc/ssh/ssh_host_rsa_key", "/etc/ssh/ssh_host_ed25519_key",
  "/proc/1/environ", "/run/secrets/secret", "/var/run/secrets/secret",
]; // prettier-ignore
const SECRETS = [".env", ".env.local", ".env.production", "id_rsa", "id_ed25519"].map(plainPath);
const PRIVATE = [".bash_history", ".zsh_history", ".python_history", ".psql_history", ".mysql_history"].map(plainPath);

/** Paths by their first component, so that most of them are passed over at once. */
function byFirst(paths: readonly string[]): readonly { first: PathGlob; name: string; paths: readonly PathGlob[] }[] {
  const first = (path: string) => path.split("/").find((part) => part !== "") ?? "";
  return [...new Set(paths.map(first))].map((name) => ({
    first: plainPath(name),
    name,
    paths: paths.filter((path) => first(path) === name).map(plainPath),
  }));
}

const IN_HOME = byFirst(HOME_FILES);
const ELSEWHERE = byFirst(SYSTEM_FILES);
const HOMES = ["/home/*", "/Users/*", "/root"].map(parseGlob);

function meetsAny(stores: ReturnType<typeof byFirst>, word: string): boolean {
  const [name = ""] = word.split("/", 1);
  const [glob, first, literal] = [shellGlob(word), shellGlob(name), !hasGlob(name)];
  return stores.some(
    (group) =>
      (literal ? group.name === name : globsMeet(group.first, first)) &&
      group.paths.some((store) => globsMeet(store, glob)),
  );
}

/** Of a word with glob characters: how delicate the worst known file is that a shell may put in its place. */
export function globDelicacy(word: string, home: string): Delicacy | null {
  const [parent, name] = [parentOf(word), baseName(word)];
  // All of a directory (`/etc/*`) is aimed at nothing in it; a store's own directory is known by its written name.
  if (/^\*+$/.test(name) && !hasGlob(parent)) return null;
  // `**` of a shell does not enter hidden directories; of anything else it is no name to compare.
  const parts = word.replaceAll("**", "*").split("/").slice(1);
  if (meetsAny(ELSEWHERE, parts.join("/"))) return "store";
  for (const depth of homeDepths(parts, home)) if (meetsAny(IN_HOME, parts.slice(depth).join("/"))) return "store";
  if (/^[*?[]/.test(name)) return null;
  const last = shellGlob(name);
  if (SECRETS.some((secret) => globsMeet(secret, last))) return "secret";
  return PRIVATE.some((file) => globsMeet(file, last)) ? "private" : null;
}

/** After how many components a word may be below somebody's home. */
function homeDepths(parts: readonly string[], home: string): Set<number> {
  const depths = new Set<number>();
  for (const one of [...HOMES, plainPath(home)]) {
    const depth = one.segments.length;
    if (parts.length > depth && globsMeet(one, shellGlob(`/${parts.slice(0, depth).join("/")}`))) depths.add(depth);
  }
  return depths;
}
