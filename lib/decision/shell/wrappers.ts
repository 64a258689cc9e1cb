import type { Where, Word } from "./types";

/**
 * How a program that runs another one writes it down: flags, then `positionals` of its own, then the command.
 * `values`: flags that take the next word. `assignments`: `A=b` may come first. `sub`: subcommands that run something.
 */
type Wrapper = {
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
  /** All words left are joined to a script (ssh). */
  joined?: boolean;
};

const PLAIN: Wrapper = {};
const RUNNER: Wrapper = { sub: ["run", "exec", "x"], values: ["-n", "-p", "-e", "--env", "--with", "--python", "--group", "--extra"] };
const CONTAINER_FLAGS = [
  "-e", "--env", "--env-file", "-u", "--user", "-w", "--workdir", "-v", "--volume", "--mount", "-p", "--publish", "--name", "--network",
  "--net", "--entrypoint", "--platform", "-h", "--hostname", "-l", "--label", "--memory", "-m", "--cpus", "--gpus", "--pid", "--ipc",
  "--uts", "--userns", "--cap-add", "--cap-drop", "--security-opt", "--device", "--add-host", "--restart", "--shm-size", "--ulimit",
  "--tmpfs", "--cidfile", "--log-driver", "--index", "--detach-keys", "--pull", "--dns", "--link", "--volumes-from",
]; // prettier-ignore
const KUBE_FLAGS = ["-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "--cluster", "-f"];
const SSH_FLAGS = ["-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W", "-b", "-c", "-e", "-m", "-O", "-Q", "-S", "-w", "-E"]; // prettier-ignore

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: { values: ["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-U", "-T", "-R", "-D", "--user", "--group"], assignments: true },
  doas: { values: ["-u", "-C"], assignments: true },
  pkexec: { values: ["--user"] },
  env: { values: ["-u", "--unset", "-C", "--chdir"], assignments: true, script: ["-S", "--split-string"] },
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

export type Unwrapped = {
  /** What is run; empty when the wrapper was called without a command. */
  command: readonly Word[];
  script: Word | null;
  joined: boolean;
  assignments: readonly (readonly [string, Word])[];
  where: Where | null;
  keep: boolean;
};

export const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=/;

/** Takes one wrapper off. Null when `name` wraps nothing here. */
export function unwrap(name: string, argv: readonly Word[]): Unwrapped | null {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapper === undefined) return null;
  let at = 1;
  if (wrapper.sub !== undefined) {
    at = flagsEnd(argv, at, wrapper.values);
    if (name === "docker" && argv[at]?.value === "compose") at = flagsEnd(argv, at + 1, ["-f", "-p", "--profile"]);
    if (!wrapper.sub.includes(argv[at]?.value ?? "")) return null;
    at++;
  }
  if (name === "command" && /^-[vV]/.test(argv[1]?.value ?? "")) return null;
  const assignments: (readonly [string, Word])[] = [];
  const base = { assignments, where: wrapper.where ?? null, keep: wrapper.keep ?? false, joined: wrapper.joined ?? false };
  if (wrapper.dashes === true) {
    const dashes = argv.findIndex((word, i) => i >= at && word.value === "--");
    return dashes === -1 ? null : { ...base, command: argv.slice(dashes + 1), script: null };
  }
  const script = scriptFlag(argv, at, wrapper);
  if (script !== null) return { ...base, command: [], script };
  at = flagsEnd(argv, at, wrapper.values);
  at += wrapper.positionals ?? 0;
  if (wrapper.joined !== true) at = flagsEnd(argv, at, wrapper.values);
  for (; wrapper.assignments === true && at < argv.length; at++) {
    const word = argv[at] as Word;
    const variable = ASSIGNMENT.exec(word.value)?.[1];
    if (variable === undefined) break;
    assignments.push([variable, word]);
  }
  return { ...base, command: argv.slice(at), script: null };
}

function flagsEnd(argv: readonly Word[], from: number, values: readonly string[] = []): number {
  let at = from;
  while (at < argv.length) {
    const flag = (argv[at] as Word).value;
    if (flag === "--") return at + 1;
    if (!flag.startsWith("-") || flag === "-") break;
    at += values.includes(flag) ? 2 : 1;
  }
  return at;
}

function scriptFlag(argv: readonly Word[], from: number, wrapper: Wrapper): Word | null {
  for (const flag of wrapper.script ?? []) {
    const at = argv.findIndex((word, i) => i >= from && word.value === flag);
    if (at !== -1 && argv[at + 1] !== undefined) return argv[at + 1] as Word;
  }
  return null;
}
