import type { Redirection } from "unbash";
import { inputNamed } from "./descriptors";
import { expandHereDoc, expandWord } from "./expand";
import { NO_STDIN, setVariable, type Frame, type Reader } from "./frame";
import type { Unit } from "./parse";
import type { FileRedirect, Stdin } from "./types";
import { literal } from "./word";

/** The number before a redirect; one that the shell chooses is none of the three, and goes into the variable. */
function numberOf(frame: Frame, { descriptor, pos, end }: Redirection): number | undefined {
  if (descriptor?.type !== "FileDescriptorVariable") return descriptor?.value;
  const number = FIRST_CHOSEN + frame.inputs.size;
  setVariable(frame, descriptor.name, [literal(String(number), { start: pos, end })]);
  return number;
}
const FIRST_CHOSEN = 10;

/** What a list of redirects opens: files, standard input, and input by other numbers. */
export function redirects(reader: Reader, frame: Frame, unit: Unit, list: readonly Redirection[]) {
  const files: FileRedirect[] = [];
  let { stdin, inputs } = frame;
  for (const part of list) {
    const fd = numberOf(frame, part);
    const open = (input: Stdin) => {
      if ((fd ?? 0) === 0) stdin = input;
      else inputs = new Map(inputs).set(fd ?? 0, input);
    };
    const text = part.type === "HereDoc" ? expandHereDoc(reader, frame, unit, part.body) : null;
    if (text !== null) open({ ...NO_STDIN, text });
    else if (part.type === "HereDoc" || part.target === undefined) continue;
    else {
      const target = expandWord(reader, frame, unit, part.target);
      if (part.type === "HereString") open({ ...NO_STDIN, text: target });
      else files.push(fd === undefined ? { op: part.operator, target } : { op: part.operator, target, fd });
      if (part.type !== "Redirect" || !part.operator.startsWith("<")) continue;
      const other = part.operator === "<>" ? undefined : inputNamed(inputs, target);
      if (other !== undefined) open(other);
      else if (part.operator === "<") {
        const file = target.value.startsWith("<(") ? null : target;
        open({ from: target.from, text: null, file, cwd: frame.cwd });
      }
    }
  }
  return { stdin, files, inputs };
}
