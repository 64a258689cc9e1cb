import { isInspection } from "./arguments";
import { clip } from "./clip";
import { isProduction } from "./phrases";
import { add, type Maker } from "./scene";

/**
 * Ordinary work that no rule objects to, but a user may: "don't commit yet", "install nothing". Only a boundary that the user stated
 * looks at these (boundaries.ts).
 */
type Act = "commit" | "merge" | "delete" | "install" | "deploy" | "migrate" | "publish";
type Work = readonly (readonly [when: RegExp, act: Act])[];

const INSTALLS: Work = [[/^(?:\S+ )?(?:install|add|i|ci|get|sync)\b/, "install"]];
const SCRIPTS: Work = [
  [/(?:^|[\s/:_-])deploy/i, "deploy"],
  [/(?:^|[\s/:_-])migrat/i, "migrate"],
  [/(?:^|[\s/:_-])(?:publish|release)/i, "publish"],
];
const PACKAGES: Work = [
  ...INSTALLS,
  ...SCRIPTS.map(([when, act]) => [new RegExp(`^run\\b.*${when.source}`, "i"), act] as const),
];

/** Each option can be read one way only, or reading many of them would take forever. */
const GIT_OPTIONS = "^(?:-[Cc] \\S+ |-(?![Cc] )\\S+ )*";
const gitWork = (names: string, act: Act) => [new RegExp(`${GIT_OPTIONS}(?:${names})(?: |$)`), act] as const;

const WORK: Readonly<Record<string, Work>> = {
  git: [gitWork("commit|cherry-pick|revert|am", "commit"), gitWork("merge|pull", "merge"), gitWork("rm|branch -d|tag -d", "delete")],
  npm: PACKAGES, pnpm: PACKAGES, yarn: [[/^$/, "install"], ...PACKAGES], bun: PACKAGES,
  pip: INSTALLS, pip3: INSTALLS, pipx: INSTALLS, uv: INSTALLS, poetry: INSTALLS, conda: INSTALLS, brew: INSTALLS, gem: INSTALLS,
  cargo: INSTALLS, go: INSTALLS, apt: INSTALLS, "apt-get": INSTALLS, dnf: INSTALLS, yum: INSTALLS, apk: INSTALLS,
  bundle: INSTALLS, composer: INSTALLS,
  make: SCRIPTS, just: SCRIPTS, task: SCRIPTS, bash: SCRIPTS, sh: SCRIPTS, python: SCRIPTS, python3: SCRIPTS, node: SCRIPTS,
  prisma: SCRIPTS, knex: SCRIPTS, sequelize: SCRIPTS, rails: SCRIPTS, rake: SCRIPTS, artisan: SCRIPTS,
  alembic: [[/^(?:upgrade|downgrade)\b/, "migrate"]],
}; // prettier-ignore

/** Of migrations only told: `migrate status`, `db:migrate:list`, `migrate --plan`. */
const TELLS =
  /\bmigrat\w*[\s:_-]+(?:-\S+ )*(?:status|list|show|history|current|diff|validate|check|info|plan)(?:[\s=]|$)/i;

export const everyday: Maker = (command, scene) => {
  const isScript = command.program.value.includes("/");
  const work = Object.hasOwn(WORK, command.name) ? WORK[command.name] : isScript ? SCRIPTS : undefined;
  if (work === undefined || isInspection(command)) return;
  const words = command.args.map((arg) => arg.value).join(" ").slice(0, 4_000); // prettier-ignore
  const first = words.split(" ").slice(0, 3).join(" ");
  const text = work === SCRIPTS && isScript ? command.program.value : work === WORK.git ? words : first;
  const act = work.find(([when]) => when.test(text))?.[1];
  if (act === undefined || (act === "migrate" && TELLS.test(words))) return;
  add(scene, "everyday", "command", null, command, `${command.name}: ${clip(words)}`, {
    act,
    text: clip(`${command.name} ${words}`),
    production: isProduction(words),
  });
};
