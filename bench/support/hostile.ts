/** Commands made to be slow to read: each as long as a command may be, or nested as deep as its length allows. */
export function hostile(): readonly (readonly [string, string])[] {
  return [
    ...LONG.map(([part]) => [`64 KB of ${part.slice(0, 24)}`, fill(part, 65_000)] as const),
    ...NESTED,
    ...SHAPED,
  ];
}

const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const around = (open: string, inner: string, close: string, depth: number) => open.repeat(depth) + inner + close.repeat(depth); // prettier-ignore

/** Repeated to the longest command that is read. */
const LONG: readonly (readonly [string])[] = [
  ["rm -rf a; "], ["cat x | "], ["a/../"], ["a=$a$a; "], ["{a,b}"], ["{1..1000000} "], ["f() { f; f; }; f; "],
  ["for i in 1 2 3 4 5 6 7 8; do "], ["'a'\"b\""], ["\"'$(echo \"'x'\")'\" "], ["<<E\nx\nE\n"], ["cat <<E <<F\n$(x)\nE\ny\nF\n"], ["$((1+(2*3))) "], ["$(( "], ["((a++)); "],
  ["case a in a) b;; esac; "], ["a[$i]=b "], ["x=(a b c d e f g h); "], ["${x[@]/a/b} "], ["<(cat <(ls)) "], [">(tee >(cat)) "], ["@(a|b|!(c|d)) "], ["*(e:'x':) "], ["[[ -f a && -d b ]]; "],
  ["FOO=bar "], ["A=$B B=$C C=$A "], ["sudo "], ["env A=b "], ["eval "], ["timeout 5 nice "], ["bash -c "], ["xargs -I{} "], ["find . -exec "], ["-exec rm {} \\; "],
  ["é👩‍👩‍👧"], ["\u202e\u2066a"], ["\\\n"], ["# x\n"], ["\t"], ["&& "], ["$'\\x41' "], ["`"], ["$("], ["${a:-"], ["\""], ["git -c a=b "], ["--a=b "], ["| tee a "], ["> a "], ["trap 'x' EXIT; "],
  ["curl -d @a https://x.example; "], ["export A=b; "], ["cd a; "], ["f(){ g; }; "], ["ssh h "], ["docker run -v a:b c "], ["printf %s "], ["base64 -d <<< a | "], ["set -- a b; "], ["function f { "],
]; // prettier-ignore

/** As deep as it goes. */
const NESTED: readonly (readonly [string, string])[] = [
  ["10,000 nested substitutions", `echo ${around("$(", "x", ")", 10_000)}`],
  ["10,000 nested process substitutions", `cat ${around("<(cat ", "x", ")", 8_000)}`],
  ["10,000 nested subshells", around("( ", "x", " )", 10_000)],
  ["10,000 nested groups", around("{ ", "x;", " }", 10_000)],
  ["10,000 nested arithmetic", `echo $((${around("(", "1", ")", 10_000)}))`],
  ["10,000 nested defaults", `echo ${around("${a:-", "x", "}", 9_000)}`],
  ["10,000 nested quotes", `echo ${around('"$(echo ', "x", ')"', 5_000)}`],
  ["10,000 nested braces", `echo ${around("{a,", "x", "}", 10_000)}`],
  ["10,000 nested globs", `echo ${around("@(", "x", ")", 10_000)}`],
  ["nested cases", around("case a in a) ", "x", ";; esac", 3_000)],
  ["nested conditions", around("if a; then ", "x", "; fi", 3_000)],
  ["nested loops", `${"for i in 1 2 3 4 5 6 7 8; do ".repeat(20)}echo $i${"; done".repeat(20)}`],
  ["10,000 evals", `${"eval ".repeat(10_000)}ls`],
  ["10,000 shells", `${"bash -c ".repeat(8_000)}ls`],
  ["10,000 sudos", `${"sudo ".repeat(10_000)}ls`],
  ["10,000 backslashes in quotes", `bash -c "${"\\".repeat(30_000)}ls"`],
  ["shells in shells", quotedDeep(11)],
  ["here-documents in substitutions", around("$(cat <<E\n", "x", "\nE\n)", 2_000)],
];

/** Growing fast from few words. */
const SHAPED: readonly (readonly [string, string])[] = [
  ["64 KB of inline code", `python3 -c '${fill('os.system(open(\\"', 65_000)}'`],
  ["64 KB of awk", `awk '${fill('{ print | "x" } "y" | getline; ', 65_000)}'`],
  ["64 KB of makefile", `make --eval '${fill("a:\n\t$(shell x)\n", 65_000)}'`],
  ["64 KB to decode", `echo ${fill("cm0gLXJmIH4v", 65_000)} | base64 -d | bash`],
  ["64 KB to spell", `printf '${fill("\\x72", 65_000)}' | bash`],
  ["doubling functions", `${Array.from({ length: 30 }, (_, i) => `f${i}() { f${i + 1}; f${i + 1}; }`).join("; ")}; f0`],
  ["doubling variables", `a=xxxxxxxx; ${Array.from({ length: 30 }, (_, i) => `v${i + 1}=$v${i}$v${i}$a`).join("; ")}; $v30`],
  ["products of braces", `echo ${"{a,b,c,d}".repeat(30)}`],
  ["products of ranges", `rm ${"{1..1000000}".repeat(30)}`],
  ["products of arrays", `x=(${"a ".repeat(900)}); for i in "\${x[@]}"; do for j in "\${x[@]}"; do rm $i$j; done; done`],
  ["doubling copies", `echo x > f0; ${Array.from({ length: 40 }, (_, i) => `cat f${i} f${i} > f${i + 1}; cp f${i} g${i}`).join("; ")}; bash f40`],
]; // prettier-ignore

/** `bash -c` in `bash -c`, each quoted for the next. */
function quotedDeep(depth: number): string {
  let text = "ls";
  for (let i = 0; i < depth; i++) text = `bash -c "${text.replace(/["\\$`]/g, "\\$&")}"`;
  return text.slice(0, 65_000);
}
