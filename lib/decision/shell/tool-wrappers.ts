import type { Wrapper } from "./wrapper-shape";

/** Developers' tools that run another program: containers, environments, secrets, versions, watchers, debuggers, terminals. */
const PLAIN: Wrapper = {};
const EXEC: Wrapper = { sub: ["exec"] };
const AFTER_DASHES: Wrapper = { starts: ["--"] };
const RUNNER: Wrapper = {
  sub: ["run", "exec", "x"],
  values: ["-n", "-p", "-e", "--env", "--with", "--python", "--group", "--extra"],
};
const SECRETS: Wrapper = { sub: ["run", "exec"], starts: ["--"], script: ["--command"] };
const CONTAINER: Wrapper = {
  sub: ["exec", "run", "create"],
  values: [
    "-e", "--env", "--env-file", "-u", "--user", "-w", "--workdir", "-v", "--volume", "--mount", "-p", "--publish", "--name", "--network",
    "--net", "--entrypoint", "--platform", "-h", "--hostname", "-l", "--label", "--memory", "-m", "--cpus", "--gpus", "--pid", "--ipc",
    "--uts", "--userns", "--cap-add", "--cap-drop", "--security-opt", "--device", "--add-host", "--restart", "--shm-size", "--ulimit",
    "--tmpfs", "--cidfile", "--log-driver", "--index", "--detach-keys", "--pull", "--dns", "--link", "--volumes-from",
  ],
  positionals: 1,
  where: "container",
  keep: true,
  directory: ["-w", "--workdir"],
  program: ["--entrypoint"],
}; // prettier-ignore
const KUBE: Wrapper = {
  values: ["-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "--cluster", "-f"],
  starts: ["--"],
  where: "container",
  keep: true,
};
const TERMINAL: Wrapper = { starts: ["-e", "-x", "--", "--command", "--execute"], joined: "lone" };

export const TOOL_WRAPPERS: Readonly<Record<string, Wrapper>> = {
  // Containers and boxes.
  docker: CONTAINER, podman: CONTAINER, nerdctl: CONTAINER,
  kubectl: { ...KUBE, sub: ["exec"] }, oc: { ...KUBE, sub: ["exec", "rsh"] },
  lxc: { sub: ["exec"], positionals: 1, values: ["--env", "--cwd", "--user"], where: "container", keep: true },
  crictl: { sub: ["exec"], positionals: 1, where: "container", keep: true },
  // These share the home with the machine.
  distrobox: { sub: ["enter"], starts: ["--", "-e", "--exec"] }, "distrobox-enter": { starts: ["--", "-e", "--exec"] },
  toolbox: { sub: ["run"], values: ["-c", "--container", "-d", "--distro", "-r", "--release"] }, "flatpak-spawn": PLAIN,
  // Environments and secrets handed to a program.
  direnv: { sub: ["exec"], positionals: 1 }, "cross-env": { assignments: true }, "cross-env-shell": { assignments: true, joined: true },
  dotenv: { values: ["-e", "-f", "-c", "-p"], optional: /^run$/ }, dotenvx: SECRETS, "env-cmd": { values: ["-f", "--file", "-e", "--environments", "-r", "--rc-file"] },
  envconsul: { values: ["-prefix", "-secret", "-config", "-consul-addr", "-vault-addr"] }, envchain: { positionals: 1, keep: true },
  doppler: SECRETS, infisical: SECRETS, op: SECRETS, teller: SECRETS, berglas: SECRETS, chamber: SECRETS, saml2aws: SECRETS, phase: SECRETS,
  "aws-vault": { sub: ["exec"], positionals: 1, keep: true }, "aws-okta": { sub: ["exec"], positionals: 1 },
  // Versions and package environments.
  devbox: RUNNER, mise: RUNNER, poetry: RUNNER, pipenv: RUNNER, pdm: RUNNER, hatch: RUNNER, rye: RUNNER, uv: RUNNER, pixi: RUNNER, conda: RUNNER, mamba: RUNNER, micromamba: RUNNER,
  bundle: EXEC, rbenv: EXEC, pyenv: EXEC, nodenv: EXEC, goenv: EXEC, jenv: EXEC, asdf: EXEC,
  nvm: { sub: ["exec"], optional: /^(?:v?\d|(?:lts|node|stable|system|default)\b)/ }, fnm: { sub: ["exec"], values: ["--using"] },
  volta: { sub: ["run"], values: ["--node", "--npm", "--yarn", "--pnpm"] }, rustup: { sub: ["run"], positionals: 1 },
  nix: { sub: ["develop", "shell", "run"], starts: ["-c", "--command"] }, guix: { sub: ["shell", "environment"], starts: ["--"] },
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
  strace: { values: ["-o", "-e", "-s", "-p", "-P", "-u", "-E", "-a", "-I", "-O", "-S", "-X", "-b"] }, ltrace: { values: ["-o", "-e", "-s", "-p", "-u", "-n", "-a", "-l", "-F"] },
  perf: { sub: ["stat", "record", "trace"], values: ["-o", "-e", "-F", "-p", "-c", "-r", "-C", "--output", "--event", "--call-graph"] },
  "trace-cmd": { sub: ["record"], values: ["-e", "-o", "-p", "-l"] }, valgrind: PLAIN, catchsegv: PLAIN, heaptrack: PLAIN, multitime: { values: ["-n", "-s", "-o", "-i", "-r", "-f"] },
  // Terminals.
  xterm: TERMINAL, uxterm: TERMINAL, rxvt: TERMINAL, urxvt: TERMINAL, st: TERMINAL, foot: PLAIN, kitty: PLAIN, alacritty: TERMINAL, konsole: TERMINAL, terminator: TERMINAL,
  "gnome-terminal": TERMINAL, "xfce4-terminal": TERMINAL, "mate-terminal": TERMINAL, lxterminal: TERMINAL, "x-terminal-emulator": TERMINAL,
  wezterm: { sub: ["start"], starts: ["--"] }, zellij: { sub: ["run"], starts: ["--"] },
  dtach: { values: ["-n", "-A", "-c", "-N"] }, abduco: { values: ["-n", "-A", "-c", "-e"] },
}; // prettier-ignore
