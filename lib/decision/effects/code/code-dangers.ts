import type { Word } from "../../shell/types";
import { add, type Scene } from "../scene";
import { addDisguise, cannotRead } from "./code-scripts";

/** What code does past its own language, to memory and to the machine. */

/** A loop without end that forks. */
const FORKS =
  /\bfork\b[^\n]{0,40}\b(?:for \w{1,20} in iter\(|while\s*\(?(?:1|true)\b)|\b(?:while\s*\(?\s*(?:True|true|1)\s*\)?|for\s*\(;;\)|loop)\s*[:{]?\s*(?:do\b)?\s*(?:os\.|Process\.)?fork\b/;
/** Code that starts itself anew, without end. */
const STARTS_ITSELF =
  /\b(?:while\s?\(?\s?(?:True|true|1)\s?\)?|for\s?\(;;\)|loop)\s?[:{]?\s{0,20}(?:do\b\s{0,20})?[^\n;]{0,80}(?:Popen|spawn|fork|Process)\s?\([^\n;]{0,60}(?:__file__|__filename|\$0|sys\.argv)/;
/** A loop without end that only grows. */
const GROWS =
  /\b(?:while\s?\(?\s?(?:True|true|1)\s?\)?|for\s?\(;;\)|loop)\s?[:{]?\s{0,20}(?:do\b\s{0,20})?\w{1,30}\s?(?:\.(?:append|push|extend|write)\s?\(|\+=|<<)[^\n;]{0,60}(?:\*\s?(?:10\s?\*\*|1024|\d{6})|Buffer\.alloc|new Array|\.repeat\s?\(|["']\s?\*)/;

const IN_MEMORY = /\b(?:memfd_create|ptrace|process_vm_writev|mprotect|VirtualAlloc\w*|CreateRemoteThread)\b/;
const LIBRARY = /\b(?:ctypes|cffi|Fiddle|ffi|FFI|koffi|dlopen|ccall)\b/;
const SYSTEM_CALL = /\bsyscall\s?\(/;
/** By name, or by number on the machines people work at. */
const STARTS = /\bsyscall\s?\(\s?(?:&?SYS_(?:exec\w{1,4}|memfd_create)|59|319|322)\b/;
/** The library's own way to start programs, behind whatever it was bound to. */
const LIBRARY_RUNS =
  /(?<!\b(?:os|Kernel|Process|child_process|cp|posix|IO|Open3))(?:\.|->|\[\s?:?["'])(?:system|popen|fexecve|exec[lv]p?e?|posix_spawnp?)\b["']?|\bccall\s?\(\s?\(?\s?:(?:system|popen|execvp?e?)\b/;
const EXECUTES = /\bf?exec[lv]p?e?\b|\/proc\/self\/fd|\bexec\s|posix_spawn|subprocess|\bsystem\b/;

export function addDangers(text: string, code: Word, scene: Scene): void {
  const native = LIBRARY.test(text);
  const inMemory = IN_MEMORY.exec(text)?.[0];
  if (inMemory === "memfd_create" && (native || SYSTEM_CALL.test(text) || EXECUTES.test(text)))
    addDisguise("a program that is only in memory", code, scene);
  else if (inMemory !== undefined) cannotRead("The code puts a program together in memory.", code, scene);
  else if (STARTS.test(text)) addDisguise("a call past the language, into the kernel", code, scene);
  else if (native && LIBRARY_RUNS.test(text)) addDisguise("a call past the language, into the C library", code, scene);
  if (FORKS.test(text) || STARTS_ITSELF.test(text))
    add(scene, "system-change", "process", null, code, "starts processes without end", {
      act: "fork-bomb",
      what: "fork bomb",
    });
  else if (GROWS.test(text)) cannotRead("The code takes memory or disk without end.", code, scene);
}
