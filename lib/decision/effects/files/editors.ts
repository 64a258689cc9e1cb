import { operands } from "../arguments";
import { pathOf, type Maker } from "../scene";
import { grantsAccess } from "./vital";
import { addWrite } from "./writing";

/** An editor that is opened on what decides who gets in. */
const opens: Maker = (command, scene) => {
  if (command.args.some(({ value }) => /^(?:-R|-M|-v|--view|--readonly)$/.test(value))) return;
  for (const word of operands(command, ["-c", "--cmd", "-S", "-u", "-i"])) {
    const path = pathOf(word, command, scene);
    if (path !== null && grantsAccess(path)) addWrite(word, command, scene, "edit", false);
  }
};

export const EDITOR_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["vi", "vim", "nvim", "nano", "pico", "emacs", "micro", "joe", "ed", "ex", "gedit", "kate"].map((name) => [
    name,
    opens,
  ]),
);
