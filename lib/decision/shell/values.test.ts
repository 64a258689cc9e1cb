import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "what may be empty or gone is not what it was",
  [
    'X=dist; f() { local X; rm -rf "$PWD/$X"; }; f',
    'X=dist; f() { unset X; }; f; rm -rf "$PWD/$X"',
    'X=dist; if [ -f q ]; then unset X; fi; rm -rf "$PWD/$X"',
    "X=dist; bash -c 'rm -rf \"$PWD/$X\"'",
    "X=dist; bash <<'E'\nrm -rf \"$PWD/$X\"\nE",
    'rm -rf "$PWD/${X:+dist}"',
    'rm -rf "${X:+out}${X:-$HOME/notes}"',
    'X=; rm -rf "${X:-$HOME/notes}"',
    'X=dist; rm -rf "$PWD/${X: -7}"',
    'shopt -s nocasematch; X=dist; rm -rf "$PWD/${X/#DIST/}"',
    'D=~/notes; f() { command local D; D=dist; }; f; rm -rf "$D"',
    'pwd() { echo /tmp/q; }; cd ~/notes; unset -f pwd; rm -rf "$(pwd)"/*',
  ],
  [
    'X=dist; f() { local X=out; rm -rf "$PWD/$X"; }; f; rm -rf "$PWD/$X"',
    "export X=dist; bash -c 'rm -rf \"$PWD/$X\"'",
    "X=dist bash -c 'rm -rf \"$PWD/$X\"'",
    "declare -x X=dist; bash -c 'rm -rf \"$PWD/$X\"'",
    "set -a; X=dist; bash -c 'rm -rf \"$PWD/$X\"'",
    'X=dist.old; rm -rf "$PWD/${X: -3}"',
    'rm -rf ""',
    'echo "${GITHUB_TOKEN:+is set}"',
    'PATH="/opt/x/bin${PATH:+:$PATH}" make',
  ],
);

describeCommands(
  "a default counts where nothing else can have set the variable",
  [
    'rm -rf "${OUT:-$HOME/notes}"',
    'rm -rf "${ROOT:-}"/*',
    '. ./env.sh; rm -rf "${OUT:-dist}"',
    'eval "$(cat env)"; rm -rf "${OUT:-dist}"',
    'rm -rf "${OLDPWD:-dist}"',
    'rm -rf "${JAVA_HOME:-jdk}"',
    'OUT=~/notes; rm -rf "${OUT:-dist}"',
  ],
  [
    'rm -rf "${OUT_DIR:-out}"',
    'OUT=${OUT:-dist}; rm -rf "$OUT"/*',
    'clean() { rm -rf "${1:-dist}"; }; clean',
    'rm -rf "${XDG_CACHE_HOME:-$HOME/.cache}/npm"',
    ': "${OUT:=dist}"; rm -rf "$OUT"',
  ],
);

describeCommands(
  "what the shell sets by itself, and what it does not let be set",
  [
    'readonly D=~/notes; export D=dist; rm -rf "$D"',
    'declare -r D=~/notes; read D <<< dist; rm -rf "$D"',
    'readonly D=~/notes; printf -v D dist; rm -rf "$D"',
    'PWD=/tmp/q; cd ~/notes; rm -rf "$PWD"/*',
    'OLDPWD=/tmp/q; cd ~/notes; cd /tmp; rm -rf "$OLDPWD"',
    'REPLY=dist; read <<< ~/notes; rm -rf "$REPLY"',
    'D=~/notes; read -t 0 D <<< dist; rm -rf "$D"',
    "HOME=/home/dev/other; rm -rf ~/project/dist",
    "[ -f q ] && HOME=/home/dev/other; rm -rf ~/project/dist",
    "export HOME=/home/dev/other; cd; cd project; rm -rf src",
    'D=out; shopt -s lastpipe; echo ~/notes | read D; rm -rf "$D"',
    'D=~/notes; env eval D=dist; rm -rf "$D"',
    'set -- ~/notes dist; sudo shift; rm -rf "$1"',
    "set -a; f() { rm -rf ~/notes; }; timeout 9 bash -c f",
    'ln -s ~/notes /tmp/l; rm -rf "$(realpath /tmp/l)"',
    'if [ -f q ]; then d() { echo ~/notes; }; else d() { echo dist; }; fi; rm -rf "$(d)"',
  ],
  [
    'f() { local -r D=$1; ls "$D"; }; f a; f b; rm -rf dist',
    'readonly D=dist; rm -rf "$D"',
    'read -t 5 -p "sure? " A; ls',
    "HOME=$PWD/.home; rm -rf ~/cache",
    'D=out; echo ~/notes | read D; rm -rf "$D"',
    'd() { echo dist; }; rm -rf "$(d)"',
    'rm -rf "$(realpath dist)"',
  ],
);

describeCommands(
  "lists and numbers are read as the shell reads them",
  [
    'L=(dist ~/notes); rm -rf "${L[@]: -1}"',
    'set -- dist ~/notes; rm -rf "${@: -1}"',
    'L=(dist ~/notes); i=0; [[ i++ -eq 0 ]]; rm -rf "${L[$i]}"',
    'L=(dist ~/notes); i=0; M[i++]=x; rm -rf "${L[$i]}"',
    'L=(dist ~/notes); i=0; declare -i j=i++; rm -rf "${L[$i]}"',
    'L=(dist ~/notes); i=0; x=${PWD:i++:1}; rm -rf "${L[$i]}"',
    'L=(a b c d e f g h ~/notes i dist); rm -rf "${L[010]}"',
    'X=/tmp/yyy/home/dev/notes; rm -rf "${X:010}"',
    'L=(dist ~/notes); rm -rf "${L[@]/x/y}"',
    'L=([1]=~/notes [0]=-rf); rm "${L[@]}"',
    "v=(get delete); kubectl ${v[${#v[@]}-1]} ns prod",
    'v=get::delete; IFS=: read -r a x b <<< "$v"; kubectl "$b" ns prod',
    "x='a[$(rm -rf ~)]'; : ${PWD:x}",
    "compgen -W '$(rm -rf ~)'",
  ],
  [
    'L=(~/notes dist); rm -rf "${L[@]: -1}"',
    'set -- ~/notes dist; rm -rf "${@: -1}"',
    'L=(dist build); rm -rf "${L[1]}"',
    'X=src-dist; rm -rf "${X:4}"',
    "compgen -W 'start stop' -- s",
    'IFS=: read -r a b <<< "x:dist"; rm -rf "$b"',
  ],
);
