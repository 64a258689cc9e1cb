import type { SimpleCommand } from "../shell/types";
import { cannotRead } from "./code/code-scripts";
import type { Maker } from "./scene";

/** A shell as the administrator that is given nothing to run: what is typed there later nobody sees. */

const RAISES = /^(?:sudo|sudo-rs|doas|pkexec|run0|calife)$/;
const SHELLS = new Set(["su", "bash", "sh", "zsh", "dash", "ksh", "fish"]);
const NOTHING = /^(?:-|-l|--login|-i|-s|--shell|root|-m|-p)$/;

const STARTS = /^(?:-i|--login|-s|--shell)$/;

const isFed = ({ stdin }: SimpleCommand): boolean =>
  stdin.from.length > 0 || stdin.text !== null || stdin.file !== null;

const opensShell: Maker = (command, scene) => {
  const { name, args, wrappers, where } = command;
  if (where !== "here" || isFed(command) || !args.every(({ value }) => NOTHING.test(value))) return;
  const raised = wrappers.some((one) => RAISES.test(one));
  const opens = raised
    ? SHELLS.has(name)
    : name === "su" || (RAISES.test(name) && args.length > 0 && args.every(({ value }) => STARTS.test(value)));
  if (opens) cannotRead("This opens a shell as the administrator, and what runs in it shows only there.", command, scene); // prettier-ignore
};

export const ROOT_SHELL_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  [...SHELLS, "sudo", "sudo-rs", "doas", "pkexec", "run0"].map((name) => [name, opensShell]),
);
