import type { Where } from "./types";

/**
 * How a program that runs another one writes it down: flags, then `positionals` of its own, then the command.
 * `values`: flags that take the next word. `assignments`: `A=b` may come first. `sub`: subcommands that run something.
 */
export type Wrapper = {
  values?: readonly string[];
  positionals?: number;
  assignments?: boolean;
  sub?: readonly string[];
  /** The command starts after `--` and nowhere else. */
  dashes?: boolean;
  where?: Where;
  /** The wrapper does something itself and is kept beside what it runs. */
  keep?: boolean;
  /** Flags whose value is a script. */
  script?: readonly string[];
  /** Flags that name the directory to run in. */
  directory?: readonly string[];
  /** All words left are joined to a script (ssh). */
  joined?: boolean;
};

const PLAIN: Wrapper = {};
const RUNNER: Wrapper = {
  sub: ["run", "exec", "x"],
  values: ["-n", "-p", "-e", "--env", "--with", "--python", "--group", "--extra"],
};
const CONTAINER_FLAGS = [
  "-e", "--env", "--env-file", "-u", "--user", "-w", "--workdir", "-v", "--volume", "--mount", "-p", "--publish", "--name", "--network",
  "--net", "--entrypoint", "--platform", "-h", "--hostname", "-l", "--label", "--memory", "-m", "--cpus", "--gpus", "--pid", "--ipc",
  "--uts", "--userns", "--cap-add", "--cap-drop", "--security-opt", "--device", "--add-host", "--restart", "--shm-size", "--ulimit",
  "--tmpfs", "--cidfile", "--log-driver", "--index", "--detach-keys", "--pull", "--dns", "--link", "--volumes-from",
]; // prettier-ignore
const KUBE_FLAGS = ["-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "--cluster", "-f"];
const SSH_FLAGS = [
  "-p",
  "-i",
  "-l",
  "-o",
  "-F",
  "-J",
  "-L",
  "-R",
  "-D",
  "-W",
  "-b",
  "-c",
  "-e",
  "-m",
  "-O",
  "-Q",
  "-S",
  "-w",
  "-E",
];

export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    values: ["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-U", "-T", "-R", "-D", "--user", "--group", "--chdir"],
    directory: ["-D", "--chdir"],
    assignments: true,
  },
  doas: { values: ["-u", "-C"], assignments: true },
  pkexec: { values: ["--user"] },
  env: {
    values: ["-u", "--unset", "-C", "--chdir"],
    directory: ["-C", "--chdir"],
    assignments: true,
    script: ["-S", "--split-string"],
  },
  nice: { values: ["-n"] },
  nohup: PLAIN,
  time: { values: ["-f", "-o"] },
  timeout: { values: ["-s", "-k", "--signal", "--kill-after"], positionals: 1 },
  gtimeout: { values: ["-s", "-k"], positionals: 1 },
  stdbuf: { values: ["-i", "-o", "-e"] },
  ionice: { values: ["-c", "-n"] },
  chrt: { positionals: 1 },
  taskset: { positionals: 1 },
  setsid: PLAIN,
  "systemd-run": {
    values: ["-p", "--unit", "-u", "--property", "--on-calendar", "--on-boot", "--on-active"],
    keep: true,
  },
  command: PLAIN,
  builtin: PLAIN,
  exec: { values: ["-a"] },
  noglob: PLAIN,
  nocorrect: PLAIN,
  repeat: { positionals: 1 },
  "-": PLAIN,
  watch: { values: ["-n", "--interval"] },
  strace: { values: ["-o", "-e", "-s"] },
  ltrace: { values: ["-o", "-e"] },
  unbuffer: PLAIN,
  caffeinate: { values: ["-t", "-w"] },
  flock: { values: ["-w", "-E"], positionals: 1, script: ["-c"] },
  script: { values: ["-t"], positionals: 1, script: ["-c"] },
  su: { values: ["-s"], positionals: 1, script: ["-c", "--command"], keep: true },
  runuser: { values: ["-u", "-g"], script: ["-c"] },
  chroot: { positionals: 1, where: "container", keep: true },
  unshare: { values: ["--map-user"] },
  nsenter: { values: ["-t", "--target"], keep: true },
  "xvfb-run": { values: ["-s", "-n"] },
  busybox: PLAIN,
  toybox: PLAIN,
  proxychains: { values: ["-f"] },
  proxychains4: { values: ["-f"] },
  torsocks: { keep: true },
  torify: { keep: true },
  "cross-env": { assignments: true },
  dotenv: { values: ["-e", "-f"] },
  rtk: PLAIN,
  direnv: { sub: ["exec"], positionals: 1 },
  devbox: RUNNER,
  mise: RUNNER,
  poetry: RUNNER,
  pipenv: RUNNER,
  pdm: RUNNER,
  hatch: RUNNER,
  rye: RUNNER,
  uv: RUNNER,
  bundle: { sub: ["exec"] },
  conda: RUNNER,
  doppler: { sub: ["run"], dashes: true },
  op: { sub: ["run"], dashes: true },
  "aws-vault": { sub: ["exec"], positionals: 1 },
  chamber: { sub: ["exec"], dashes: true },
  docker: { sub: ["exec", "run"], values: CONTAINER_FLAGS, positionals: 1, where: "container", keep: true },
  podman: { sub: ["exec", "run"], values: CONTAINER_FLAGS, positionals: 1, where: "container", keep: true },
  kubectl: { sub: ["exec"], values: KUBE_FLAGS, dashes: true, where: "container", keep: true },
  oc: { sub: ["exec", "rsh"], values: KUBE_FLAGS, dashes: true, where: "container", keep: true },
  ssh: { values: SSH_FLAGS, positionals: 1, joined: true, where: "remote", keep: true },
};
