import { TOOL_WRAPPERS } from "./tool-wrappers";
import type { Wrapper } from "./wrapper-shape";

/** Programs of the system that run another one: as somebody, with limits, in another place. */
const PLAIN: Wrapper = {};
const SSH_FLAGS = ["-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W", "-b", "-c", "-e", "-m", "-O", "-Q", "-S", "-w", "-E"]; // prettier-ignore

const PARALLEL_SSH: Wrapper = { values: ["-h", "-H", "-l", "-t", "-p", "-o", "-e", "-x", "-O"], joined: true, where: "remote", keep: true }; // prettier-ignore
const AS_USER: Wrapper = { positionals: 1 };
const BWRAP: Wrapper = {
  pairs: [
    "--bind", "--bind-try", "--dev-bind", "--dev-bind-try", "--ro-bind", "--ro-bind-try", "--bind-fd", "--ro-bind-fd", "--symlink", "--setenv", "--file", "--bind-data", "--ro-bind-data", "--chmod",
  ],
  values: [
    "--chdir", "--uid", "--gid", "--hostname", "--unsetenv", "--lock-file", "--sync-fd", "--proc", "--dev", "--tmpfs", "--mqueue", "--dir", "--seccomp", "--add-seccomp-fd", "--block-fd", "--userns-block-fd",
    "--info-fd", "--json-status-fd", "--cap-add", "--cap-drop", "--perms", "--size", "--remount-ro", "--userns", "--userns2", "--pidns", "--args", "--argv0", "--overlay-src", "--tmp-overlay", "--ro-overlay",
  ],
  where: "container",
  keep: true,
  directory: ["--chdir"],
}; // prettier-ignore

const SUDO: Wrapper = {
  values: [
    "-u", "-g", "-h", "-p", "-C", "-r", "-t", "-U", "-T", "-R", "-D", "--user", "--group", "--chdir", "--host", "--prompt", "--close-from", "--role", "--type", "--other-user", "--command-timeout", "--chroot",
  ],
  directory: ["-D", "--chdir"],
  assignments: true,
}; // prettier-ignore
const TIMEOUT: Wrapper = { values: ["-s", "-k", "--signal", "--kill-after"], positionals: 1 };
const BUFFERS: Wrapper = { values: ["-i", "-o", "-e", "--input", "--output", "--error"] };
const NICE: Wrapper = { values: ["-n", "--adjustment"] };
const TIME: Wrapper = { values: ["-f", "-o", "--format", "--output"] };

export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  ...TOOL_WRAPPERS,
  // As somebody else.
  sudo: SUDO, "sudo-rs": SUDO,
  run0: { values: ["-u", "--user", "-g", "--group", "-D", "--chdir", "--unit", "--property", "--description", "--slice", "--nice", "--setenv", "--background", "--machine"], directory: ["-D", "--chdir"] },
  doas: { values: ["-u", "-C"], assignments: true }, pkexec: { values: ["--user"] }, runuser: { values: ["-u", "-g", "--user", "--group", "-G", "--supp-group", "-s", "--shell"] },
  setuidgid: AS_USER, "s6-setuidgid": AS_USER, envuidgid: AS_USER, gosu: AS_USER, "su-exec": AS_USER, authbind: PLAIN,
  fakeroot: { values: ["-i", "-s", "-l", "-f", "-b"] }, "fakeroot-ng": PLAIN, pseudo: PLAIN, fakechroot: PLAIN, eatmydata: PLAIN,
  runcon: { values: ["-t", "-u", "-r", "-l", "--type", "--user", "--role", "--range"], optional: /:/ },
  setpriv: { values: ["--reuid", "--regid", "--groups", "--inh-caps", "--ambient-caps", "--bounding-set"] },
  // With another environment or input and output.
  env: {
    values: ["-u", "--unset", "-C", "--chdir", "-a", "--argv0"],
    directory: ["-C", "--chdir"],
    assignments: true,
    script: ["-S", "--split-string"],
  },
  genv: { values: ["-u", "-C"], assignments: true },
  envdir: AS_USER, "s6-envdir": AS_USER, "with-contenv": PLAIN, chpst: { values: ["-u", "-U", "-b", "-e", "-/", "-n", "-l", "-L", "-m", "-d", "-o", "-p", "-f", "-c", "-r", "-t"] },
  nohup: PLAIN, gnohup: PLAIN, setsid: PLAIN, stdbuf: BUFFERS, gstdbuf: BUFFERS, unbuffer: PLAIN, chronic: PLAIN, ifne: PLAIN, zrun: PLAIN, winpty: PLAIN,
  script: { values: ["--log-in", "--log-out", "--log-io", "--log-timing", "--logging-format", "--echo", "--output-limit", "-t", "-I", "-O", "-B", "-T", "-m", "-o", "-E"], positionals: 1, script: ["-c", "--command"] },
  rlwrap: { values: ["-a", "-f", "-H", "-l", "-p", "-S", "-s"] }, "systemd-cat": { values: ["-t", "-p", "--identifier", "--priority"] },
  // With limits, priorities and locks.
  nice: NICE, gnice: NICE, ionice: { values: ["-c", "-n", "--class", "--classdata"] }, chrt: { positionals: 1 }, taskset: { positionals: 1 }, schedtool: { starts: ["-e"] },
  time: TIME, gtime: TIME, timeout: TIMEOUT, gtimeout: TIMEOUT,
  numactl: { values: ["-C", "-m", "-N", "-i", "-p", "-l", "--cpunodebind", "--physcpubind", "--membind", "--interleave", "--preferred"] }, prlimit: PLAIN, choom: { values: ["-n", "-p", "--adjust"] }, cpulimit: { values: ["-l", "-p", "-e", "-P", "--limit"] },
  softlimit: { values: ["-a", "-c", "-d", "-f", "-l", "-m", "-o", "-p", "-r", "-s", "-t"] }, trickle: { values: ["-d", "-u", "-L", "-t", "-n"] }, cgexec: { values: ["-g"] }, nocache: PLAIN,
  flock: { values: ["-w", "-E", "--timeout", "--wait", "--conflict-exit-code"], positionals: 1, script: ["-c", "--command"] }, lckdo: { values: ["-W", "-E"], positionals: 1 }, setlock: { positionals: 1 },
  caffeinate: { values: ["-t", "-w"] }, "systemd-inhibit": { values: ["--what", "--who", "--why", "--mode"] },
  // As another architecture or at another time.
  setarch: PLAIN, linux32: PLAIN, linux64: PLAIN, uname26: PLAIN, i386: PLAIN, i686: PLAIN, x86_64: PLAIN, aarch64: PLAIN, arm64: PLAIN, armv7l: PLAIN, ppc64: PLAIN, s390x: PLAIN, arch: { values: ["-arch", "-e", "-d"] },
  faketime: { positionals: 1 },
  // Later, again, in the background.
  watch: { values: ["-n", "--interval"], joined: "lone" }, daemonize: { values: ["-a", "-c", "-e", "-E", "-l", "-o", "-p", "-u"] },
  "systemd-run": { values: ["--uid", "--gid", "--slice", "--service-type", "--working-directory", "--nice", "--host", "-H", "--machine", "--timer-property", "--path-property", "--socket-property", "--on-startup", "--on-unit-active", "--background", "-p", "--unit", "-u", "--property", "--on-calendar", "--on-boot", "--on-active", "-E", "--setenv", "-M", "-t", "--description"], keep: true },
  "dbus-run-session": PLAIN, "dbus-launch": PLAIN, "ssh-agent": { values: ["-a", "-t", "-E", "-P", "-O"] }, "gpg-agent": { values: ["--homedir", "--options"] }, "xvfb-run": { values: ["-s", "-n"] }, optirun: PLAIN, primusrun: PLAIN,
  tini: { values: ["-p", "-e"] }, "dumb-init": { values: ["-r", "--rewrite"] }, catatonit: PLAIN,
  // Words of the shell.
  command: PLAIN, builtin: PLAIN, exec: { values: ["-a"] }, noglob: PLAIN, nocorrect: PLAIN, repeat: { positionals: 1 }, "-": PLAIN,
  // In another place.
  unshare: { values: ["--map-user", "--map-group", "--root", "--wd", "--setuid", "--setgid", "--propagation", "-S", "-G", "-R", "-w"] }, nsenter: { values: ["-t", "--target"], keep: true }, ip: { sub: ["netns"], starts: ["exec"], positionals: 1, keep: true },
  chroot: { positionals: 1, where: "container", keep: true, root: true },
  "systemd-nspawn": { values: ["-D", "--directory", "-M", "--machine", "-u", "--user", "--bind", "--bind-ro", "-E"], where: "container", keep: true, root: ["-D", "--directory"] },
  bwrap: BWRAP, proot: { values: ["-r", "--rootfs", "-b", "--bind", "-m", "-w", "--pwd", "--cwd", "-q", "-k", "-R", "-S"] },
  firejail: PLAIN, "sandbox-exec": { values: ["-f", "-n", "-p", "-D"] }, "aa-exec": { values: ["-p", "--profile", "-n", "--namespace"] },
  busybox: PLAIN, toybox: PLAIN,
  proxychains: { values: ["-f"] }, proxychains4: { values: ["-f"] }, tsocks: PLAIN, torsocks: { keep: true }, torify: { keep: true },
  ssh: { values: SSH_FLAGS, positionals: 1, joined: true, where: "remote", keep: true }, sshpass: { values: ["-p", "-f", "-d", "-P"] }, pssh: PARALLEL_SSH, "parallel-ssh": PARALLEL_SSH,
}; // prettier-ignore
