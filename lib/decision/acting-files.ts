/** How the text of a file that acts by itself is read. */
export type Reading =
  | "pipeline" | "image" | "platform" | "services" | "makefile" | "script" | "program" | "lines" | "strings" | "markup" | "nix" | "python" | "javascript" | "ruby"
  | "sources" | "connections" | "lock" | "owners" | "definitions" | "manifests" | "instructions" | "agents"; // prettier-ignore

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
  [/\.tf(?:\.json)?$|\/(?:firestore|storage)\.rules$|\.(?:cfn|cf)\.(?:ya?ml|json)$|\/cloudformation\/.+\.(?:ya?ml|json)$|\/(?:template|serverless)\.ya?ml$/, ["definitions"]],
  [/\/(?:k8s|kubernetes|deploy(?:ments?)?|manifests?|clusters?|gitops|argocd|flux|infra(?:structure)?|overlays|charts?|helm|rbac)\/.*\.ya?ml$/i, ["manifests"]],
  [/\/(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$|\.(?:dockerfile|containerfile)$/i, ["image"]],
  [/\/(?:docker-)?compose(?:[.-][\w-]+)*\.ya?ml$/, ["services", "lines"]],
  [/\/(?:vercel|now|netlify|railway|render|fly|nixpacks|amplify|firebase|wrangler|app|heroku|apprunner|skaffold|\.readthedocs|\.gitpod|\.platform\.app|devbox)\.(?:jsonc?|toml|ya?ml)$/, ["platform"]],
  [/\/(?:GNUm|[Mm])akefile$|\.mk$/, ["makefile"]],
  [/\/\.(?:husky|githooks)\/(?!_\/)[^/]+$|\/\.git\/hooks\/[^/]+$|\/\.envrc$/, ["script"]],
  [/\/\.(?:bash|zsh)(?:rc|env|_profile|_login|_logout|_aliases)$|\/\.z(?:profile|login|logout)$|\/\.profile$|\/config\.fish$/, ["script"]],
  [/\/(?:\.?justfile|Taskfile\.ya?ml|\.?lefthook\.ya?ml|\.pre-commit-config\.yaml|Procfile(?:\.\w+)?|tox\.ini|mise\.toml|\.mise\.toml)$/i, ["lines"]],
  [/\/(?:cron\.(?:d|daily|hourly|weekly)\/[^/]+|crontab)$|\/systemd\/.+\.(?:service|timer)$|\.desktop$/, ["lines"]],
  [/\/(?:[\w-]+\.config\.[cm]?[jt]s|(?:jest|vitest|test|karma)[.-]?(?:setup|conf)\.[cm]?[jt]s|setupTests\.[jt]s|global-?(?:[sS]etup|[tT]eardown)\.[cm]?[jt]s|\.[\w-]+rc\.[cm]?[jt]s|\.pnp\.cjs|\.pnpmfile\.cjs|[Gg]ulpfile\.[cm]?[jt]s|Gruntfile\.js)$/, ["javascript"]],
  [/\/(?:Gemfile|Podfile|Vagrantfile|Brewfile|Rakefile|Fastfile|Dangerfile|Guardfile|[\w-]+\.(?:gemspec|podspec)|(?:spec|rails|test)_helper\.rb|\.(?:irb|pry)rc)$/, ["ruby"]],
  [/\/build\.rs$|\/build\.zig$|\/Package\.swift$|\/mix\.exs$|\.sbt$|\/(?:build|settings|init)\.gradle(?:\.kts)?$|\/CMakeLists\.txt$|\.cmake$|\.gypi?$|\/meson\.build$|\/(?:BUILD|WORKSPACE|MODULE)(?:\.bazel)?$|\.bzl$|\/\.idea\/.+\.xml$/, ["strings"]],
  [/\/(?:pyproject\.toml|deno\.jsonc?|\.lintstagedrc(?:\.json)?|\.Rprofile|\.(?:pdb|psql|gdb|lldb)(?:rc|init))$/, ["strings"]],
  [/\/pom\.xml$|\.(?:csproj|fsproj|vbproj)$|\/(?:Directory\.Build\.\w+|build\.xml)$|\.targets$/, ["markup"]],
  [/\.nix$/, ["nix"]],
  [/\/(?:\.local\/|usr\/local\/|opt\/homebrew\/|(?:home|Users)\/[^/]+\/)bin\/[^/]+$/, ["program"]],
  [/\/(?:\.oh-my-zsh\/custom|\.(?:zsh|bash)rc\.d|\.config\/zsh)\/.+$|\/\.?git-?templates?\/hooks\/[^/]+$|\/\.config\/git\/template\/hooks\/[^/]+$/, ["script"]],
  [/\/\.(?:aws|kube)\/config$/, ["lines", "strings"]],
  [/\/package\.json$|\/composer\.json$/, ["strings", "sources"]],
  [/\/(?:\.vscode|Code(?: - Insiders)?\/User)\/(?:tasks|launch|settings)\.json$|\/\.?devcontainer\.json$|\/\.devcontainer\/.+\.json$|\/\.zed\/tasks\.json$/, ["strings"]],
  [/\/(?:\.vimrc|\.?gvimrc|\.exrc|\.nvimrc|\.nvim\.lua|\.emacs|\.dir-locals\.el)$|\/nvim\/.+\.(?:lua|vim)$|\/\.vim\/.+\.vim$|\/(?:\.emacs\.d|\.config\/emacs)\/.+\.el$/, ["strings"]],
  [/\/(?:\.gitconfig|\.config\/git\/config)$/, ["strings", "lines"]],
  [/\/(?:conftest|sitecustomize|usercustomize|setup|noxfile)\.py$|\/tests?\/(?:.+\/)?__init__\.py$|\.pth$|\/\.ipython\/profile_\w+\/startup\/.+\.py$/, ["python"]],
  [/\/(?:\.npmrc|\.yarnrc(?:\.yml)?|\.?bunfig\.toml|\.pypirc|pip\.(?:conf|ini)|uv\.toml|\.gemrc|\.condarc|nuget\.config|\.?(?:terraform|tofu)\.?rc)$|\/\.(?:cargo\/config(?:\.toml)?|bundle\/config|m2\/settings\.xml)$/i, ["sources"]],
  [/\/(?:[._]?curlrc|\.?wgetrc|\.npmrc|\.yarnrc(?:\.yml)?|\.condarc|\.?gemrc|\.?ldaprc|ldap\.conf|\.gitconfig|\.lftprc|lftp\.conf|composer\.json|\.mavenrc)$|\/(?:\.bundle|\.config\/git|\.git|\.mvn)\/\w+(?:\.config)?$|\/(?:\.?aria2\/aria2\.conf|\.lftp\/rc|\.?composer\/config\.json|\.?docker\/daemon\.json)$/, ["connections"]],
  [/\/(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|constraints\.txt|pyproject\.toml|Pipfile|Gemfile|Cargo\.toml|go\.mod|environment\.ya?ml|(?:gradle|maven)-wrapper\.properties|pom\.xml|(?:build|settings)\.gradle(?:\.kts)?)$/, ["sources"]],
  [/\/(?:claude(?:\.local)?|agents?|gemini|skill)\.md$|\/\.(?:cursor|windsurf|cline|aider|goose)rules$|\/copilot-instructions\.md$|\/\.(?:cursor|windsurf|clinerules)\/.*\.mdc?$|\.mdc$|\/\.(?:claude|codex|gemini|github)\/(?:.*\/)?(?:rules|commands|skills|agents|output-styles|memor(?:y|ies)|instructions|prompts|chatmodes)\/.+\.md$|\/memory\.(?:md|json)$|\/(?:system|agent)[-_]?prompt\.(?:md|txt|ya?ml)$/i, ["instructions"]],
  [/\/(?:claude_desktop_config\.json|opencode\.jsonc?|\.aider\.conf\.ya?ml|\.(?:openai-)?codex\/config\.(?:toml|json)|\.(?:config\/)?(?:gemini|cursor|windsurf|opencode|goose|zed|continue|cline|roo|amp|qwen|github-copilot|copilot)\/(?:settings|config|hooks|mcp\w*|permissions|cli-config|globalStorage\/[^/]+)\.(?:jsonc?|ya?ml|toml))$/i, ["agents", "strings"]],
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
