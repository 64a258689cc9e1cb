import { baseName } from "../../paths";
import type { SimpleCommand, Span } from "../../shell/types";
import { SHELLS } from "../../shell/scripts";
import { clip } from "../clip";
import { DAILY_PROGRAM } from "./persistence";
import { add, type Maker, type Scene } from "../scene";

/** What a program is made to load, to find first or to write to by a variable set for it. */

const PRIVILEGED = /^(?:sudo|su|doas|pkexec|login|passwd|sshd?|scp|sftp|runuser|machinectl)$/;
const LIBRARIES = /^(?:LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES)$/;
/** Allocators, clocks and checkers that people load on purpose. */
const TOOLS =
  /^lib(?:jemalloc|tcmalloc|mimalloc|hoard|faketime|eatmydata|asan|tsan|ubsan|lsan|clang_rt\.\w+|SegFault|stdc\+\+|gomp|memusage|nvidia|vtk|sandbox)\w*(?:[-.][\w.-]*)?$/;
/** Directories that anybody puts programs into. */
const SCRATCH = /^(?:\/private)?\/(?:tmp|var\/tmp|dev\/shm)(?=\/|:|$)/;

const report = (what: string, note: string, target: string, span: Span, scene: Scene): void =>
  add(scene, "guard-change", "command", target, span, note, { what });

/** A directory that stands before all others where programs are looked for. */
export function searchPath(value: string, span: Span, scene: Scene): void {
  if (SCRATCH.test(value))
    report("borrowed", `looks for programs in ${clip(value.split(":")[0] ?? "")} first`, "PATH", span, scene);
}

export const borrowed: Maker = (command, scene) => {
  for (const [name, word] of command.assignments) {
    const { value } = word;
    if (LIBRARIES.test(name) && isPrivileged(command) && !isTool(value))
      report("preload", `loads ${clip(value)} into ${command.name}, which has other rights or asks for passwords`, name, word, scene);
    else if (name === "PATH" && (isPrivileged(command) || (DAILY_PROGRAM.test(command.name) && !SHELLS.has(command.name) && command.name !== "env"))) searchPath(value, word, scene);
    else if (name === "ENV" && SHELLS.has(command.name) && value.startsWith("$"))
      report("borrowed", "starts a shell with a file that is only known when it runs", name, word, scene);
    else if (name === "BASH_XTRACEFD" && tracesHidden(command, scene))
      report("borrowed", "records every command with its values in a hidden file", name, word, scene);
  }
}; // prettier-ignore

const isPrivileged = ({ name, wrappers }: SimpleCommand): boolean =>
  PRIVILEGED.test(name) || wrappers.some((wrapper) => PRIVILEGED.test(wrapper));

const isTool = (value: string): boolean =>
  value.split(/[:\s]+/).every((path) => path === "" || (TOOLS.test(baseName(path)) && !SCRATCH.test(path)));

/** Shells trace to a descriptor that an `exec` before has opened. */
const tracesHidden = (command: SimpleCommand, { reading }: Scene): boolean =>
  reading.commands.some(
    ({ name, redirects, start }) =>
      name === "exec" &&
      start < command.start &&
      redirects.some(({ op, target }) => op.includes(">") && HIDDEN.test(target.value)),
  );
const HIDDEN = /^\/(?:tmp|var\/tmp|dev\/shm)\/(?:.*\/)?\.[^/]+$/;
