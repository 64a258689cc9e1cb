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
  /** The command starts after one of these words and nowhere else. */
  starts?: readonly string[];
  where?: Where;
  /** The wrapper does something itself and is kept beside what it runs. */
  keep?: boolean;
  /** Flags whose value is a script. */
  script?: readonly string[];
  /** Flags that name the directory to run in. */
  directory?: readonly string[];
  /** Its positional is the directory that the command sees as `/`. */
  root?: boolean;
  /** Flags that name the program itself; the words after the positionals are its arguments. */
  program?: readonly string[];
  /** All words left are joined to a script (ssh); `lone`: a single word left is one. */
  joined?: true | "lone";
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
const CONTAINER: Wrapper = {
  sub: ["exec", "run", "create"],
  values: CONTAINER_FLAGS,
  positionals: 1,
  where: "container",
  keep: true,
  directory: ["-w", "--workdir"],
  program: ["--entrypoint"],
};
const KUBE_FLAGS = ["-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "--cluster", "-f"];
const SSH_FLAGS = ["-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W", "-b", "-c", "-e", "-m", "-O", "-Q", "-S", "-w", "-E"]; // prettier-ignore

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
    values: [
      "-p",
      "--unit",
      "-u",
      "--property",
      "--on-calendar",
      "--on-boot",
      "--on-active",
      "-E",
      "--setenv",
      "-M",
      "-t",
      "--description",
    ],
    keep: true,
  },
  command: PLAIN,
  builtin: PLAIN,
  exec: { values: ["-a"] },
  noglob: PLAIN,
  nocorrect: PLAIN,
  repeat: { positionals: 1 },
  "-": PLAIN,
  watch: { values: ["-n", "--interval"], joined: "lone" },
  strace: { values: ["-o", "-e", "-s", "-p", "-P", "-u", "-E", "-a", "-I", "-O", "-S", "-X", "-b"] },
  ltrace: { values: ["-o", "-e", "-s", "-p", "-u", "-n", "-a", "-l", "-F"] },
  perf: {
    sub: ["stat", "record", "trace"],
    values: ["-o", "-e", "-F", "-g", "-p", "-c", "-r", "-C", "--output", "--event", "--call-graph"],
  },
  valgrind: PLAIN,
  catchsegv: PLAIN,
  rlwrap: { values: ["-a", "-f", "-H", "-l", "-p", "-S", "-s"] },
  numactl: { values: ["-C", "-m", "-N", "-i", "-p", "-l"] },
  prlimit: PLAIN,
  setarch: { positionals: 1 },
  linux32: PLAIN,
  linux64: PLAIN,
  setpriv: { values: ["--reuid", "--regid", "--groups"] },
  choom: { values: ["-n", "-p", "--adjust"] },
  cpulimit: { values: ["-l", "-p", "-e", "-P", "--limit"] },
  trickle: { values: ["-d", "-u", "-L", "-t", "-n"] },
  eatmydata: PLAIN,
  faketime: { positionals: 1 },
  fakeroot: { values: ["-i", "-s", "-l", "-f", "-b"] },
  firejail: PLAIN,
  "dbus-run-session": PLAIN,
  "ssh-agent": { values: ["-a", "-t", "-E", "-P", "-O"] },
  "gpg-agent": { values: ["--homedir", "--options"] },
  daemonize: { values: ["-a", "-c", "-e", "-E", "-l", "-o", "-p", "-u"] },
  entr: { script: ["-s"] },
  gdb: { values: ["-ex", "-x", "-iex", "-ix", "-d", "-cd", "-p", "-c", "-s", "-e"], starts: ["--args"], keep: true },
  watchexec: {
    values: [
      "-e",
      "--exts",
      "-w",
      "--watch",
      "-i",
      "--ignore",
      "-f",
      "--filter",
      "-s",
      "--signal",
      "-d",
      "--debounce",
      "-p",
    ],
  },
  ip: { sub: ["netns"], starts: ["exec"], positionals: 1, keep: true },
  lerna: { sub: ["exec"], values: ["--scope", "--ignore", "--concurrency"], joined: "lone" },
  lxc: { sub: ["exec"], positionals: 1, values: ["--env", "--cwd", "--user"], where: "container", keep: true },
  nix: { sub: ["develop", "shell", "run"], starts: ["-c", "--command"] },
  guix: { sub: ["shell", "environment"], starts: ["--"] },
  unbuffer: PLAIN,
  caffeinate: { values: ["-t", "-w"] },
  flock: { values: ["-w", "-E"], positionals: 1, script: ["-c", "--command"] },
  script: { values: ["-t", "-I", "-O", "-B", "-T", "-m", "-o", "-E"], positionals: 1, script: ["-c", "--command"] },
  runuser: { values: ["-u", "-g"] },
  unshare: { values: ["--map-user", "--map-group", "-S", "-G", "-R", "-w"] },
  chroot: { positionals: 1, where: "container", keep: true, root: true },
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
  doppler: { sub: ["run"], starts: ["--"] },
  op: { sub: ["run"], starts: ["--"] },
  "aws-vault": { sub: ["exec"], positionals: 1 },
  chamber: { sub: ["exec"], starts: ["--"] },
  docker: CONTAINER,
  podman: CONTAINER,
  nerdctl: CONTAINER,
  kubectl: { sub: ["exec"], values: KUBE_FLAGS, starts: ["--"], where: "container", keep: true },
  oc: { sub: ["exec", "rsh"], values: KUBE_FLAGS, starts: ["--"], where: "container", keep: true },
  sshpass: { values: ["-p", "-f", "-d", "-P"] },
  pssh: { values: ["-h", "-H", "-l", "-t", "-p", "-o", "-e", "-x", "-O"], joined: true, where: "remote", keep: true },
  "parallel-ssh": {
    values: ["-h", "-H", "-l", "-t", "-p", "-o", "-e", "-x", "-O"],
    joined: true,
    where: "remote",
    keep: true,
  },
  crictl: { sub: ["exec"], positionals: 1, where: "container", keep: true },
  ssh: { values: SSH_FLAGS, positionals: 1, joined: true, where: "remote", keep: true },
};
