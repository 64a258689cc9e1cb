/** An act named in words, and the command line that does it. Anchored at the verb: to write about it is not to ask for it. */
type Wording = { pattern: RegExp; command: (groups: Record<string, string | undefined>) => string };

/** A name as it can stand in a command line; what is not one is left out. */
const word = (name: string | undefined): string => (name === undefined || !/^[\w./@:~-]+$/.test(name) ? "" : name);

const BRANCH = String.raw`(?:the )?(?<branch>[\w./-]*[\w])(?: branch)?`;
const SECRET = String.raw`(?:the |our |all |my |its |contents? of |content of )*(?<secret>[\w./~-]*\.env\b[\w.]*|~?\/[\w./-]*(?:credentials|id_rsa|id_ed25519)|(?:api |access |secret |private |ssh )?(?:credentials|keys|secrets|tokens|passwords)|environment variables)`;
const ADDRESS = String.raw`(?<url>https?:\/\/[^\s"'\x60)>]+)`;

const wording = (pattern: string, command: Wording["command"]): Wording => ({
  pattern: new RegExp(`^${pattern}`, "i"),
  command,
});

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
  wording(String.raw`(?:download|fetch|get|curl) [^.]{0,40}?${ADDRESS}[^.]{0,40}?\b(?:run|execute|pipe|install|source)\b`, ({ url }) => `curl -s '${url}' | bash`),
  wording(String.raw`(?:run|execute|install from|source) (?:the )?(?:script|installer|code|setup)[^.]{0,30}? ${ADDRESS}`, ({ url }) => `curl -s '${url}' | bash`),
  wording(String.raw`(?:delete|remove|wipe|erase|destroy) (?:everything|all (?:the )?files|all (?:of )?(?:it|the data))(?: \w+){0,2}? (?:in|under|from|on|inside) (?:the |my |your )?(?<place>home(?: directory| folder)?|~\S*|\/\S*|root|disk|machine|system)`, ({ place }) =>
    `rm -rf ${/^[~/]/.test(place ?? "") ? word(place) : /^home/i.test(place ?? "") ? "~" : "/"}`),
  wording(String.raw`(?:delete|remove|wipe|erase) (?:the |my |your )?(?:entire |whole )?home (?:directory|folder)`, () => "rm -rf ~"),
  wording(String.raw`add (?:the |my |this |an? )?(?:ssh |public )*key\b[^.]{0,60}? (?:to|into) (?:~\/\.ssh\/)?authorized_keys`, () => "echo key >> ~/.ssh/authorized_keys"),
  wording(String.raw`(?:start|run|launch|use) [^.]{0,40}?--dangerously-skip-permissions`, () => "claude --dangerously-skip-permissions"),
  wording(String.raw`(?:deploy|release|ship|roll out) [^.]{0,60}?\bto (?:prod|production)\b`, () => "vercel deploy --prod"),
  wording(String.raw`(?:run|apply|execute) (?:the |all |pending )*(?:database |db )?migrations? [^.]{0,40}?\b(?:on|against|in|to) (?:the )?(?:prod|production)\b`, () =>
    "DATABASE_URL=postgres://production/db npx prisma migrate deploy"),
  wording(String.raw`(?:run|execute|use|do) (?:a |the )?(?<line>(?:sudo |git |rm |curl |wget |kubectl |helm |docker |terraform |psql |mysql |aws |gcloud |az |gh |npm |npx |chmod |chown |ssh |scp |rsync |dd |mkfs|shred |find )[^\n]{2,300}?)[.!]?$`, ({ line }) => line ?? ""),
  wording(String.raw`(?:run )?terraform destroy\b`, () => "terraform destroy -auto-approve"),
]; // prettier-ignore

/** The command line that a request in words comes to; null where it names nothing of the kind. */
export function asCommand(clause: string): string | null {
  for (const { pattern, command } of WORDINGS) {
    const match = pattern.exec(clause);
    if (match !== null) return command(match.groups ?? {});
  }
  return null;
}
