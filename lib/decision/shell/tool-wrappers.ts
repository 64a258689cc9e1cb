import type { Wrapper } from "./wrapper-shape";

/** Developers' tools that run another program: containers, environments, secrets, versions, watchers, debuggers, terminals. */
const PLAIN: Wrapper = {};
const EXEC: Wrapper = { sub: ["exec"] };
const AFTER_DASHES: Wrapper = { starts: ["--"] };
const RUNNER_VALUES = [
    "-n", "-p", "-e", "-C", "-P", "-c", "--env", "--with", "--python", "--group", "--extra", "--directory", "--project", "--package", "--with-editable", "--with-requirements", "--env-file", "--index", "--default-index",
    "--index-url", "--extra-index-url", "--find-links", "--no-extra", "--only-group", "--no-group", "--config-file", "--cache-dir", "--name", "--prefix", "--cwd", "--environment", "--manifest-path", "--config",
]; // prettier-ignore
const RUNNER: Wrapper = { sub: ["run", "exec", "x"], values: RUNNER_VALUES };
const MISE: Wrapper = { values: RUNNER_VALUES, dashes: true, script: ["-c", "--command"] };
const SECRETS: Wrapper = { sub: ["run", "exec"], starts: ["--"], script: ["--command"] };
/** Options of `docker run` and `docker exec` that take the next word. */
export const CONTAINER_VALUES: readonly string[] = [
  "-e", "--env", "--env-file", "-u", "--user", "-w", "--workdir", "-v", "--volume", "--mount", "-p", "--publish", "--name", "--network",
  "--net", "--entrypoint", "--platform", "-h", "--hostname", "-l", "--label", "--memory", "-m", "--cpus", "--gpus", "--pid", "--ipc",
  "--uts", "--userns", "--cap-add", "--cap-drop", "--security-opt", "--device", "--add-host", "--restart", "--shm-size", "--ulimit",
  "--tmpfs", "--cidfile", "--log-driver", "--log-opt", "--index", "--detach-keys", "--pull", "--dns", "--link", "--volumes-from", "--ip", "--mac-address", "--network-alias", "--runtime",
  "--stop-signal", "--stop-timeout", "--sysctl", "--cgroupns", "--group-add", "--health-cmd", "--label-file", "--expose",
]; // prettier-ignore
const IN_CONTAINER: Wrapper = {
  values: CONTAINER_VALUES,
  positionals: 1,
  where: "container",
  keep: true,
  directory: ["-w", "--workdir"],
}; // prettier-ignore
const NEW_CONTAINER: Wrapper = { ...IN_CONTAINER, program: ["--entrypoint"], entry: "image" };
const IN_CONTAINERS = { exec: IN_CONTAINER, run: NEW_CONTAINER, create: NEW_CONTAINER };
const COMPOSE: Wrapper = {
  values: ["-f", "--file", "-p", "--project-name", "--profile", "--env-file", "--project-directory", "--ansi", "--parallel", "--progress"],
  by: IN_CONTAINERS,
}; // prettier-ignore
const CONTAINERS: Wrapper = {
  values: ["-H", "--host", "-c", "--context", "--config", "-l", "--log-level", "--url", "--connection", "-n", "--namespace"],
  by: { ...IN_CONTAINERS, container: { by: IN_CONTAINERS }, compose: COMPOSE },
}; // prettier-ignore
/** Another machine, reached by a tool of its own. */
const REMOTE: Wrapper = { where: "remote", keep: true };
const VIRTUAL: Wrapper = { where: "container", keep: true, dashes: true };
const FLY: Wrapper = {
  by: { ssh: { by: { console: { ...REMOTE, values: ["-a", "--app", "-r", "--region", "-o", "--org"], positionals: 0, script: ["-C", "--command"] } } } },
}; // prettier-ignore
const FLAKE: Wrapper = {
  values: ["--system", "-I", "--arg", "--argstr", "--option", "--override-input", "--inputs-from", "--store", "--max-jobs", "-j", "--cores", "--builders", "--log-format"],
  positionals: 1,
  entry: "package",
  keep: true,
}; // prettier-ignore
const PROFILES = ["-d", "--duration", "-t", "--mfa-token", "--mfa-serial", "--region", "-p", "--profile", "-r", "--role", "--assume-role-ttl", "--session-ttl", "--arn", "-a", "--account", "--backend", "--prompt"]; // prettier-ignore
const KUBE: Wrapper = {
  values: ["-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "--cluster", "-f"],
  starts: ["--"],
  where: "container",
  keep: true,
};
const IN_SHELL: Wrapper = { starts: ["-c", "--command"] };
const TERMINAL: Wrapper = { starts: ["-e", "-x", "--", "--command", "--execute"], joined: "lone" };

export const TOOL_WRAPPERS: Readonly<Record<string, Wrapper>> = {
  // Containers and boxes.
  docker: CONTAINERS, nerdctl: CONTAINERS, podman: { ...CONTAINERS, by: { ...CONTAINERS.by, unshare: PLAIN } }, "docker-compose": COMPOSE, "podman-compose": COMPOSE,
  kubectl: { ...KUBE, sub: ["exec"] }, oc: { ...KUBE, sub: ["exec", "rsh"] },
  lxc: { ...VIRTUAL, sub: ["exec"], positionals: 1, values: ["--env", "--cwd", "--user"] }, multipass: { ...VIRTUAL, sub: ["exec"], positionals: 1 }, limactl: { ...VIRTUAL, sub: ["shell"], positionals: 1, values: ["--workdir"] },
  vagrant: { by: { ssh: { ...VIRTUAL, positionals: 0, script: ["-c", "--command"] } } },
  // Other machines.
  fly: FLY, flyctl: FLY, mosh: { ...REMOTE, positionals: 1, values: ["-p", "--port", "--bind-server", "--ssh", "--server", "--client"] },
  tsh: { by: { ssh: { ...REMOTE, positionals: 1, joined: true, values: ["-l", "--login", "-p", "--port", "--cluster", "--proxy", "-L", "-D", "-o", "--user"] } } },
  kubie: { by: { exec: { positionals: 2, values: ["-f"] } } },
  crictl: { sub: ["exec"], positionals: 1, where: "container", keep: true },
  // These share the home with the machine.
  distrobox: { sub: ["enter"], starts: ["--", "-e", "--exec"] }, "distrobox-enter": { starts: ["--", "-e", "--exec"] },
  toolbox: { sub: ["run"], values: ["-c", "--container", "-d", "--distro", "-r", "--release"] }, "flatpak-spawn": PLAIN,
  // Environments and secrets handed to a program.
  direnv: { sub: ["exec"], positionals: 1 }, "cross-env": { assignments: true }, "cross-env-shell": { assignments: true, joined: true },
  dotenv: { values: ["-e", "-f", "-c", "-p"], settings: ["-e", "-f"], optional: /^run$/ }, dotenvx: SECRETS, "env-cmd": { values: ["-f", "--file", "-e", "--environments", "-r", "--rc-file"] },
  envconsul: { values: ["-prefix", "-secret", "-config", "-consul-addr", "-vault-addr"] }, envchain: { positionals: 1, keep: true },
  doppler: SECRETS, infisical: SECRETS, op: SECRETS, teller: SECRETS, berglas: SECRETS, chamber: SECRETS, saml2aws: { sub: ["exec"], values: ["-a", "--idp-account", "--exec-profile", "-p", "--profile", "--role", "--region", "--session-duration", "--config", "--mfa", "--username", "--url"], dashes: true }, phase: SECRETS,
  "aws-vault": { sub: ["exec"], positionals: 1, values: PROFILES, dashes: true, keep: true }, "aws-okta": { sub: ["exec"], positionals: 1, values: PROFILES, dashes: true }, "aws-sso": { sub: ["exec"], values: PROFILES, dashes: true },
  assume: AFTER_DASHES,
  // Versions and package environments.
  devbox: RUNNER, mise: { by: { exec: MISE, x: MISE, run: { values: RUNNER_VALUES } } }, poetry: RUNNER, pipenv: RUNNER, pdm: RUNNER, hatch: RUNNER, rye: RUNNER, uv: { ...RUNNER, by: { tool: { sub: ["run"], values: ["--from", "--with", "--python", "-p", "--index", "--index-url", "--with-requirements", "--with-editable", "--cache-dir", "--directory"] } } }, pixi: RUNNER, conda: RUNNER, mamba: RUNNER, micromamba: RUNNER,
  bundle: EXEC, rbenv: EXEC, pyenv: EXEC, nodenv: EXEC, goenv: EXEC, jenv: EXEC, asdf: EXEC,
  nvm: { sub: ["exec"], optional: /^(?:v?\d|(?:lts|node|stable|system|default)\b)/ }, fnm: { sub: ["exec"], values: ["--using"] },
  volta: { sub: ["run"], values: ["--node", "--npm", "--yarn", "--pnpm"] }, rustup: { sub: ["run"], positionals: 1 },
  nix: { by: { run: FLAKE, develop: IN_SHELL, shell: IN_SHELL } }, guix: { sub: ["shell", "environment"], starts: ["--"] },
  foreman: { sub: ["run"], values: ["-e", "-f", "-p"] }, honcho: { sub: ["run"], values: ["-e"] },
  // Watchers, repeaters and queues.
  entr: { script: ["-s"] },
  watchexec: { values: ["-e", "--exts", "-w", "--watch", "-i", "--ignore", "-f", "--filter", "-s", "--signal", "-d", "--debounce", "-p"] },
  onchange: AFTER_DASHES, "wait-for-it": AFTER_DASHES, "wait-for-it.sh": AFTER_DASHES, "wait-for": AFTER_DASHES,
  retry: { values: ["-t", "--times", "-d", "--delay", "-m", "--max", "-s", "--sleep", "-u", "--until"] },
  pueue: { sub: ["add"], values: ["-g", "--group", "-w", "-d", "-l"] }, tsp: { values: ["-L", "-N", "-D", "-W"] }, nq: PLAIN,
  // Builders, many repositories.
  lerna: { sub: ["exec"], values: ["--scope", "--ignore", "--concurrency"], joined: "lone" }, nx: { sub: ["exec"], starts: ["--"], joined: "lone" }, meta: { sub: ["exec"], joined: "lone" }, mr: { sub: ["run"] },
  bear: { values: ["--output"] }, "scan-build": { values: ["-o"] }, ccache: PLAIN, sccache: PLAIN, distcc: PLAIN, shx: PLAIN, rtk: PLAIN,
  // Debuggers and tracers.
  gdb: { values: ["-ex", "-x", "-iex", "-ix", "-d", "-cd", "-p", "-c", "-s", "-e"], starts: ["--args"], keep: true },
  lldb: { starts: ["--"], keep: true }, rr: { sub: ["record"], values: ["-o"] },
  strace: { values: ["--output", "--trace", "--signal", "--user", "--env", "--string-limit", "--columns", "--argv0", "--summary-sort-by", "-o", "-e", "-s", "-p", "-P", "-u", "-E", "-a", "-I", "-O", "-S", "-X", "-b"] }, ltrace: { values: ["--output", "--library", "--indent", "--config", "-o", "-e", "-s", "-p", "-u", "-n", "-a", "-l", "-F"] },
  perf: { sub: ["stat", "record", "trace"], values: ["-o", "-e", "-F", "-p", "-c", "-r", "-C", "--output", "--event", "--call-graph"] },
  "trace-cmd": { sub: ["record"], values: ["-e", "-o", "-p", "-l"] }, valgrind: PLAIN, catchsegv: PLAIN, heaptrack: PLAIN, multitime: { values: ["-n", "-s", "-o", "-i", "-r", "-f"] },
  // Terminals.
  xterm: TERMINAL, uxterm: TERMINAL, rxvt: TERMINAL, urxvt: TERMINAL, st: TERMINAL, foot: PLAIN, kitty: PLAIN, alacritty: TERMINAL, konsole: TERMINAL, terminator: TERMINAL,
  "gnome-terminal": TERMINAL, "xfce4-terminal": TERMINAL, "mate-terminal": TERMINAL, lxterminal: TERMINAL, "x-terminal-emulator": TERMINAL,
  wezterm: { sub: ["start"], starts: ["--"] }, zellij: { sub: ["run"], starts: ["--"] },
  dtach: { values: ["-n", "-A", "-c", "-N"] }, abduco: { values: ["-n", "-A", "-c", "-e"] },
}; // prettier-ignore
