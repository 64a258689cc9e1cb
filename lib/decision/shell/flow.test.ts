import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "what runs where `cd` failed runs in the directory before",
  [
    "cd /tmp/q || rm -rf ./*",
    "cd ~/notes; cd /tmp/q || rm -rf ./*",
    "cd /tmp/q && npm run build || rm -rf ./*",
    "cd /tmp/q || echo none; rm -rf ./*",
    "pushd /tmp/q > /dev/null || rm -rf ./*",
    "{ cd /tmp/q; } || rm -rf ./*",
    "go() { cd /tmp/q; }; go || rm -rf ./*",
    "if ! cd /tmp/q; then rm -rf ./*; fi",
    "if cd /tmp/q; then make; else rm -rf ./*; fi",
    "if cd /tmp/q; then make; fi; rm -rf ./*",
    "if cd /tmp/q; then make; elif [ -f x ]; then rm -rf ./*; fi",
    "! cd /tmp/q && rm -rf ./*",
    "until cd /tmp/q; do rm -rf ./*; done",
    "cd /tmp/q /tmp/r; rm -rf ./*",
    "cd -x /tmp/q; rm -rf ./*",
    "sudo cd /tmp/q; rm -rf ./*",
    "nohup cd /tmp/q; rm -rf ./*",
    "cd ~/notes; [ -d /tmp/q ] && command cd /tmp/q; rm -rf ./*",
    "cd ~/notes; [ -d /tmp/q ] && builtin cd /tmp/q; rm -rf ./*",
    "shopt -s expand_aliases; alias cd='cd ~/notes;'\ncd /tmp/q\nrm -rf ./*",
  ],
  [
    "cd /tmp/q || exit 1; rm -rf ./*",
    "cd /tmp/q || { echo none >&2; exit 1; }; rm -rf ./*",
    'die() { echo "$1" >&2; exit 1; }; cd /tmp/q || die none; rm -rf ./*',
    "if ! cd /tmp/q; then exit 1; fi; rm -rf ./*",
    "clean() { cd /tmp/q || return 1; rm -rf ./*; }; clean",
    "for d in a b; do cd $d || continue; rm -rf dist; cd ..; done",
    "cd /tmp/q && rm -rf ./*; ls",
    "cd web && npm ci && npm test || echo failed; npm run build",
    "pushd web || exit; rm -rf dist; popd || exit; rm -rf build",
    "cd -P /tmp/q; rm -rf ./*",
    "time cd web; rm -rf dist",
    "cd .. || true; ls",
  ],
);

describeCommands(
  "a loop left early keeps what it had by then",
  [
    'for d in ~/notes dist; do [ -d "$d" ] && break; done; rm -rf "$d"',
    'for d in ~/notes ~/mail build; do if [ -e "$d" ]; then break; fi; done; rm -rf "$d"',
    'while true; do D=~/notes; break; D=dist; done; rm -rf "$D"',
    'D=~/notes; for i in 1 2; do continue; D=dist; done; rm -rf "$D"',
    'for i in 1 2; do for j in 1 2; do D=~/notes; break 2; done; D=dist; done; rm -rf "$D"',
    'D=dist; while read -r D; do echo "$D"; done < list; rm -rf "$PWD/$D"',
  ],
  [
    'for d in out build; do [ -d "$d" ] && break; done; rm -rf "$d"',
    'for d in a b; do [ -d "$d" ] || continue; rm -rf "$d/dist"; done',
    'while [ $# -gt 0 ]; do case "$1" in -o) O="$2"; shift 2;; *) break;; esac; done; ls "$O"',
  ],
);

describeCommands(
  "a loop that goes up may be anywhere after it",
  [
    "cd /tmp/a/b/c/d/e/f; while [ ! -f package.json ]; do cd ..; done; rm -rf ./*",
    "cd /tmp/a/b/c/d/e/f; for i in $(seq 1 9); do cd ..; done; rm -rf ./*",
    "cd /tmp/a/b/c/d/e/f; for i in {1..9}; do cd ..; done; rm -rf ./*",
    "cd /tmp/a/b/c/d/e/f; for ((i = 0; i < 9; i++)); do cd ..; done; rm -rf ./*",
    'D=/tmp/a/b/c/d/e; until [ -d "$D/.git" ]; do D=$(dirname "$D"); done; rm -rf "$D"',
    'D=/tmp/a/b/c/d/e; until [ -d "$D/.git" ]; do D="$D/.."; done; rm -rf "$D"',
  ],
  [
    'D=$PWD; until [ -f "$D/package.json" ]; do D=$(dirname "$D"); done; ls "$D"',
    "while [ ! -f go.mod ]; do cd ..; done; go test ./...",
    "for d in a b c; do cd $d; rm -rf dist; cd ..; done",
    'n=0; while [ $n -lt 3 ]; do n=$((n + 1)); rm -rf "out/$n"; done',
  ],
);

describeCommands(
  "a handler runs with the state of any moment at which it may run",
  [
    "cd ~/notes; trap 'rm -rf ./*' EXIT; [ -f q ] || exit 1; cd /tmp/q",
    "D=~/notes; trap 'rm -rf \"$D\"' EXIT; test -f q || exit 1; D=$(mktemp -d)",
    "D=~/notes; trap 'rm -rf \"$D\"' ERR; false; D=out",
    "D=~/notes; trap 'rm -rf \"$D\"' INT TERM; sleep 9; D=out",
    "set -e; D=~/notes; trap 'rm -rf \"$D\"' EXIT; make; D=out",
    "trap 'rm -rf \"$D\"/*' EXIT; [ -f q ] || exit 1; D=$(mktemp -d)",
    "V=get; trap 'V=delete' DEBUG; kubectl $V ns prod",
    "trap 'V=delete' DEBUG; V=get; kubectl $V ns prod",
  ],
  [
    'set -euo pipefail; D=$(mktemp -d); trap \'rm -rf "$D"\' EXIT; cp a "$D"; [ -f q ] || exit 1; ls',
    "trap 'rm -rf \"$D\"' EXIT; [ -f q ] || exit 1; D=$(mktemp -d)",
    'set -e; trap \'rm -rf "$D"\' EXIT; D=$(mktemp -d); cd "$D"; make',
    'cleanup() { kill "$P"; rm -rf out; }; trap cleanup EXIT INT; npm start & P=$!; npm test',
    "trap 'echo failed at $LINENO' ERR; npm test; rm -rf dist",
  ],
);

describeCommands(
  "an item of `case` that goes on keeps what it set",
  ['D=out; case q in q) D=~/notes ;& r) rm -rf "$D";; esac', 'D=out; case q in q) D=~/notes ;;& *) rm -rf "$D";; esac'],
  ['D=out; case q in q) D=build ;& r) rm -rf "$D";; esac', "case $1 in a) ls ;& b) npm test;; esac"],
);

describeCommands(
  "`for` without a list goes through all that the words may be",
  ['if [ -f q ]; then set -- ~/notes; else set -- out; fi; for d; do rm -rf "$d"; done'],
  ['if [ -f q ]; then set -- build; else set -- out; fi; for d; do rm -rf "$d"; done'],
);
