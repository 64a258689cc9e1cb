/** How the words of a package are to be read: `name==1.2`, `@scope/name@1.2`, `name@1.2`, `name:1.2`, `channel::name=1.2`, names alone. */
export type Syntax = "python" | "npm" | "at" | "colon" | "conda" | "plain" | "none";

/** How a package manager is told what to install, and from where. */
export type Manager = {
  /** OSV's name for where its packages come from; "" where OSV has none. */
  ecosystem: string;
  syntax: Syntax;
  /** First words of calls that install packages; "" for a program that does nothing else. The longest counts. */
  installs: readonly string[];
  /** First words of calls that fetch one package and run it at once: what follows that package is its own. */
  runs?: readonly string[];
  /** First words of calls that change where packages come from. */
  settings?: readonly string[];
  /** Flags that take the next word. */
  values?: readonly string[];
  /** Flags whose value is a package itself. */
  named?: readonly string[];
  /** Flags whose value is the version of the one package. */
  version?: readonly string[];
  /** What its settings add is a further source beside the usual one, as systems have several. */
  system?: true;
};

const PYTHON_VALUES = ["-r", "--requirement", "-c", "--constraint", "-t", "--target", "--python", "--prefix", "--root", "--platform", "--python-version", "-G", "--group", "--extra", "-E", "--optional", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "--index", "--default-index", "--trusted-host", "--cert", "--proxy", "--cache-dir", "--source", "--rev", "--tag", "--branch", "-p"]; // prettier-ignore
const NPM_VALUES = ["--prefix", "-C", "--dir", "--cwd", "--registry", "-w", "--workspace", "--filter", "-F", "--tag", "--loglevel", "--cache", "--userconfig", "--location", "--save-prefix", "--omit", "--include"]; // prettier-ignore
const SYSTEM_VALUES = ["-t", "--target-release", "-o", "-c", "--root", "-X", "--repository", "--enablerepo", "--repo", "--setopt", "--releasever", "--add-repo"]; // prettier-ignore

const pip: Manager = { ecosystem: "PyPI", syntax: "python", installs: ["install", "download", "wheel"], settings: ["config"], values: PYTHON_VALUES }; // prettier-ignore
const uvx: Manager = { ecosystem: "PyPI", syntax: "python", installs: [], runs: [""], values: PYTHON_VALUES, named: ["--from", "--with", "--spec"] }; // prettier-ignore
const npx: Manager = { ecosystem: "npm", syntax: "npm", installs: [], runs: [""], values: NPM_VALUES, named: ["-p", "--package"] }; // prettier-ignore
const npm: Manager = { ecosystem: "npm", syntax: "npm", installs: ["install", "i", "add", "in", "ins", "install-test", "it", "update", "up", "upgrade"], runs: ["exec", "x", "create", "init"], settings: ["config", "set", "c"], values: NPM_VALUES, named: ["--package"] }; // prettier-ignore
const conda: Manager = { ecosystem: "", syntax: "conda", installs: ["install", "create", "update", "env create"], settings: ["config"], values: ["-n", "--name", "-p", "--prefix", "-c", "--channel", "-f", "--file"] }; // prettier-ignore
const apt: Manager = { ecosystem: "", syntax: "plain", installs: ["install", "reinstall", "upgrade", "update", "full-upgrade", "dist-upgrade", "build-dep", "source"], values: SYSTEM_VALUES, system: true }; // prettier-ignore
const dnf: Manager = { ecosystem: "", syntax: "plain", installs: ["install", "localinstall", "upgrade", "update", "reinstall", "groupinstall"], settings: ["config-manager"], values: SYSTEM_VALUES, system: true }; // prettier-ignore
const rpm: Manager = { ecosystem: "", syntax: "plain", installs: [""], values: SYSTEM_VALUES, system: true };
const editor: Manager = { ecosystem: "VSCode", syntax: "at", installs: [], named: ["--install-extension"] };
const assistant: Manager = { ecosystem: "", syntax: "npm", installs: ["plugin marketplace add", "plugin add", "extensions install"], system: true }; // prettier-ignore

/** Package managers by program name. */
export const MANAGERS: Readonly<Record<string, Manager>> = {
  npm, npx, bunx: npx, pnpx: npx,
  pnpm: { ...npm, installs: ["add", "install", "i", "update", "up"], runs: ["dlx", "create"] },
  yarn: { ...npm, installs: ["add", "global add", "up", "upgrade"], runs: ["dlx", "create"], settings: ["config"] },
  bun: { ...npm, installs: ["add", "install", "a", "i", "update"], runs: ["x", "create"], settings: [] },
  deno: { ecosystem: "npm", syntax: "npm", installs: ["install", "add", "i"], runs: ["run", "serve"], values: ["--config", "--import-map", "-n", "--name", "--cert"] },
  pip, pip3: pip, pip2: pip, uvx, uv: { ...pip, installs: ["pip install", "pip download", "pip sync", "add", "tool install", "sync", "lock"], runs: ["tool run"], settings: ["config"], named: ["--from", "--with"] },
  pipx: { ...pip, installs: ["install", "inject", "upgrade"], runs: ["run"], named: ["--spec"], settings: [] },
  poetry: { ...pip, installs: ["add", "install", "update", "self add"], settings: ["source add", "config"] },
  pdm: { ...pip, installs: ["add", "install", "update"], settings: ["config"] }, rye: { ...pip, installs: ["add", "install", "sync"] }, pipenv: { ...pip, installs: ["install", "update"] },
  conda, mamba: conda, micromamba: conda,
  gem: { ecosystem: "RubyGems", syntax: "colon", installs: ["install", "update", "i"], settings: ["sources"], values: ["-v", "--version", "-s", "--source", "-i", "-n", "-P"], version: ["-v", "--version"] },
  bundle: { ecosystem: "RubyGems", syntax: "colon", installs: ["add", "install", "update"], settings: ["config"], values: ["--version", "-v", "--source", "--git", "--github", "--path", "--gemfile", "--group"], version: ["-v", "--version"] },
  cargo: { ecosystem: "crates.io", syntax: "at", installs: ["add", "install", "binstall", "update"], values: ["--version", "--vers", "--git", "--branch", "--tag", "--rev", "--path", "--registry", "--index", "-F", "--features", "--root", "--target", "-p", "--package"], version: ["--version", "--vers"] },
  go: { ecosystem: "Go", syntax: "at", installs: ["get", "install", "mod download", "mod tidy"], runs: ["run"], settings: ["env", "mod edit"], values: ["-o", "-p", "-tags", "-ldflags", "-mod", "-modfile"] },
  composer: { ecosystem: "Packagist", syntax: "colon", installs: ["require", "install", "update", "create-project", "global require"], settings: ["config"], values: ["-d", "--working-dir", "--repository", "--repository-url"] },
  dotnet: { ecosystem: "NuGet", syntax: "at", installs: ["add package", "tool install", "tool update", "restore", "package add", "new install"], settings: ["nuget add source", "nuget update source"], values: ["--version", "-v", "--source", "-s", "--add-source", "--project", "-n", "--framework", "-f"], version: ["--version", "-v"] },
  nuget: { ecosystem: "NuGet", syntax: "plain", installs: ["install", "restore", "update"], settings: ["sources"], values: ["-Version", "-Source", "-OutputDirectory", "-ConfigFile"], version: ["-Version"] },
  mvn: { ecosystem: "", syntax: "none", installs: [""] }, mvnw: { ecosystem: "", syntax: "none", installs: [""] },
  brew: { ecosystem: "", syntax: "plain", installs: ["install", "reinstall", "upgrade", "cask install"], settings: ["tap"], system: true },
  apt, "apt-get": apt, aptitude: apt, dnf, yum: dnf, microdnf: dnf, zypper: { ...dnf, settings: ["addrepo", "ar"] }, dpkg: rpm, rpm,
  "add-apt-repository": { ecosystem: "", syntax: "none", installs: [], settings: [""], system: true },
  apk: { ecosystem: "", syntax: "plain", installs: ["add", "upgrade"], values: SYSTEM_VALUES, system: true }, pacman: { ...rpm, values: ["--root", "--config"] }, flatpak: { ...dnf, settings: ["remote-add"] }, snap: apt,
  helm: { ecosystem: "", syntax: "none", installs: ["plugin install"], settings: ["repo add"], system: true }, krew: { ecosystem: "", syntax: "plain", installs: ["install"], settings: ["index add"], system: true },
  kubectl: { ecosystem: "", syntax: "plain", installs: ["krew install"], settings: ["krew index add"], system: true }, asdf: { ecosystem: "", syntax: "none", installs: [], settings: ["plugin add", "plugin-add"], system: true },
  code: editor, "code-insiders": editor, codium: editor, cursor: editor, windsurf: editor,
  gh: { ecosystem: "", syntax: "npm", installs: ["extension install", "ext install", "extensions install"], system: true },
  claude: assistant, "claude-code": assistant, codex: assistant, gemini: assistant,
}; // prettier-ignore
