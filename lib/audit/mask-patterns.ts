/**
 * What a secret looks like. Every pattern runs in linear time: each repetition is bounded or runs over one class of
 * characters that what follows it cannot start with, and a lookbehind keeps runs from being entered in the middle.
 * Group `secret` is what gets masked; its indices are needed (flag `d`).
 */
export const SECRET_PATTERNS: readonly RegExp[] = [
  // Tokens that name themselves by a prefix. A digit within reach tells them from words such as `sk-learn`.
  /(?<![\w-])(?:sk-(?:ant-)?|gh[opsur]_|github_pat_|gl(?:pat|ptt|dt|rt|cbt|soat)-|xox[abeoprs]-|xapp-|npm_|pypi-|dop_v1_|SG\.|(?:sk|rk|pk|whsec)_(?:live_|test_)?|hf_|shp(?:at|ca|pa|ss)_|hv[sbr]\.|ya29\.|AIza|glc_|lin_api_|AGE-SECRET-KEY-|ATATT3|dckr_pat_|eyJ)(?=[\w./+=-]{0,100}\d)(?<secret>[\w./+=-]{12,})/dg,
  // AWS access key ids.
  /(?<![\w-])(?:AKIA|ASIA)(?<secret>[A-Z\d]{16})(?![A-Z\d])/dg,
  // Gatehouse's own tokens.
  /(?<![\w-])gh[a-z]{0,3}_(?<secret>[\w.-]{20,})/dg,
  // Authorization and its like, as a header on a command line, in a file or in JSON.
  /(?<![\w-])(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:basic|bearer|token|negotiate|apikey)\s{1,3})?(?<secret>[^\s"'`;|&]{1,8000})/dgi,
  /(?<![\w-])(?:digest|aws4-hmac-sha256)\s{1,3}(?<secret>[\w-]{1,40}=[^"'`\r\n]{1,4000})/dgi,
  /(?<![\w-])(?:bearer|basic)\s{1,3}(?<secret>[\w.~+/=-]{16,})/dgi,
  /(?<![\w-])(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}["']?(?<secret>[^\s"'`|&][^"'`\r\n|&]{0,4000})/dgi,
  // user:password@host; a user without a password when it is long enough to be a token.
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/[^\s/?#@:"'`]{0,200}:(?<secret>[^\s/?#@"'`]{1,500})@/dgi,
  /(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/(?<secret>[^\s/?#@:"'`]{16,500})@/dgi,
  // curl -u user:password, and its long form.
  /(?<=\s)(?:-u|--user|--proxy-user)(?:\s{1,3}|=)["']?[^\s:"'`]{1,200}:(?<secret>[^\s"'`]{1,500})/dg,
  // mysql -pPASSWORD, sshpass -p PASSWORD, redis-cli -a PASSWORD: only there are these letters a password.
  /(?<![\w/-])(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\s[^|;&\r\n]{0,500}?(?<=\s)-p(?<secret>[^\s"'`]{1,200})/dg,
  /(?<![\w-])sshpass\s{1,3}-p\s{0,3}["']?(?<secret>[^\s"'`]{1,200})/dg,
  /(?<![\w-])redis-cli\s[^|;&\r\n]{0,500}?(?<=\s)-a\s{1,3}["']?(?<secret>[^\s"'`]{1,200})/dg,
];

/** A name with what stands between it and its value: `name = `, `"name": `, `--name=`. */
export const NAME_AND_SIGN = /(?<![\w.-])(?<name>-{0,2}[A-Za-z_][\w.-]{1,80})["']?\s{0,3}[:=]{1,2}\s{0,3}/g;

/** A flag that takes the next word: `--password hunter2`. */
export const FLAG_AND_SPACE = /(?<=\s)(?<name>--[A-Za-z][\w-]{1,60})\s{1,3}/g;

/** What follows either of them. */
export const VALUE = /(["'`])(?<quoted>[^"'`\r\n]{1,8000})|(?<bare>[^\s"'`,;|&()<>]{1,8000})/dy;

const SECRET_NAME =
  /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secrets?|token|credentials?|auth|bearer|apikey|(?:api|access|private|secret|signing|encryption|master|account|license|ssh|deploy)[_-]?key)(?:$|[_.-](?!file|path|dir|url|name|type|id|stdin|count|limit|length|ttl|env))/i;

/** DATABASE_PASSWORD, apiKey, x-auth-token: yes. token-file, passwordless, --no-auth: no. */
export const isSecretName = (name: string): boolean =>
  name.length <= 100 && SECRET_NAME.test(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, "_")) && !/^-{0,2}no-/i.test(name);

/** Also the headers whose whole value is one; in running text a pattern of their own leaves `Bearer` readable. */
export const isSecretKey = (name: string): boolean =>
  isSecretName(name) || /^(?:proxy-)?authorization$|^(?:set-)?cookie$/i.test(name);
