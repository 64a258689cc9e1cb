import type { SimpleCommand, Word } from "../shell/types";
import { after } from "../shell/word";
import { asksForHelp } from "./help";

/** Words that are not flags nor values of flags. `values` lists the flags that take the next word. */
export function operands(command: SimpleCommand, values: readonly string[] = []): Word[] {
  const found: Word[] = [];
  let open = true;
  for (let i = 0; i < command.args.length; i++) {
    const arg = command.args[i] as Word;
    if (open && arg.value === "--") open = false;
    else if (open && arg.value.startsWith("-") && arg.value !== "-") i += values.includes(arg.value) ? 1 : 0;
    else found.push(arg);
  }
  return found;
}

/**
 * As `operands`, where an option before the verb is not known, so that the next word may be its value: `helm --burst-limit 10 uninstall x`.
 * Null where there is none.
 */
export function operandsBehindUnknown(command: SimpleCommand, values: readonly string[]): Word[] | null {
  let skipped = false;
  for (let i = 0; i < command.args.length; i++) {
    const { value } = command.args[i] as Word;
    if (!/^-[^=]+$/.test(value) || value === "--") return skipped ? operands({ ...command, args: command.args.slice(i) }, values) : null; // prettier-ignore
    const next = command.args[i + 1]?.value ?? "-";
    if (values.includes(value)) i++;
    else if (!next.startsWith("-")) {
      skipped = true;
      i++;
    }
  }
  return null;
}

/** Options that take the next word whatever it looks like, where that word may look like one that makes the call harmless. */
const CLUSTER = ["-n", "--namespace", "-f", "--filename", "-v", "-l", "--selector", "-o", "--context", "--kubeconfig"];
const VALUED: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  ([
    ...["kubectl", "oc", "k", "kubecolor", "helm", "helmfile", "flux", "argocd"].map((name) => [name, CLUSTER] as const),
    ["rsync", ["-e", "--rsh", "-f", "--filter", "--exclude", "--include", "--exclude-from", "--include-from", "--files-from", "-B", "-T", "--temp-dir", "--log-file", "-M"]],
  ] as const).map(([name, flags]) => [name, new Set(flags)]),
); // prettier-ignore
const valuedOf = (name: string): ReadonlySet<string> | null => (Object.hasOwn(VALUED, name) ? (VALUED[name] as ReadonlySet<string>) : null); // prettier-ignore

/** Has one of these flags, before `--`; short ones also inside a group (`-rf`). */
export function hasFlag(command: SimpleCommand, ...flags: readonly string[]): boolean {
  const valued = valuedOf(command.name);
  let before = "";
  for (const { value } of command.args) {
    if (value === "--") return false;
    const isValue = valued?.has(before) === true;
    before = value;
    if (isValue || !value.startsWith("-")) continue;
    const least = SHORTENING.has(command.name) ? 3 : 5;
    for (const flag of flags) {
      if (value === flag || value.startsWith(`${flag}=`) || isAbbreviation(value, flag, least)) return true;
      if (flag.length === 2 && flag[1] !== "-" && /^-[A-Za-z]+$/.test(value) && value.includes(flag[1] as string))
        return true;
    }
  }
  return false;
}

/** GNU tools and git take any unambiguous beginning of a long option: `--har` for `--hard`. */
const SHORTENING = new Set(["git", "rm", "rmdir", "mv", "cp", "ln", "chmod", "chown", "chgrp", "shred", "truncate", "tar", "sed", "install", "dd"]); // prettier-ignore
const isAbbreviation = (value: string, flag: string, least: number): boolean =>
  value.length >= least && value.startsWith("--") && flag.startsWith(value) && !flag.startsWith(`${value}-`);

/** Values of an option in all its spellings: `--name v`, `--name=v`, `-nv`. Names begin with a dash. */
export function optionValues(command: SimpleCommand, ...names: readonly string[]): Word[] {
  const found: Word[] = [];
  const valued = valuedOf(command.name);
  for (let i = 0; i < command.args.length; i++) {
    const arg = command.args[i] as Word;
    if (arg.value === "--") break;
    if (valued?.has(arg.value) === true && !names.includes(arg.value)) {
      i++;
      continue;
    }
    if (!arg.value.startsWith("-")) continue;
    for (const name of names) {
      if (arg.value === name) {
        const next = command.args[i + 1];
        if (next !== undefined) found.push(next);
      } else if (arg.value.startsWith(`${name}=`)) found.push(after(arg, name.length + 1));
      else if (name.length === 2 && name[1] !== "-" && arg.value.startsWith(name)) found.push(after(arg, 2));
    }
  }
  return found;
}

/** Options that may stand before a program's verb and take the next word, in the many tools that have them. */
const BEFORE_VERB = new Set([
  "--profile", "--region", "--project", "--account", "--output", "--query", "--endpoint-url", "-R", "--repo", "--context", "--namespace", "-n", "--kubeconfig", "--subscription", "--configuration", "--address", "-address", "--config", "--server", "--host", "-H",
  "--tag", "--registry", "--workspace", "-w", "--prefix", "--filter", "-F", "--cwd", "-C", "--dir", "--color", "--manifest-path", "--access", "--otp", "--userconfig", "--loglevel", "--config-file", "-Z", "--log-level", "--scope", "--auth-type", "--cache", "--globalconfig", "--https-proxy", "--proxy", "--tag-version-prefix", "--script-shell", "--user-agent", "--cafile", "--before",
]); // prettier-ignore

/** The same call with what stands before its verb put behind: `npm --tag beta publish` is `npm publish --tag beta`. */
export function verbFirst(command: SimpleCommand): SimpleCommand {
  const { args } = command;
  let at = 0;
  while (at < args.length && /^[-+]./.test((args[at] as Word).value) && (args[at] as Word).value !== "--")
    at += BEFORE_VERB.has((args[at] as Word).value) ? 2 : 1;
  return at === 0 || at >= args.length ? command : { ...command, args: [...args.slice(at), ...args.slice(0, at)] };
}

/** The words as one line, for matching fixed phrases such as subcommands. */
export function phrase(words: readonly Word[]): string {
  return words.map((word) => word.value).join(" ");
}

/** Flags that take no value and may stand right before `--dry-run`. */
const BOOLEAN =
  /^(-[rRfyqvnaAm]+|-[rf]{2}|--(recursive|force|force-with-lease|all|yes|quiet|verbose|delete|hard|mirror|tags|follow-tags|prune|purge|no-verify|auto-approve|wait|atomic|install|no-cache|access))$/;
const INSPECTING =
  /^(--help|--version|--usage|--preview-only|--dry[-_]?run(=(client|server|true|all|none)?)?|--just-print|--what-?if|--simulate|--list-tests|--collect-only)$/;

/** Of the same flag given twice the last one counts. */
const TAKES_BACK = /^--(?:no-dry-run|dry[-_]?run=(?:none|false|0|no))$/;

/**
 * The call only prints help or what it would do. Not believed where the flag may be another option's value, since that would be an
 * easy way around every rule.
 */
export function isInspection(command: SimpleCommand): boolean {
  if (asksForHelp(command)) return true;
  const valued = valuedOf(command.name);
  const strict = command.assignments.has("POSIXLY_CORRECT");
  for (let i = 0; i < command.args.length; i++) {
    const { value } = command.args[i] as Word;
    // Options end at the first operand.
    if (value === "--" || (strict && !value.startsWith("-"))) return false;
    if (!INSPECTING.test(value) || value.endsWith("=none") || command.args[i + 1]?.value === "false") continue;
    const before = command.args[i - 1]?.value;
    if (before !== undefined && valued?.has(before) === true) continue;
    if (before === undefined || !before.startsWith("-") || before.includes("=") || BOOLEAN.test(before))
      return !command.args.some((arg) => TAKES_BACK.test(arg.value));
  }
  return false;
}
