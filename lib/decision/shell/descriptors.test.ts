import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "a script counts by whichever descriptor it comes",
  [
    "exec 3<<< 'rm -rf ~/mail'; bash <&3",
    "exec 4< <(echo 'rm -rf ~/mail'); bash 0<&4",
    "bash /dev/fd/5 5<<< 'rm -rf ~/mail'",
    "exec 3<<< 'rm -rf ~/mail'; . /dev/fd/3",
    "exec < <(echo 'rm -rf ~/mail'); sh",
    "bash < <(echo 'rm -rf ~/mail')",
    "{ bash <&3; } 3<<< 'rm -rf ~/mail'",
    "cat <<< 'rm -rf ~/mail' > >(bash)",
    "coproc bash; echo 'rm -rf ~/mail' >&\"${COPROC[1]}\"",
    "coproc S { sh; }; printf 'rm -rf ~/mail\\n' >&${S[1]}",
    "exec 7> >(bash); echo 'rm -rf ~/mail' >&7",
    "mkfifo /tmp/p; bash < /tmp/p & echo 'rm -rf ~/mail' > /tmp/p",
    "mkfifo p; sh p & echo 'rm -rf ~/mail' > p",
    "exec {in}<<< 'rm -rf ~/mail'; bash <&$in",
  ],
  [
    "exec 3<<< 'ls'; bash <&3",
    'exec 3< list.txt; read -r a <&3; echo "$a"',
    "npm test > >(tee out.log) 2>&1",
    'coproc node server.js; echo ping >&"${COPROC[1]}"',
    "mkfifo /tmp/p; cat < /tmp/p & echo 'rm -rf ~/mail' > /tmp/p",
    "exec 3>&1; npm test >&3",
  ],
);
