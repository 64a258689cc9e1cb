import { isInspection, operands, verbFirst } from "../effects/arguments";
import { clip } from "../effects/clip";
import { withinRunner } from "../effects/within-runner";
import { resolvePath } from "../paths";
import { isSomeNumber } from "../shell/word";
import type { Reading, SimpleCommand } from "../shell/types";
import type { Action, Effect } from "../types";
import { manifestsOf } from "./manifests";
import { servicesOf } from "./services";
import { isStatementClient, mayChangeData } from "./statements";

/** What a call does that no rule looks at, so that no effect is made of it, but that a user may not want. */
export type Doing = {
  act: string;
  /** What sort of thing it does that to, and what it calls it; without a name it may be any. */
  of?: string;
  names?: string;
  paths?: readonly string[];
};

type Reader = (words: readonly string[], command: SimpleCommand) => readonly Doing[];

const plainWords = (words: readonly string[]) => words.filter((word) => !word.startsWith("-"));
const changed = (...paths: readonly string[]): Doing[] => [{ act: "edit", paths }];
const one = (act: string, names = ""): Doing[] => [{ act, names }];

const git: Reader = ([sub = "", ...rest]) => {
  const names = plainWords(rest);
  const behind = rest.includes("--") ? rest.slice(rest.indexOf("--") + 1) : null;
  switch (sub) {
    case "rebase":
      return one("rebase", names.join(" "));
    case "switch":
      return one("switch", names.join(" "));
    case "checkout":
      if (behind !== null) return changed(...behind);
      return names.some((name) => /^\.{1,2}$|[^/]\.[a-z]\w{0,4}$/i.test(name)) ? changed(...names) : one("switch", names.join(" ")); // prettier-ignore
    case "branch":
      return names.length > 0 && !rest.some((word) => /^(?:-[adDlrv]|--(?:list|all|merged|contains|delete))/.test(word)) ? one("branch") : []; // prettier-ignore
    case "restore":
    case "mv":
    case "rm":
      return changed(...(behind ?? names));
    case "tag":
      return names.length > 0 && !rest.some((word) => /^(?:-[dlnv]|--(?:list|delete|verify|contains))/.test(word)) ? one("tag", names[0]) : []; // prettier-ignore
    case "stash":
      return /^(?:|push|save|-\S+)$/.test(rest[0] ?? "") ? one("stash") : [];
    case "commit":
      return rest.some((word) => word.startsWith("--am")) ? one("amend") : [];
    case "pull":
      return rest.some((word) => /^(?:-r|--rebase)/.test(word)) ? [...one("rebase"), ...one("reach")] : one("reach");
    case "fetch":
    case "clone":
    case "ls-remote":
      return one("reach", names.join(" "));
    case "subtree":
      return names[0] === "push" ? [...one("push", names.join(" ")), ...one("reach")] : [];
    case "send-pack":
    case "svn":
      return sub === "send-pack" || names[0] === "dcommit" ? one("push", names.join(" ")) : [];
    default:
      return [];
  }
};

const FORGE: Readonly<Record<string, string>> = { pr: "pull-request", mr: "pull-request", issue: "issue" };
const WRITES_CONTENT = /(?:^|\/)repos\/[^/]+\/[^/]+\/(?:contents|git\/(?:refs|commits|trees|blobs)|merges)(?:\/|$)/;
const forge: Reader = ([noun = "", verb = "", ...rest]) => {
  if (noun === "api") return [verb, ...rest].some((word) => WRITES_CONTENT.test(word)) && /\s(?:-X|--method)[ =]?(?:PUT|POST|PATCH|DELETE)\b/i.test(` ${[verb, ...rest].join(" ")}`) ? one("push") : []; // prettier-ignore
  if (verb === "close" && (noun === "issue" || noun === "pr" || noun === "mr")) return one("close", rest.join(" "));
  const act = Object.hasOwn(FORGE, noun) ? FORGE[noun] : undefined;
  if (act === undefined) return [];
  return /^(?:create|new)$/.test(verb) ? one(act) : /^(?:comment|note)$/.test(verb) ? one("comment") : [];
};

const files: Reader = (_, command) => changed(...operands(command).map(({ value }) => value));
/** What is moved to where things are thrown away is as good as deleted. */
const sources: Reader = (_, command) => {
  const paths = operands(command).map(({ value }) => value);
  const gone = /^(?:\/tmp|\/var\/tmp|\/dev\/null|~\/\.Trash|~\/\.local\/share\/Trash)(?:\/|$)/.test(paths.at(-1) ?? "");
  return [...changed(...paths.slice(0, -1)), ...(gone ? [{ act: "delete", paths: paths.slice(0, -1) }] : [])];
};
const empties: Reader = (words, command) => {
  const paths = operands(command, ["-s", "--size"]).map(({ value }) => value);
  const isEmptied = /(?:-s|--size)[ =]?0\b/.test(words.join(" "));
  return [...changed(...paths), ...(isEmptied ? [{ act: "delete", paths }] : [])];
};
const fixes: Reader = (words) =>
  words.some((word) => /^(?:--fix\S*|--write|-w|-i|--in-place)$/.test(word)) ? changed(...plainWords(words)) : [];
const formats: Reader = (words) =>
  words.some((word) => /^--(?:check|diff)$/.test(word)) ? [] : changed(...plainWords(words));
const reaches: Reader = (words) => one("reach", words.join(" "));

/** Front ends of git that push under a name of their own. */
const stacks: Reader = (words) => (/^(?:submit|ss|push|git push|stack submit|diff)\b/.test(plainWords(words).join(" ")) ? one("push") : []); // prettier-ignore

const TABLE: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["git", git],
  ...["gh", "glab", "tea", "hub"].map((name) => [name, forge] as const),
  ...["chmod", "chown", "chgrp", "mkdir", "rmdir", "ln"].map((name) => [name, files] as const),
  ["mv", sources],
  ["truncate", empties],
  ...["gt", "jj", "sl", "spr", "git-branchless"].map((name) => [name, stacks] as const),
  ...["prettier", "eslint", "biome", "oxlint", "ruff", "rubocop", "gofmt", "goimports", "clang-format", "stylelint", "swiftformat", "shfmt"].map((name) => [name, fixes] as const),
  ...["black", "isort", "rustfmt", "autopep8"].map((name) => [name, formats] as const),
  ...["ssh", "scp", "sftp", "ping", "nc", "telnet", "dig", "nslookup", "ftp"].map((name) => [name, reaches] as const),
]); // prettier-ignore

/** Whether any call of the line may be ordinary work that a user forbids; asked of every command, so no more than look-ups. */
export const mayBeOrdinaryWork = (reading: Reading): boolean =>
  reading.commands.some(
    ({ name, wrappers }) =>
      wrappers.length > 0 || TABLE.has(name) || servicesOf(name) !== null || manifestsOf(name) !== null || isStatementClient(name) || name === "npx" || ELEVATES.test(name),
  ); // prettier-ignore

const hasVerb = (name: string): boolean => /^(?:git|gh|glab|tea|hub)$/.test(name) || servicesOf(name) !== null || manifestsOf(name) !== null; // prettier-ignore

const ELEVATES = /^(?:sudo|su|doas|pkexec|run0|gsudo)$/;

/** The ordinary work of a command line, as effects that only boundaries look at. */
export function ordinaryWork(readings: readonly Reading[], action: Action): Effect[] {
  return readings.flatMap(({ commands }) => commands.flatMap((command) => workOf(command, action)));
}

const ONLY_LOOKS =
  /^(?:|cat|ls|head|tail|less|more|grep|egrep|fgrep|rg|ag|find|fd|tree|wc|stat|file|du|df|pwd|cd|echo|printf|sort|uniq|cut|tr|awk|sed|jq|yq|diff|cmp|git|gh|which|type|true|test|\[)$/;

function workOf(given: SimpleCommand, action: Action): Effect[] {
  const found: Doing[] = [];
  if (given.wrappers.some((name) => ELEVATES.test(name)) || ELEVATES.test(given.name)) found.push({ act: "elevate" });
  const inner = withinRunner(given) ?? given;
  const command = hasVerb(inner.name) ? verbFirst(inner) : inner;
  if (!isInspection(command)) found.push(...doingsOf(command));
  if (!ONLY_LOOKS.test(command.name)) found.push({ act: "run" });
  return found.flatMap((doing) => effectsOf(doing, given, action));
}

function doingsOf(command: SimpleCommand): readonly Doing[] {
  // `$!`, what the line itself started, is some number.
  const words = command.args.map((arg) => (isSomeNumber(arg) ? "$!" : arg.value));
  const reader = TABLE.get(command.name);
  if (reader !== undefined) return reader(words, command);
  if (isStatementClient(command.name))
    return mayChangeData(command) ? [{ act: "write-data", of: "database", names: words.join(" ") }] : [];
  return [...(servicesOf(command.name)?.(words) ?? []), ...(manifestsOf(command.name)?.(words) ?? [])];
}

function effectsOf({ act, of = "", names = "", paths }: Doing, command: SimpleCommand, action: Action): Effect[] {
  const { start, end, where } = command;
  if (paths !== undefined && where !== "here") return [];
  const text = clip([command.name, ...command.args.map(({ value }) => value)].join(" ").slice(0, 400));
  const evidence = { field: "command", start, end, note: text };
  const traits = { act, of, names: names.slice(0, 400), text };
  const targets = paths === undefined ? [null] : paths.map((path) => resolvePath(path, command.cwd, action.home));
  return targets.flatMap((target): Effect[] =>
    target === null && paths !== undefined
      ? []
      : [{ kind: "everyday", target, targetType: target === null ? "command" : "path", traits, evidence }],
  );
}
