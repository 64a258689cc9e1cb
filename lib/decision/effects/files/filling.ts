import type { SimpleCommand } from "../../shell/types";
import { operands, optionValues } from "../arguments";
import { clip } from "../clip";
import { add, type Maker, type Scene } from "../scene";

/** What fills the disk or the memory, and stops everybody's work on the machine. */

const GIB = 2 ** 30;
const MAX_FILE = 50 * GIB;
/** A file of holes takes no room until it is written to. */
const MAX_HOLES = 1024 * GIB;
const MAX_MEMORY = 16 * GIB;
const MAX_SHARE = 80;

const UNITS = ["", "K", "M", "G", "T", "P", "E"];

/** `100G`, `1TiB`, `512MB` in bytes; null for what is no size. */
function bytesOf(text: string): number | null {
  const [, number, unit = ""] = /^[+<>/%]?(\d+(?:\.\d+)?)([KMGTPE]?)(?:i?B)?$/i.exec(text) ?? [];
  return number === undefined ? null : Number(number) * 1024 ** UNITS.indexOf(unit.toUpperCase());
}

const exhausts = (command: SimpleCommand, note: string, scene: Scene, endless = false): void =>
  add(scene, "system-change", "command", null, command, `${command.name}: ${note}`, { act: "exhaust", endless, what: note, text: clip(command.name) }); // prettier-ignore

const sized =
  (flags: readonly string[], max: number): Maker =>
  (command, scene) => {
    const size = optionValues(command, ...flags)[0]?.value ?? "";
    if ((bytesOf(size) ?? 0) >= max) exhausts(command, `makes a file of ${clip(size)}`, scene);
  };

const isFile = (path: string): boolean => !/^\/dev\/(?!shm\/)|^&?\d*$/.test(path);
const writesFile = ({ redirects }: SimpleCommand): boolean =>
  redirects.some(({ op, target }) => op.includes(">") && isFile(target.value));
const ENDLESS = /^\/dev\/(?:zero|u?random|full)$/;

/** `dd if=/dev/zero of=x`: without a count it ends when the disk is full. */
const copy: Maker = (command, scene) => {
  const values = new Map(command.args.map(({ value }) => [value.slice(0, value.indexOf("=")), value.slice(value.indexOf("=") + 1)])); // prettier-ignore
  const target = values.get("of");
  if (!ENDLESS.test(values.get("if") ?? "") || !(target === undefined ? writesFile(command) : isFile(target))) return;
  const count = values.get("count");
  if (count === undefined) return exhausts(command, "fills the disk", scene);
  const size = (bytesOf(count) ?? 0) * (bytesOf(values.get("bs") ?? "512") ?? 512);
  if (size >= MAX_FILE) exhausts(command, "makes a file of more than 50 GiB", scene);
};

const isEndless = (command: SimpleCommand): boolean =>
  command.name === "yes" || [...operands(command), ...(command.stdin.file === null ? [] : [command.stdin.file])].some(({ value }) => ENDLESS.test(value)); // prettier-ignore

const endless: Maker = (command, scene) => {
  if (writesFile(command) && isEndless(command)) exhausts(command, "fills the disk", scene, true);
};

/** Programs that keep all they read until it ends. */
const keeps: Maker = (command, scene) => {
  if (isEndless(command) && optionValues(command, "-c", "--bytes").length === 0)
    exhausts(command, "takes up all memory", scene, true);
};

/** `head -c 100G /dev/zero > x` */
const cut: Maker = (command, scene) => {
  const size = optionValues(command, "-c", "--bytes")[0]?.value ?? "";
  if ((bytesOf(size) ?? 0) >= MAX_FILE && writesFile(command) && isEndless({ ...command, args: command.args.slice(1) }))
    exhausts(command, `makes a file of ${clip(size)}`, scene);
};

/** `stress --vm 8 --vm-bytes 4G`: the memory of all workers together. */
const load: Maker = (command, scene) => {
  const workers = Number(optionValues(command, "-m", "--vm")[0]?.value ?? "1");
  const size = optionValues(command, "--vm-bytes")[0]?.value ?? "";
  const total = (bytesOf(size) ?? 0) * (Number.isFinite(workers) ? Math.max(workers, 1) : 1);
  if (total >= MAX_MEMORY || (/^\d+%$/.test(size) && Number.parseInt(size) >= MAX_SHARE))
    exhausts(command, `takes up ${clip(size)} of memory for each worker`, scene);
};

export const FILLING_MAKERS: Readonly<Record<string, Maker>> = {
  fallocate: sized(["-l", "--length"], MAX_FILE),
  truncate: sized(["-s", "--size"], MAX_HOLES),
  mkfile: (command, scene) => {
    const size = operands(command)[0]?.value ?? "";
    if ((bytesOf(size) ?? 0) >= MAX_FILE) exhausts(command, `makes a file of ${clip(size)}`, scene);
  },
  dd: copy,
  yes: endless,
  ...Object.fromEntries(["cat", "tr", "base64", "od", "xxd", "hexdump", "gzip"].map((name) => [name, endless])),
  tail: keeps,
  sort: keeps,
  tac: keeps,
  head: cut,
  stress: load,
  "stress-ng": load,
};
