import { describeCommands } from "@/lib/testing/describe-commands";

const RUNNERS: readonly string[] = [
  "setarch -R", "setarch x86_64 -R", "linux64 -R", "i386", "uname26", "arch -arm64", "chronic", "ifne", "lckdo /tmp/l", "systemd-inhibit --what=idle --why x", "systemd-cat -t x",
  "bwrap --bind / /", "bwrap --ro-bind /usr /usr --bind / / --dev /dev --", "proot -r /", "sandbox-exec -f p.sb", "aa-exec -p x --", "cgexec -g memory:x", "runcon -t x", "runcon user_u:role_r:type_t",
  "chpst -u dev", "setuidgid dev", "gosu dev", "su-exec dev", "softlimit -m 1000", "setlock /tmp/l", "envdir ./env", "tini --", "dumb-init", "nocache",
  "doppler run -p x -c dev --", "infisical run --", "op run --env-file=.env --", "dotenvx run -f .env --", "teller run --", "berglas exec --", "aws-okta exec prod --", "saml2aws exec --", "chamber exec svc --", "envchain aws",
  "env-cmd -f .env", "dotenv run --", "rbenv exec", "asdf exec", "nvm exec 18", "nvm exec --silent lts/iron", "volta run --node 20", "fnm exec --using 20", "rustup run stable", "foreman run", "pixi run",
  "distrobox enter x --", "toolbox run -c x", "flatpak-spawn --host", "retry -t 3 --", "pueue add --", "onchange 'src/**' --", "wait-for-it.sh db:5432 --", "perf record -g", "lldb -o run --", "rr record", "multitime -n 3", "shx",
  "xterm -e", "gnome-terminal --", "alacritty -e", "wezterm start --", "zellij run --", "dtach -n /tmp/s", "abduco -n x",
]; // prettier-ignore

const SCRIPTED: readonly string[] = [
  "doppler run --command", "cross-env-shell A=b", "sops exec-env secrets.yaml", "sem", "mispipe ls", "pee cat", "xterm -e", "nx exec --", "repo forall -c", "bpftrace -c", "start-server-and-test",
]; // prettier-ignore

describeCommands(
  "a program that runs another one is judged by that one",
  [...RUNNERS.map((runner) => `${runner} rm -rf /home/dev`), ...SCRIPTED.map((runner) => `${runner} 'rm -rf /home/dev'`)],
  [
    ...RUNNERS.map((runner) => `${runner} npm test`),
    "npm test | ts '%H:%M:%S'",
    "arch",
    "chronic npm test",
    "lldb -b -o 'image list' ./a.out",
    "doppler secrets --help",
  ],
); // prettier-ignore

describeCommands(
  "a package's program that runs another one is seen through as well",
  [
    "npx cross-env A=b rm -rf ~",
    "npx dotenv -e .env -- rm -rf ~",
    "pnpm dlx shx rm -rf ~",
    "npx -p concurrently concurrently 'rm -rf ~'",
    "uvx --from x rm -rf ~",
    "make -f <(printf 'all:\\n\\trm -rf ~')",
    "bazel run --run_under='rm -rf ~' //x",
    "rush 'rm -rf ~' < x",
  ],
  ["npx cross-env A=b jest", "npx dotenv -e .env -- next dev", "pnpm dlx shx rm -rf dist", "uvx --from ruff ruff check", "npx -p typescript tsc"],
); // prettier-ignore

describeCommands(
  "a debugger's commands may run programs",
  [
    "gdb <<< 'shell rm -rf ~'",
    "lldb <<< 'platform shell rm -rf ~'",
    "gdb -ex 'print system(\"rm -rf ~\")' ./a.out",
    "lldb --batch -o 'expression (void)system(\"rm -rf ~\")' ./target",
  ],
  ["gdb -batch -ex bt ./a.out core", "lldb -o 'expression x + 1' ./a.out", "gdb <<< 'info registers'"],
);

describeCommands(
  "a sandbox shows what is bound into it",
  ["bwrap --bind /home/dev /data rm -rf /data", "systemd-nspawn -D / rm -rf /home/dev"],
  ["bwrap --bind ./build /data rm -rf /data/x", "bwrap --ro-bind / / ls", "systemd-nspawn -D /srv/jail ls"],
);
