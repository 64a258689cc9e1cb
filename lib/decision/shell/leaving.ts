import { stateOf } from "./branches";
import { emit } from "./emit";
import { leaveLoop } from "./flow";
import { spend, type Call, type Frame, type Reader, type Run } from "./frame";
import { passExit } from "./handlers";

/** `return`, `exit`, `break`, `continue`: what is behind them on the same way does not run. */

const pay = (reader: Reader, shell: Frame, call: Call): void =>
  spend(reader, call.span, shell.otherwise.length + Math.ceil(shell.variables.size / 8));

export const leaveFunction: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  pay(reader, shell, call);
  shell.returns.push(stateOf(shell));
  if (reader.calling.length > 0) shell.ended = "function";
};

/** With more than a number it complains and goes on. */
export const exit: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  passExit(reader, shell, call.span);
  if (argv.length < 3) shell.ended = "shell";
};

export const leaveRound: Run = (reader, frame, shell, argv, call) => {
  emit(reader, frame, argv, call);
  pay(reader, shell, call);
  leaveLoop(shell, argv.length > 1);
};
