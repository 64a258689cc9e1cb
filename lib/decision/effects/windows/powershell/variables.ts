import { normalise } from "../../../paths";
import type { Span, Word } from "../../../shell/types";
import { literal } from "../../../shell/word";
import type { State } from "./state";
import { unknown, type Value, valueOf } from "./values";

/** Variables that are the same on every machine, or follow from where the session works. */
export function variable(state: State, name: string, span: Span): Value {
  const found = state.variables.get(name);
  if (found !== undefined) return { ...found, words: found.words.map((word) => ({ ...word, start: span.start, end: span.end })) }; // prettier-ignore
  const path = pathNamed(state, name);
  if (path !== null) return valueOf([literal(path, span)]);
  if (/^(?:true|false|null)$/.test(name)) return valueOf([literal(name === "null" ? "" : name, span)]);
  const secret = name.startsWith("env:") ? name.slice(4).toUpperCase() : name;
  return valueOf([unknown(`$${name}`, span, [], [secret])]);
}

function pathNamed({ reader, frame }: State, name: string): string | null {
  const { home } = reader.scene;
  const windows = /^\/[a-z]\//.test(home);
  switch (name) {
    case "home":
    case "env:home":
    case "env:userprofile":
      return home;
    case "pwd":
      return frame.cwd;
    case "profile":
      return `${home}/Documents/PowerShell/Microsoft.PowerShell_profile.ps1`;
    case "env:temp":
    case "env:tmp":
      return windows ? `${home}/AppData/Local/Temp` : "/tmp";
    case "env:appdata":
      return `${home}/AppData/Roaming`;
    case "env:localappdata":
      return `${home}/AppData/Local`;
    case "env:systemroot":
    case "env:windir":
      return "/c/Windows";
    case "env:comspec":
      return "/c/Windows/System32/cmd.exe";
    case "env:systemdrive":
      return "/c";
    case "env:programfiles":
      return "/c/Program Files";
    case "env:programdata":
    case "env:allusersprofile":
      return "/c/ProgramData";
    case "env:public":
      return "/c/Users/Public";
    default:
      return null;
  }
}

/** Files of other providers than the file system: the registry, variables, certificates. */
const REGISTRY =
  /^(?:Microsoft\.PowerShell\.Core\\)?(?:Registry::)?(HKLM|HKCU|HKCR|HKU|HKCC|HKEY_[A-Z_]+):?(?=[\\/]|$)/i;
const PROVIDER = /^(?:Microsoft\.PowerShell\.Core\\)?([A-Za-z]\w+)::?(?![\\/]{2})/;

/** A registry key as its own program writes it; null for anything else. */
export function registryKey(word: Word): Word | null {
  const found = REGISTRY.exec(word.value);
  if (found === null) return null;
  const value = `${(found[1] as string).toUpperCase()}${word.value.slice(found[0].length).replaceAll("/", "\\")}`;
  return { ...word, value, unknownAt: word.unknownAt === -1 ? -1 : Math.min(word.unknownAt, value.length) };
}

/** The provider that a name belongs to, e.g. `env`; null for the file system. */
export function providerOf({ value }: Word): string | null {
  const name = PROVIDER.exec(value)?.[1]?.toLowerCase() ?? null;
  return name === "filesystem" ? null : name;
}

/** A path as everything here compares it: slashes, and the letter case of the home directory and the session's own where it is below them. */
export function filePath(state: State, word: Word): Word {
  let value = word.value.replace(/^(?:Microsoft\.PowerShell\.Core\\)?FileSystem::/i, "").replaceAll("\\", "/");
  if (/^nul$/i.test(value)) value = "/dev/null";
  if (/^[A-Za-z]:$/.test(value)) value += "/";
  if (/^[A-Za-z]:[^/]/.test(value)) return fromDrive(state, { ...word, value });
  if (value.startsWith("//?/")) value = value.slice(4);
  if (/^[A-Za-z]:\//.test(value)) value = folded(state, `/${value[0]?.toLowerCase()}${value.slice(2)}`, word);
  return value === word.value ? word : { ...word, value, verbatimAt: null };
}

/** `C:x` goes on from where the session works on that drive. */
function fromDrive({ frame }: State, word: Word): Word {
  const drive = `/${word.value[0]?.toLowerCase()}/`;
  const here = `${frame.cwd}/`.toLowerCase().startsWith(drive);
  return here
    ? { ...word, value: word.value.slice(2), unknownAt: word.unknownAt === -1 ? -1 : Math.max(0, word.unknownAt - 2), verbatimAt: null }
    : { ...word, unknownAt: 0, verbatimAt: null };
} // prettier-ignore

function folded({ reader }: State, written: string, { unknownAt }: Word): string {
  if (unknownAt !== -1) return written;
  const path = normalise(written);
  for (const known of [reader.scene.gitRoot, reader.scene.cwd, reader.scene.home])
    if (
      known !== null &&
      path.slice(0, known.length).toLowerCase() === known.toLowerCase() &&
      /^(?:\/|$)/.test(path.slice(known.length))
    )
      // prettier-ignore
      return known + path.slice(known.length);
  return path;
}
