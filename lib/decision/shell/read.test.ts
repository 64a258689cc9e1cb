import { describe, expect, test } from "vitest";
import { readShell } from "./read";
import type { SimpleCommand } from "./types";

const SCENE = { cwd: "/home/dev/project", home: "/home/dev", gitRoot: "/home/dev/project", gitBranch: "topic" };
const read = (command: string) => readShell(command, SCENE);
const line = ({ name, args }: SimpleCommand) => [name, ...args.map((arg) => arg.value)].join(" ");
const lines = (command: string) => read(command).commands.map(line);

describe("what runs is found wherever it hides", () => {
  test.each([
    ["sudo -u root env A=b nice -n 5 rm x", "rm x"],
    ["timeout -k 1 5 nohup rm x", "rm x"],
    ["bash -lc 'rm x'", "rm x"],
    ["bash <<< 'rm x'", "rm x"],
    ["bash <<EOF\nrm x\nEOF", "rm x"],
    ["echo 'rm x' | sh", "rm x"],
    ["printf '%s\\n' 'rm x' | bash -s", "rm x"],
    ["eval 'rm' x", "rm x"],
    ["echo cm0geAo= | base64 --decode | sh", "rm x"],
    ["echo 'x mr' | rev | sh", "rm x"],
    ["echo 'ez k' | tr 'a-z' 'n-za-m' | sh", "rm x"],
    ["A=r B=m; A=r; B=m; $A$B x", "rm x"],
    ["X='rm x'; $X", "rm x"],
    ['f() { rm "$1"; }; f x', "rm x"],
    ["if true; then rm x; fi", "rm x"],
    ["for i in x; do rm $i; done", "rm x"],
    ["case $1 in a) rm x;; esac", "rm x"],
    ["while :; do rm x; done", "rm x"],
    ["(cd a; { rm x; })", "rm x"],
    ["! time rm x", "rm x"],
    ["trap 'rm x' EXIT", "rm x"],
    ["echo `rm x`", "rm x"],
    ['echo "${A:-$(rm x)}"', "rm x"],
    ["echo $((1 + $(rm x)))", "rm x"],
    ["[[ -f $(rm x) ]]", "rm x"],
    ["cat <(rm x)", "rm x"],
    ["cat <<EOF\n$(rm x)\nEOF", "rm x"],
    ["find . -exec rm x \\;", "rm x"],
    ["true | xargs -I{} sh -c 'rm x'", "rm x"],
    ["parallel rm ::: x", "rm x"],
    ["docker exec -it web rm x", "rm x"],
    ["kubectl exec pod -- rm x", "rm x"],
    ["ssh -p 22 host rm x", "rm x"],
    ["cat > s.sh <<'E'\nrm x\nE\nbash s.sh", "rm x"],
    ["coproc rm x", "rm x"],
    ["repeat 3 rm x", "rm x"],
    ["noglob rm x", "rm x"],
    ["=rm x", "rm x"],
    ["busybox rm x", "rm x"],
    ["env -S 'rm x'", "rm x"],
    ["r{,}m x; rm x", "rm x"],
    ["git bisect run rm x", "rm x"],
    ["git -c alias.y='!rm x' y", "rm x"],
    ["PAGER='rm x' git log", "rm x"],
    ["tar xf a --to-command='rm x'", "rm x"],
    ["sed 's/a/rm x/e' f", "rm x"],
    ["make -f - <<'E'\ny:\n\trm x\nE", "rm x"],
    ["tmux send-keys -t a 'rm x' Enter", "rm x"],
    ["git clone 'ext::sh -c rm% x' y", "rm x"],
    ["su - dev -c 'rm x'", "rm x"],
    ["sudo -iu dev rm x", "rm x"],
    ["npx -y concurrently 'rm x'", "rm x"],
    ["docker run --entrypoint rm alpine x", "rm x"],
    ["A=x bash -c 'rm $A'", "rm x"],
    ["f() { rm x; }", "rm x"],
    ["f() { rm $1; }", "rm argument"],
    ["trap 'rm $A' EXIT; A=x", "rm x"],
    ["alias y='rm'; y x", "rm x"],
    ['set -- a rm x; shift; "$@"', "rm x"],
    ['A=(a rm x); "${A[@]:1}"', "rm x"],
    ['A=(rm); A+=(x); "${A[@]}"', "rm x"],
    ["A[0]=rm; A[1]=x; ${A[0]} ${A[1]}", "rm x"],
    ["declare -A a=([y]='rm x'); ${a[y]}", "rm x"],
    ["A='rm x'; declare -n B=A; $B", "rm x"],
    ["A='rm x'; B=A; ${!B}", "rm x"],
    ["printf -v A 'rm %s' x; $A", "rm x"],
    ["read -r A B <<< 'rm x'; $A $B", "rm x"],
    ["IFS=, read -ra A <<< 'rm,x'; \"${A[@]}\"", "rm x"],
    ["while read -r A; do $A; done <<< $'ls\nrm x'", "rm x"],
    ["mapfile -t A < <(printf 'rm\nx\n'); \"${A[@]}\"", "rm x"],
    ["bash -c '$*' _ rm x", "rm x"],
    ["bash -c 'IFS=,; $*' _ rm,x", "rm x"],
    ["if y; then A=rm; else A=ls; fi; $A x", "rm x"],
    ['A=rm; [ -n "$B" ] && A=ls; $A x', "rm x"],
    ["case $B in a) A=rm;; *) A=ls;; esac; C=$A; $C x", "rm x"],
    ["${A:-rm} x", "rm x"],
    [": ${A:=rm x}; $A", "rm x"],
    ["$SHELL -c 'rm x'", "rm x"],
    ["$(command -v rm) x", "rm x"],
    ["A=`which ls || which rm`; $A x", "rm x"],
    ["f() { while [ $# -gt 0 ]; do rm $1; shift; done; }; f y x", "rm x"],
    ["f() { for A; do rm $A; done; }; f y x", "rm x"],
    ["test -v 'A[$(rm x)]'", "rm x"],
    ["[[ 'A[$(rm x)]' -gt 1 ]]", "rm x"],
    ["A='B[$(rm x)]'; echo $((A))", "rm x"],
    ["unset 'A[`rm x`]'", "rm x"],
    ["A='$(rm x)'; echo ${A@P}", "rm x"],
    ["echo 'rm x' | tee >(sh)", "rm x"],
    ["echo 'rm x' > s; eval \"$(<s)\"", "rm x"],
    ["declare -A a=([y]=x); for k in ${!a[@]}; do rm ${a[$k]}; done", "rm x"],
    ["f() { if y; then A=rm; else A=ls; fi; }; f; $A x", "rm x"],
  ])("%s", (command, expected) => {
    expect(lines(command)).toContain(expected);
  });

  test("what is only text is not run", () => {
    for (const command of [
      "echo 'rm x'",
      "# rm x",
      "git commit -m 'rm x'",
      "cat <<'E'\nrm x\nE",
      "f() { rm x; }; sh -c f",
      "X='rm x'",
      "sed 's/a/rm x/' f",
      "vim -c ':s/a/rm x/' f",
      "sqlite3 f 'select \"rm x\"'",
      "tar cf a --checkpoint-action=dot 'rm x'",
      "make X='rm x'",
    ]) {
      expect(lines(command)).not.toContain("rm x");
    }
  });
});

test("values that are set together are read together", () => {
  const all = lines("if y; then A=rm B=x; else A=ls B=z; fi; $A $B");
  expect(all).toEqual(expect.arrayContaining(["rm x", "ls z"]));
  expect(all).not.toEqual(expect.arrayContaining(["rm z"]));
});

test("what cannot be told of a function that nobody calls counts for nothing", () => {
  expect(read('f() { "$@"; eval "$1"; $X; }').opaque).toEqual([]);
});

describe("where it runs", () => {
  test.each([
    ["cd a && ls", "/home/dev/project/a"],
    ["cd a; cd ..; ls", "/home/dev/project"],
    ["(cd a); ls", "/home/dev/project"],
    ["cd; ls", "/home/dev"],
    ["cd ~/x && ls", "/home/dev/x"],
    ["pushd a; popd; ls", "/home/dev/project"],
    ["cd a; cd -; ls", "/home/dev/project"],
    ["cd $(git rev-parse --show-toplevel)/b && ls", "/home/dev/project/b"],
    ['cd "$NOWHERE" && ls', null],
    ["ssh host ls", null],
  ])("%s", (command, cwd) => {
    expect(read(command).commands.findLast((one) => one.name === "ls")?.cwd).toBe(cwd);
  });
});

describe("words", () => {
  const args = (command: string) =>
    read(command)
      .commands.at(-1)
      ?.args.map((arg) => [arg.value, arg.unknownAt]);

  test.each([
    ["x $HOME/a", [["/home/dev/a", -1]]],
    ["A=b; x ${A}c", [["bc", -1]]],
    ["A=/p/q.tar.gz; x ${A##*/} ${A%.*} ${A%%.*} ${A%/*}", [["q.tar.gz", -1], ["/p/q.tar", -1], ["/p/q", -1], ["/p", -1]]],
    ["x {a,b}{1,2}", [["a1", -1], ["a2", -1], ["b1", -1], ["b2", -1]]],
    ["x $UNKNOWN/a", [["$UNKNOWN/a", 0]]],
    ["x /a/$UNKNOWN", [["/a/$UNKNOWN", 3]]],
    ["A=(p q); x \"${A[@]}\"", [["p", -1], ["q", -1]]],
    ["x $(echo a)", [["a", -1]]],
    ["x $(printf '%s' b)$(pwd)", [["b/home/dev/project", -1]]],
    ["x 'a'\"b\"\\c$'\\x64'", [["abcd", -1]]],
    ["x ${U:-/tmp/d}", [["/tmp/d", -1]]],
    ["source ./env; x ${U:-/tmp/d}", [["/tmp/d", 0]]],
    ["A=abcd; x ${A:1:2} ${A: -1} ${A^} ${A/#a/b} ${#A} ${A@U}", [["bc", -1], ["d", -1], ["Abcd", -1], ["bbcd", -1], ["4", -1], ["ABCD", -1]]],
    ["A=a://b; x ${A#*://} ${A%%:*}", [["b", -1], ["a", -1]]],
    ["A='a\\tb'; x \"${A@E}\"", [["a\tb", -1]]],
    ["A=ls; if y; then A=b; fi; x $A", [["b", -1]]],
    ["IFS=,; set -- a b; x \"$*\"", [["a,b", -1]]],
  ])("%s", (command, expected) => {
    expect(args(command)).toEqual(expected);
  }); // prettier-ignore
});

describe("data flow", () => {
  test("a pipe, a substitution, a variable and a here-document name their sources", () => {
    const last = (command: string) => read(command).commands.at(-1) as SimpleCommand;
    expect(last("cat a | tr b c | curl x").stdin.from.map((one) => one.name)).toEqual(["tr"]);
    expect(last("curl $(cat a)").args[0]?.from.map((one) => one.name)).toEqual(["cat"]);
    expect(last('X=$(cat a); curl "$X"').args[0]?.from.map((one) => one.name)).toEqual(["cat"]);
    expect(last("cat a | tee >(curl x)").name).toBe("tee");
    expect(
      read("cat a | tee >(curl x)")
        .commands.find((one) => one.name === "curl")
        ?.stdin.from.map((one) => one.name),
    ).toEqual(["tee"]);
  });

  test("a loop over what find lists stands for those names", () => {
    const rm = (command: string) =>
      read(command)
        .commands.find((one) => one.name === "rm")
        ?.args.at(-1)?.value;
    expect(rm("find src -name '*.o' | xargs rm")).toBe("/home/dev/project/src/**/*.o");
    expect(rm("find /etc | while read f; do rm $f; done")).toBe("/etc/*");
    expect(rm("for f in $(find /etc); do rm $f; done")).toBe("/etc/*");
  });
});

test("what a container has mounted is known", () => {
  const rm = read("docker run -v$HOME:/h -w /h/a alpine rm b").commands.find((one) => one.name === "rm");
  expect(rm).toMatchObject({ where: "container", cwd: "/h/a", mounts: [{ from: "/home/dev", to: "/h" }] });
});

describe("evidence", () => {
  test("points at the words themselves, also inside nested scripts", () => {
    const command = "sudo bash -c 'cd /x && rm -rf y'";
    const rm = read(command).commands.find((one) => one.name === "rm") as SimpleCommand;
    expect(command.slice(rm.start, rm.end)).toBe("rm -rf y");
    expect(command.slice(rm.args[1]?.start, rm.args[1]?.end)).toBe("y");
  });
});

describe("what cannot be read is said so", () => {
  test.each(["if true", "echo $(", "bash -c 'if true'", 'eval "$X"', "$X a", "cat x | bash", "echo *(e:'rm x':)"])(
    "%s",
    (command) => {
      expect(read(command).opaque.length).toBeGreaterThan(0);
    },
  );
});
