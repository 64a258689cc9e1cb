import type { Word } from "../../shell/types";
import type { Syntax } from "./package-managers";

/** One package as it is named on a command line. */
type PackageWord = {
  /** As its registry knows it; null where only the address is given. */
  name: string | null;
  /** The version or range asked for; "" for the newest. */
  requirement: string;
  /** Where it comes from, if not from a registry. */
  from: string | null;
  local: boolean;
};

const MAX_WORD = 1_000;
const ADDRESS = /^(?:(?:git|hg|svn|bzr)\+|git:|https?:|ssh:|ftp:|git@)/i;
const SHORTHAND = /^(github|gitlab|bitbucket|gist|gh|gl|bb):/i;
const LOCAL = /^(?:\.{0,2}\/|~|\.$|\.\.$|[A-Za-z]:[\\/]|file:|link:|portal:|workspace:)|\.(?:whl|tgz|tar\.gz|zip|deb|rpm|apk|vsix|gem|nupkg|jar|crate)$/i; // prettier-ignore
/** `owner/repository` is a place on GitHub to npm and its like; `@scope/name` is a package. */
const REPOSITORY = /^(?!@)[\w.-]{1,100}\/[\w.-]{1,100}(?:#\S{0,200})?$/;

/** Reads one word of an install. Null for what names no package. */
export function packageWord(word: string, syntax: Syntax): PackageWord | null {
  const text = word.trim();
  if (syntax === "none") return ADDRESS.test(text) ? directly(text) : null;
  if (text === "") return null;
  // No name is so long, and no address that anybody knows.
  if (text.length > MAX_WORD) return directly(text);
  if (SHORTHAND.test(text)) return directly(text.replace(SHORTHAND, (_, host: string) => `https://${forge(host)}/`));
  if (ADDRESS.test(text)) return directly(text);
  if (LOCAL.test(text) && !/\s@\s/.test(text)) return { name: null, requirement: "", from: null, local: true };
  if (syntax === "npm" && REPOSITORY.test(text)) return directly(`https://github.com/${text}`);
  return READERS[syntax](text);
}

const forge = (host: string): string => ({ gitlab: "gitlab.com", gl: "gitlab.com", bitbucket: "bitbucket.org", bb: "bitbucket.org", gist: "gist.github.com" })[host.toLowerCase()] ?? "github.com"; // prettier-ignore
const directly = (from: string): PackageWord => ({ name: null, requirement: "", from, local: false });
const named = (name: string, requirement = ""): PackageWord => ({ name, requirement, from: null, local: false });

const READERS: Readonly<Record<Syntax, (text: string) => PackageWord | null>> = {
  python(text) {
    const [, name, address] = /^([\w.-]+)(?:\[[^\]]*\])?\s*@\s*(\S+)$/.exec(text) ?? [];
    if (name !== undefined && address !== undefined)
      return ADDRESS.test(address) ? { ...directly(address), name } : named(name, address);
    const [, plain, requirement] = /^([\w.-]+)(?:\[[^\]]*\])?\s*([^;]*)/.exec(text) ?? [];
    return plain === undefined ? null : named(plain, requirement?.trim());
  },
  npm(text) {
    const aliased = text.replace(/^(?:@[^/@]+\/)?[^@/]+@(?=npm:)/, "").replace(/^(?:npm|jsr):\/?/, "");
    const at = aliased.indexOf("@", 1);
    const [name, rest] = at === -1 ? [aliased, ""] : [aliased.slice(0, at), aliased.slice(at + 1)];
    if (ADDRESS.test(rest) || SHORTHAND.test(rest) || REPOSITORY.test(rest))
      return { ...(packageWord(rest, "npm") as PackageWord), name };
    return named(name, rest);
  },
  at(text) {
    const at = text.lastIndexOf("@");
    return at <= 0 ? named(text) : named(text.slice(0, at), text.slice(at + 1));
  },
  colon(text) {
    const [, name, version] = /^([^:=\s]+)[:=]\s?(\S.*)$/.exec(text) ?? [];
    return name === undefined ? named(text) : named(name, version);
  },
  conda(text) {
    const [, name, version] = /^(?:[\w./-]+::)?([\w.-]+)\s?(?:={1,2}\s?([\w.*+]+))?/.exec(text) ?? [];
    return name === undefined ? null : named(name, version);
  },
  plain: (text) => named(text.replace(/=[\w.:~+-]+$/, "")),
  none: () => null,
};

/** How many words a phrase takes at the beginning of these; null when they begin otherwise. */
export function startsWith(words: readonly Word[], phrase: string): number | null {
  const parts = phrase === "" ? [] : phrase.split(" ");
  return parts.every((part, i) => words[i]?.value === part) ? parts.length : null;
}
