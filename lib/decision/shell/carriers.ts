import type { Dialect } from "./dialects";

/** Where a program takes a script from that it has a shell run. */
export type Carrier = {
  /** Subcommand words after which the rest counts; flags may stand between them. */
  sub?: readonly string[];
  /** Flags that take the next word, so that it is no operand or subcommand. */
  values?: readonly string[];
  /** Flags whose value counts: `--exec X`, `--exec=X`, `-x X`, and `-xX` where `attached`. */
  flags?: readonly string[];
  attached?: true;
  /** Their values are files that hold the script; `-` is the input. */
  files?: true;
  /** Operands that count, from this one on, each by itself. */
  operands?: number;
  /** Of the operands only the first that counts does. */
  only?: true;
  /** All words from the first operand on: one command line (`argv`), or joined to a script (`script`). */
  rest?: "argv" | "script";
  /** What comes in on standard input counts, when no operand says otherwise. */
  stdin?: true;
  /** How the script is written down; plain when absent. */
  as?: Dialect;
};

const EDITOR: readonly Carrier[] = [
  { flags: ["-c", "--cmd"], as: "bang" },
  { operands: 0, as: "plus" },
];
const LINE_EDITOR: readonly Carrier[] = [...EDITOR, { stdin: true, as: "bang" }];
const SQL_SHELL: readonly Carrier[] = [
  { flags: ["-c", "--command", "-e", "--execute"], as: "backslash" },
  { stdin: true, as: "backslash" },
];
const LITE: readonly Carrier[] = [
  { operands: 1, values: ["-cmd", "-init", "-separator", "-newline"], as: "dot" },
  { flags: ["-cmd", "-c"], as: "dot" },
  { stdin: true, as: "dot" },
];
const DEBUGGER: readonly Carrier[] = [
  { flags: ["-ex", "-iex", "--eval-command", "-o", "-O", "--one-line"], as: "debugger" },
  { stdin: true, as: "debugger" },
];
const SSH_OPTIONS: Carrier = { flags: ["-o"], attached: true, as: "ssh-option" };
const COPY_OVER_SSH: readonly Carrier[] = [SSH_OPTIONS, { flags: ["-S"] }];
const SED: readonly Carrier[] = [
  { flags: ["-e", "--expression"], attached: true, as: "sed" },
  { flags: ["-f", "--file"], files: true, attached: true, as: "sed" },
  { operands: 0, only: true, values: ["-e", "-f", "-l"], as: "sed" },
];
const RAKU: readonly Carrier[] = [{ flags: ["-e"], attached: true, as: "called" }];
const GIT_URL: Carrier = { operands: 1, values: ["-C", "-c", "-o", "-b"], as: "git-url" };
const TMUX_VALUES = ["-s", "-t", "-n", "-c", "-e", "-x", "-y", "-F", "-l", "-p"];
const tmux = (...names: readonly string[]): readonly Carrier[] =>
  names.map((name) => ({ sub: [name], values: TMUX_VALUES, rest: "script" }));
const SCRIPTED: readonly Carrier[] = [{ flags: ["-c", "--command", "--session-command"] }];

/** One row for each program: everything it takes a script from. */
export const CARRIERS: Readonly<Record<string, readonly Carrier[]>> = {
  git: [
    { flags: ["-c"], as: "git-setting" },
    { flags: ["--exec", "--extcmd", "--upload-pack", "--receive-pack", "--upload-archive"] },
    { flags: ["--tree-filter", "--index-filter", "--msg-filter", "--env-filter", "--commit-filter", "--tag-name-filter"] },
    { flags: ["-O", "--open-files-in-pager"], attached: true, sub: ["grep"] },
    { flags: ["-u"], attached: true, sub: ["clone"] },
    { flags: ["-x"], attached: true, sub: ["rebase"] },
    { flags: ["-x"], sub: ["difftool"] },
    { sub: ["bisect", "run"], rest: "argv" },
    { sub: ["submodule", "foreach"], rest: "script" },
    { sub: ["config"], values: ["-f", "--file"], rest: "script", as: "git-setting" },
    GIT_URL,
  ],
  ssh: [SSH_OPTIONS], scp: COPY_OVER_SSH, sftp: COPY_OVER_SSH,
  rsync: [{ flags: ["-e", "--rsh", "--rsync-path"], attached: true }],
  tar: [
    { flags: ["--checkpoint-action"], as: "exec-action" },
    { flags: ["--to-command", "-I", "--use-compress-program", "-F", "--info-script", "--new-volume-script", "--rsh-command"] },
  ],
  sed: SED, gsed: SED,
  vim: EDITOR, vi: EDITOR, nvim: EDITOR, view: EDITOR, gvim: EDITOR, vimdiff: EDITOR, ex: LINE_EDITOR, ed: LINE_EDITOR,
  less: [{ operands: 0, as: "plus" }], more: [{ operands: 0, as: "plus" }],
  make: [
    { flags: ["--eval", "-E"], as: "makefile" },
    { operands: 0, as: "make-shell" },
  ],
  gmake: [{ flags: ["--eval"], as: "makefile" }],
  npx: [{ flags: ["-c", "--call"] }],
  npm: [{ sub: ["exec"], flags: ["-c", "--call"] }, { sub: ["x"], flags: ["-c", "--call"] }],
  tmux: [
    ...tmux("new-session", "new", "new-window", "neww", "split-window", "splitw", "run-shell", "run", "respawn-pane", "if-shell", "if", "popup", "display-popup", "pipe-pane"),
    { operands: 1, as: "keys" },
  ],
  screen: [
    { values: ["-S", "-h", "-p", "-s", "-T", "-t", "-c", "-e"], rest: "argv" },
    { operands: 0, as: "keys" },
  ],
  sqlite3: LITE, duckdb: LITE,
  psql: SQL_SHELL, mysql: SQL_SHELL, mariadb: SQL_SHELL,
  gdb: DEBUGGER, lldb: DEBUGGER,
  ftp: [{ stdin: true, as: "bang" }], lftp: [{ stdin: true, as: "bang" }, { flags: ["-c", "-e"], as: "bang" }], bc: [{ stdin: true, as: "bang" }], dc: [{ flags: ["-e", "--expression"], attached: true, as: "bang" }, { stdin: true, as: "bang" }],
  gnuplot: [{ flags: ["-e"], as: "called" }, { stdin: true, as: "called" }], raku: RAKU, perl6: RAKU,
  at: [{ stdin: true }], batch: [{ stdin: true }], newgrp: [{ stdin: true }],
  su: SCRIPTED, runuser: SCRIPTED, sg: [...SCRIPTED, { operands: 1 }], capsh: SCRIPTED,
  expect: [{ flags: ["-c"], as: "expect" }, { stdin: true, as: "expect" }],
  tclsh: [{ stdin: true, as: "expect" }],
  "start-stop-daemon": [{ flags: ["--exec", "-x", "--startas", "-a"], rest: "argv" }],
  hyperfine: [{ operands: 0, values: ["-w", "-r", "-m", "-M", "-P", "-D", "-L", "-n", "--warmup", "--runs", "--export-json", "--export-markdown"] }, { flags: ["--prepare", "-p", "--setup", "-s", "--cleanup", "-c", "--conclude"] }],
  nodemon: [{ flags: ["--exec", "-x"] }], chokidar: [{ flags: ["-c", "--command"] }], "watchman-make": [{ flags: ["--run"] }],
  concurrently: [{ operands: 0, values: ["-n", "-c", "--names", "-p", "--prefix", "--kill-signal", "-m", "--restart-tries"], as: "npm-script" }],
  "start-server-and-test": [{ operands: 0, as: "spaced" }],
  mispipe: [{ operands: 0 }], pee: [{ operands: 0 }], sem: [{ rest: "script", values: ["-j", "--jobs", "--id", "--semaphorename", "--st", "--timeout"] }],
  rush: [{ operands: 0, only: true, values: ["-j", "-i", "-d", "-D", "-v", "-k", "-n", "-T", "-r", "-t"] }], bazel: [{ flags: ["--run_under"] }],
  sops: [{ sub: ["exec-env"], operands: 1 }, { sub: ["exec-file"], operands: 1 }], assume: [{ flags: ["--exec"] }],
  repo: [{ sub: ["forall"], flags: ["-c", "--command"] }], bpftrace: [{ flags: ["-c"] }],
  cargo: [{ sub: ["watch"], flags: ["-s", "--shell"] }],
  "nix-shell": [{ flags: ["--run", "--command"] }],
  watchexec: [{ operands: 0, values: ["-e", "--exts", "-w", "--watch", "-i", "--ignore", "-f", "--filter", "-s", "--signal", "-d", "--debounce", "-p"], as: "spaced" }],
  zip: [{ flags: ["-TT", "--unzip-command"], attached: true }],
  split: [{ flags: ["--filter"] }],
  man: [{ flags: ["-P", "--pager", "-H", "--html"], attached: true }],
  bat: [{ flags: ["--pager"] }], rg: [{ flags: ["--pre"] }],
  fzf: [{ flags: ["--preview"] }, { flags: ["--bind"], as: "key-binding" }],
  apt: [{ flags: ["-o"], as: "apt-option" }], "apt-get": [{ flags: ["-o"], as: "apt-option" }], dpkg: [{ flags: ["--pre-invoke", "--post-invoke"] }],
  tcpdump: [{ flags: ["-z"] }],
  socat: [{ operands: 0, as: "socat" }],
  compgen: [{ flags: ["-C"] }], complete: [{ flags: ["-C"] }], mapfile: [{ flags: ["-C"] }], readarray: [{ flags: ["-C"] }],
  bind: [{ flags: ["-x"], as: "binding" }],
  alias: [{ operands: 0, as: "assignment" }],
  csh: SCRIPTED, tcsh: SCRIPTED, xonsh: SCRIPTED, nu: SCRIPTED, elvish: SCRIPTED, fish: SCRIPTED,
}; // prettier-ignore

/** Variables whose value a program runs as a command. `prompt`: expanded, so what it substitutes runs. */
export const EXECUTED_VARIABLES: Readonly<Record<string, Dialect>> = {
  PAGER: "plain", GIT_PAGER: "plain", MANPAGER: "plain", SYSTEMD_PAGER: "plain", GH_PAGER: "plain", AWS_PAGER: "plain", BAT_PAGER: "plain", PSQL_PAGER: "plain", DELTA_PAGER: "plain",
  EDITOR: "plain", VISUAL: "plain", GIT_EDITOR: "plain", GIT_SEQUENCE_EDITOR: "plain", SUDO_EDITOR: "plain", KUBE_EDITOR: "plain", FCEDIT: "plain", HGEDITOR: "plain", SVN_EDITOR: "plain", GH_EDITOR: "plain",
  GIT_SSH_COMMAND: "plain", GIT_SSH: "plain", SVN_SSH: "plain", CVS_RSH: "plain", RSYNC_RSH: "plain", GIT_PROXY_COMMAND: "plain",
  GIT_EXTERNAL_DIFF: "plain", GIT_ASKPASS: "plain", SSH_ASKPASS: "plain", SUDO_ASKPASS: "plain",
  BROWSER: "plain", GH_BROWSER: "plain", PROMPT_COMMAND: "plain", FZF_DEFAULT_COMMAND: "plain", RUSTC_WRAPPER: "plain",
  LESSOPEN: "pipe", LESSCLOSE: "pipe", PS0: "prompt", PS1: "prompt", PS2: "prompt", PS4: "prompt",
}; // prettier-ignore
