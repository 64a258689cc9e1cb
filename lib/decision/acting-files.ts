/** How the text of a file that acts by itself is read. */
export type Reading =
  | "pipeline" | "image" | "services" | "makefile" | "script" | "lines" | "strings" | "python" | "javascript" | "sources" | "lock" | "owners" | "definitions" | "instructions"; // prettier-ignore

/** Files that say what pipelines run, for everybody and with their secrets, as soon as they are pushed. */
export const PIPELINE =
  /\/(?:\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/.+\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab\/ci\/.+\.ya?ml|\.circleci\/config\.yml|azure-pipelines[^/]*\.ya?ml|Jenkinsfile(?:\.\w+)?|bitbucket-pipelines\.yml|\.buildkite\/.+\.ya?ml|\.drone\.yml|\.travis\.yml|\.?appveyor\.yml|cloudbuild\.ya?ml|buildspec\.ya?ml|\.woodpecker(?:\/.+)?\.ya?ml|\.tekton\/.+\.ya?ml|\.semaphore\/.+\.yml|\.cirrus\.yml)$/;

/** Files by which an install tells that it gets what everybody else got. */
export const LOCK =
  /\/(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|uv\.lock|Pipfile\.lock|pdm\.lock|Cargo\.lock|go\.sum|Gemfile\.lock|composer\.lock|gradle\.lockfile|packages\.lock\.json|flake\.lock|mix\.lock)$/;

const KINDS: readonly (readonly [RegExp, readonly Reading[]])[] = [
  [PIPELINE, ["pipeline"]],
  [LOCK, ["lock"]],
  [/\/CODEOWNERS$/, ["owners"]],
  [/\.tf(?:\.json)?$/, ["definitions"]],
  [/\/(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$|\.(?:dockerfile|containerfile)$/i, ["image"]],
  [/\/(?:docker-)?compose(?:[.-][\w-]+)*\.ya?ml$/, ["services", "lines"]],
  [/\/(?:GNUm|[Mm])akefile$|\.mk$/, ["makefile"]],
  [/\/\.(?:husky|githooks)\/(?!_\/)[^/]+$|\/\.git\/hooks\/[^/]+$|\/\.envrc$/, ["script"]],
  [/\/\.(?:bash|zsh)(?:rc|env|_profile|_login|_logout|_aliases)$|\/\.z(?:profile|login|logout)$|\/\.profile$|\/config\.fish$/, ["script"]],
  [/\/(?:\.?justfile|Taskfile\.ya?ml|\.?lefthook\.ya?ml|\.pre-commit-config\.yaml|Procfile(?:\.\w+)?|tox\.ini|mise\.toml|\.mise\.toml)$/i, ["lines"]],
  [/\/(?:cron\.(?:d|daily|hourly|weekly)\/[^/]+|crontab)$|\/systemd\/.+\.(?:service|timer)$|\.desktop$/, ["lines"]],
  [/\/(?:[\w-]+\.config\.[cm]?[jt]s|(?:jest|vitest|test|karma)[.-]?(?:setup|conf)\.[cm]?[jt]s|setupTests\.[jt]s|\.eslintrc\.c?js|[Gg]ulpfile\.[cm]?[jt]s|Gruntfile\.js)$/, ["javascript"]],
  [/\/build\.rs$|\/Rakefile$|\/\.idea\/.+\.xml$/, ["strings"]],
  [/\/\.(?:aws|kube)\/config$/, ["lines", "strings"]],
  [/\/package\.json$|\/composer\.json$/, ["strings", "sources"]],
  [/\/\.vscode\/(?:tasks|launch|settings)\.json$|\/\.?devcontainer\.json$|\/\.devcontainer\/.+\.json$|\/\.zed\/tasks\.json$/, ["strings"]],
  [/\/(?:\.vimrc|\.?gvimrc|\.exrc|\.nvimrc|\.nvim\.lua|\.emacs|\.dir-locals\.el|\.pnpmfile\.cjs)$|\/nvim\/.+\.(?:lua|vim)$|\/\.vim\/.+\.vim$|\/(?:\.emacs\.d|\.config\/emacs)\/.+\.el$/, ["strings"]],
  [/\/(?:\.gitconfig|\.config\/git\/config)$/, ["strings", "lines"]],
  [/\/(?:conftest|sitecustomize|usercustomize|setup|noxfile)\.py$|\.pth$|\/\.ipython\/profile_\w+\/startup\/.+\.py$/, ["python"]],
  [/\/(?:\.npmrc|\.yarnrc(?:\.yml)?|\.?bunfig\.toml|\.pypirc|pip\.(?:conf|ini)|uv\.toml|\.gemrc|\.condarc|nuget\.config|\.?(?:terraform|tofu)\.?rc)$|\/\.(?:cargo\/config(?:\.toml)?|bundle\/config|m2\/settings\.xml)$/i, ["sources"]],
  [/\/(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|constraints\.txt|pyproject\.toml|Pipfile|Gemfile|Cargo\.toml|go\.mod|environment\.ya?ml|(?:gradle|maven)-wrapper\.properties|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?)$/, ["sources"]],
  [/\/(?:claude(?:\.local)?|agents?|gemini|skill)\.md$|\/\.(?:cursor|windsurf|cline|aider|goose)rules$|\/copilot-instructions\.md$|\/\.(?:cursor|windsurf|clinerules)\/.*\.mdc?$|\.mdc$|\/\.(?:claude|codex|gemini|github)\/(?:.*\/)?(?:rules|commands|skills|agents|output-styles|memor(?:y|ies)|instructions|prompts|chatmodes)\/.+\.md$|\/memory\.(?:md|json)$|\/(?:system|agent)[-_]?prompt\.(?:md|txt|ya?ml)$/i, ["instructions"]],
]; // prettier-ignore

/** Of these nothing is run: they are what tests and examples are made of. */
const MATERIAL = /\/(?:__)?(?:fixtures?|test-?data|snapshots?|goldens?)(?:__)?\//i;

/**
 * How to read what an edit puts into a file that programs or agents obey before anybody has looked at it: pipelines, hooks, build files,
 * start-up files, package sources, instructions. Of all other files nothing.
 */
export function readingsOf(path: string): readonly Reading[] {
  if (MATERIAL.test(path)) return [];
  return KINDS.filter(([pattern]) => pattern.test(path)).flatMap(([, readings]) => readings);
}
