import { MAX_COMMAND_LENGTH } from "../../shell/parse";
import { clip } from "../clip";
import { add, type Maker } from "../scene";
import { formsIn } from "./windows";

const ENCODED = /^[-/]e(?:c|nc?|nco\w*)?$/i;
const SCRIPT = /^(?:[-/]c(?:ommand)?|\/[kr])$/i;
/** Flags of PowerShell that take the next word. */
const VALUE = /^-(?:ex\w*|ep|version|v|wi?\w*|inputformat|outputformat|configurationname|workingdirectory|wd)$/i;
const FILE = /^-f(?:ile)?$/i;

/** `powershell -Command ...`, `cmd /c ...` called from another shell: as the PowerShell tool itself, the plain harmful forms are caught. */
const windowsShell: Maker = (command, scene) => {
  const { args } = command;
  if (args.some(({ value }) => ENCODED.test(value)))
    return add(scene, "execute", "command", null, command, `hides what it runs: encoded text`, {
      disguise: "encoded text",
    });
  const text = args.slice(scriptAt(command.name, args.map(({ value }) => value))).map(({ value }) => value).join(" "); // prettier-ignore
  const found = formsIn(text.slice(0, MAX_COMMAND_LENGTH));
  for (const { form, span } of found)
    add(scene, form.kind, "command", clip(text.slice(span.start, span.end)), command, form.note, form.traits);
  if (command.name.startsWith("cmd") || found.length > 0 || text === "" || args.some(({ value }) => FILE.test(value)))
    return;
  const evidence = { field: scene.field, start: command.start, end: command.end, note: "" };
  scene.opaque.push({ reason: "What PowerShell is given to run cannot be read through.", evidence });
};

/** Windows' own programs called from another shell. */
const windowsProgram: Maker = (command, scene) => {
  const text = [command.name, ...command.args.map(({ value }) => value)].join(" ").slice(0, MAX_COMMAND_LENGTH);
  for (const { form, span } of formsIn(text))
    add(scene, form.kind, "command", clip(text.slice(span.start, span.end)), command, form.note, form.traits);
};

/** Where the script begins: behind `-Command`, or at the first word that is no flag. */
function scriptAt(name: string, words: readonly string[]): number {
  const flag = words.findIndex((word) => SCRIPT.test(word));
  if (flag !== -1) return flag + 1;
  if (name.startsWith("cmd")) return words.length;
  let at = 0;
  while (words[at]?.startsWith("-") === true) at += VALUE.test(words[at] as string) ? 2 : 1;
  return at;
}

export const WINDOWS_SHELLS: Readonly<Record<string, Maker>> = {
  powershell: windowsShell, pwsh: windowsShell, cmd: windowsShell,
  ...Object.fromEntries(
    ["certutil", "bitsadmin", "mshta", "regsvr32", "rundll32", "msiexec", "wmic", "wbadmin", "bcdedit", "reg", "net", "sc", "format", "format.com", "diskpart", "vssadmin", "wevtutil", "schtasks", "netsh"].map((name) => [name, windowsProgram]),
  ),
}; // prettier-ignore
