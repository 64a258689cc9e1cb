import { describeCommands } from "@/lib/testing/describe-commands";

describeCommands(
  "what `xargs` and `parallel` are known to be fed is judged as written out",
  [
    "printf '%s' /home/x/.ssh/id_rsa | xargs cat",
    "echo ~/.aws/credentials | xargs -n1 cat",
    "xargs cat <<< ~/.ssh/id_rsa",
    "find ~ -name '*.pem' | xargs tar czf k.tgz",
    "printf '%s\\n' 'rm -rf /' | xargs -d '\\n' sh -c 'sh -c \"$1\"' _",
    "printf '%s\\0' 'rm -rf ~' | xargs -0 -I{} sh -c {}",
    "printf '%s\\n' 'rm -rf /' | xargs -L1 -d '\\n' sh -c 'eval \"$1\"' _",
    "echo '\"rm -rf /\"' | xargs sh -c 'eval \"$1\"' _",
    "printf '%s\\n' a ~ | xargs -I{} sh -c 'rm -rf {}'",
    "printf 'rm\\n' | xargs -I{} {} -rf ~",
    "parallel eval 'git reset --hard'",
    "parallel --dry-run echo '{= system(\"rm -rf ~\") =}' ::: value",
    "find . -exec bash -c '$*' _ rm -rf / \\;",
  ],
  [
    "printf 'a\\nb\\n' | xargs -n1 echo",
    "printf '%s\\n' a b | xargs -I{} sh -c 'echo {}'",
    "echo 'a b' | xargs -n 1 basename",
    "find . -name '*.pem' | xargs ls -l",
    "parallel -j4 'echo {= $_ = uc($_) =}' ::: a b",
    "parallel --env FOO echo {} ::: value",
    "find . -name '*.py' -print0 | xargs -0 python3 -m py_compile",
  ],
);

describeCommands(
  "an item that nobody knows is asked about where it is code, and not where it is a name",
  [
    "cat list | xargs sudo bash",
    "cat list | xargs -n1 timeout 5 python3",
    'xargs -I{} awk "BEGIN { {} | getline }"',
    "xargs -I{} node -{} 'console.log(1)'",
    "xargs -I{} node --require {} app.js",
    "xargs -I{} python3 -c 'print(\"{}\")'",
    "parallel perl -M{} -e safe",
    "parallel git reset {}",
    "xargs git -C /tmp",
    "xargs -I{} git -c {} status",
    "xargs -I{} env CMD={} sh -c 'eval \"$CMD\"'",
  ],
  [
    "cat files | xargs node scripts/lint.js",
    "cat files | xargs python3 -m black",
    "cat files | xargs git add --",
    "cat files | xargs -I{} git show HEAD:{}",
    "cat files | xargs -I{} git -C repos/{} pull",
    "cat hosts | xargs -I{} awk -v h={} '$1 == h' hosts.txt",
    "cat list | xargs -I{} node --title {} app.js",
    "cat list | xargs -I{} python3 tool.py --in {}",
    "cat list | xargs -I{} env FILE={} sh -c 'wc -l \"$FILE\"'",
    "cat files | xargs perl -pi -e 's/a/b/'",
  ],
);
