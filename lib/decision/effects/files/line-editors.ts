import { stdinText } from "../../shell/static-output";
import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { operands, optionValues } from "../arguments";
import { cannotRead, readScript } from "../code/code-scripts";
import type { Maker, Scene } from "../scene";
import { readVimScript, sourceFile } from "./vim-scripts";
import { addWrite } from "./writing";

/** Editors that take their orders from a script: what they write is written as by a redirect, and what they run is run. */

const ALWAYS_SCRIPTED = /^(?:ed|red|ex)$/;
const SCRIPTED = /^-(?:\w*[es]\w*|-headless)$/;
const WRITES = /^:?\s*(?:[%.$\d,'a-z]{0,12}?)(?:w|wq|wqa|wqall|wa|wall|x|xit|xa|up|update|write)!?(?:\s+(?!!)(\S+))?$/;
const RUNS = /^:?\s*(?:[%.$\d,]{0,12}(?:r|w|read|write)?\s*)!\s*(\S.*)$/;
/** Different orders of one script. */
const MAX_ORDERS = 2_000;

/** The orders, without the lines that they put into the file: those end with a dot by itself. */
function ordersIn(text: string): string[] {
  const orders = new Set<string>();
  let inserts = false;
  for (const line of text.split("\n")) {
    if (inserts) inserts = line.trim() !== ".";
    else if (/^\s*[%.$\d,/\w]{0,40}?(?:[aic]|append|insert|change)\s*$/.test(line) && line.trim() !== "wa") inserts = true;
    else for (const one of line.split("|")) orders.add(one.trim());
  }
  return [...orders];
} // prettier-ignore

/** They have no language of their own. */
const LINE_ONLY = new Set(["ed", "red"]);
const SCRIPT_FLAGS = ["-S", "-u", "-l"];

const scripted: Maker = (command, scene) => {
  const given = [...optionValues(command, "-c", "--cmd"), ...groupedOrders(command), ...plusOrders(command)].map(
    ({ value }) => value,
  );
  for (const file of optionValues(command, ...SCRIPT_FLAGS)) sourceFile(file, command, scene);
  const isBatch = ALWAYS_SCRIPTED.test(command.name) || command.args.some(({ value }) => SCRIPTED.test(value)) || given.length > 0; // prettier-ignore
  if (!isBatch) return;
  const text = [stdinText(command.stdin, scene.known()) ?? "", ...given].join("\n");
  const orders = ordersIn(text);
  if (!LINE_ONLY.has(command.name)) readVimScript(text, command.stdin.text ?? command.program, command, scene);
  const file = operands(command, ["-c", "--cmd", "-S", "-u", "-i", "-p"]).find(({ value }) => !value.startsWith("+"));
  if (orders.length > MAX_ORDERS) cannotRead("The editor's script is longer than can be read through.", command, scene);
  for (const order of orders.slice(0, MAX_ORDERS)) {
    const run = RUNS.exec(order)?.[1];
    if (run !== undefined) readScript(run, command.stdin.text ?? command.program, command, scene);
    const write = WRITES.exec(order);
    if (write !== null) writes(write[1], file, command, scene);
  }
};

/** `ex -sc ORDER` */
const groupedOrders = ({ args }: SimpleCommand): Word[] => args.filter((_, i) => /^-[a-zA-Z]{1,8}c$/.test(args[i - 1]?.value ?? "")); // prettier-ignore

/** `vim +wq file` */
const plusOrders = ({ args }: SimpleCommand): Word[] =>
  args.filter(({ value }) => /^\+[^\d/]/.test(value)).map((word) => ({ ...word, value: word.value.slice(1) }));

function writes(named: string | undefined, file: Word | undefined, command: SimpleCommand, scene: Scene): void {
  const word = named === undefined ? file : literal(named, command);
  if (word !== undefined) addWrite(word, command, scene, "edit", false);
}

export const LINE_EDITOR_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ["ed", "red", "ex", "vi", "vim", "nvim", "vim.basic", "vim.tiny", "view", "gvim", "mvim", "rvim", "vimdiff"].map(
    (name) => [name, scripted],
  ),
);
