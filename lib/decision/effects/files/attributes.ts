import type { SimpleCommand, Word } from "../../shell/types";
import { hasFlag } from "../arguments";
import { writePlaceOf } from "./places";
import { add, pathOf, whereIs, type Maker, type Scene } from "../scene";
import { grantsAccess, isRecord } from "./vital";

/** Rights and protections beside a file's mode: access lists and attributes. Traits as in modes.ts. */
function addAttribute(target: Word, act: string, note: string, command: SimpleCommand, scene: Scene): void {
  if (whereIs(target, command, scene) === "container") return;
  const path = pathOf(target, command, scene);
  add(scene, "change-permission", "path", path, command, note, {
    act,
    place: path === null ? "unknown" : writePlaceOf(path, scene),
    recursive: hasFlag(command, "-R", "--recursive"),
    delicate: false,
    vital: path !== null && (grantsAccess(path) || isRecord(path)),
  });
}

const ENTRY = /^-\w*[mM]$|^--(?:modify|modify-file|set|set-file|restore)$/;
const ATTACHED = /^--(?:modify|set)=|^-m(?=.)/;
/** An entry that lets everybody write. */
const ANYBODY = /(?:^|,)(?:d(?:efault)?:)?o(?:ther)?s?:[^,]*w/;

/** `setfacl -m u:name:rw FILE`; taking an entry away gives nobody anything. */
const accessList: Maker = (command, scene) => {
  const { args } = command;
  const at = args.findIndex(({ value }) => ENTRY.test(value) || ATTACHED.test(value));
  if (at === -1) return;
  const flag = args[at] as Word;
  const attached = ATTACHED.exec(flag.value)?.[0].length;
  const entry = attached === undefined ? (args[at + 1]?.value ?? "") : flag.value.slice(attached);
  const act = ANYBODY.test(entry) ? "world-writable" : "acl";
  for (const target of args.slice(at + (attached === undefined ? 2 : 1)))
    if (!target.value.startsWith("-")) addAttribute(target, act, `setfacl ${entry} ${target.value}`, command, scene);
};

const ATTRIBUTES = /^[-+=][aAcCdDeFijmPsStTuxX]+$/;

/** `chattr -i FILE` makes a protected file changeable again; `+i` protects one. */
const attributes: Maker = (command, scene) => {
  const mode = command.args.find(({ value }) => ATTRIBUTES.test(value));
  if (mode === undefined || !/^[-=]/.test(mode.value) || (mode.value.startsWith("-") && !/[ia]/.test(mode.value)))
    return;
  for (const target of command.args)
    if (target !== mode && !/^[-+=]/.test(target.value))
      addAttribute(target, "unprotect", `chattr ${mode.value} ${target.value}`, command, scene);
};

export const ATTRIBUTE_MAKERS: Readonly<Record<string, Maker>> = { setfacl: accessList, chattr: attributes };
