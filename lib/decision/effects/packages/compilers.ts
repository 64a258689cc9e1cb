import type { SimpleCommand } from "../../shell/types";
import { literal } from "../../shell/word";
import { readInlineCode } from "../code/inline-code";
import { pathOf, type Maker, type Scene } from "../scene";

/** Compilers, and programs that compile and run at once, by the language they take. */
const COMPILERS: Readonly<Record<string, string>> = {
  gcc: "c", cc: "c", "g++": "c", "c++": "c", clang: "c", "clang++": "c", tcc: "c", rustc: "rust", javac: "java", java: "java", kotlinc: "kotlin", scalac: "scala", swiftc: "swift", swift: "swift", gccgo: "go", tinygo: "go", zig: "zig", nim: "nim", dmd: "d", rdmd: "d", v: "v", mcs: "csharp", csc: "csharp", fpc: "pascal", gfortran: "fortran", ghc: "haskell",
}; // prettier-ignore
const SOURCE = /\.(?:c|cc|cpp|cxx|rs|java|kt|scala|swift|go|zig|nim|d|v|cs|pas|f90|hs)$/;

/** Source that this session wrote, compiled: what it would do when it runs. */
const compiles: Maker = (command: SimpleCommand, scene: Scene) => {
  if (scene.reading.files.size === 0) return;
  for (const word of command.args) {
    const path = SOURCE.test(word.value) ? pathOf(word, command, scene) : null;
    const text = path === null ? undefined : scene.reading.files.get(path);
    if (text !== undefined) readInlineCode(literal(text, word), command, COMPILERS[command.name] ?? "c", scene);
  }
};

export const COMPILER_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  Object.keys(COMPILERS).map((name) => [name, compiles]),
);
