import { parse } from "unbash";
import { holdsSecret } from "./effects/secrets/secret-values";
import { changesOf } from "./edits";
import { inputText } from "./input-text";
import { editedPath } from "./tiers";
import type { Source } from "./effects/scene";
import type { Action, EarlierCall, Effect, Judgement } from "./types";

/** Calls of the session that are looked back on, the latest ones. */
export const MAX_EARLIER_CALLS = 200;
/** Characters of their inputs, all together; what lies further back is as if it had not been. */
export const MAX_EARLIER_TEXT = 524_288;

/** What is known of files on the developer's machine, by absolute path. */
export type KnownFiles = {
  /** Content, as far as calls wrote it. */
  files: Map<string, string>;
  /** Where content was fetched from; a directory stands for all in it. */
  fetched: Map<string, string>;
  /** What delicate content was copied there. */
  tainted: Map<string, Source>;
  /** What commands wrote to, whatever it was. */
  made: Set<string>;
};

export const nothingKnown = (): KnownFiles => ({
  files: new Map(),
  fetched: new Map(),
  tainted: new Map(),
  made: new Set(),
});

/**
 * Whether what the session did before can matter to a decision: the action runs a file, sends something or deletes outside the project,
 * and was not blocked without that; or it changes a commit, which is fine where the session made it. Only then the earlier calls are worth loading; with them in `Action.earlier` it is decided anew.
 */
export const mayDependOnEarlier = ({ verdict, effects }: Pick<Judgement, "verdict" | "effects">): boolean =>
  ((verdict === "allow" || verdict === "ask") && dependsOnFiles(effects)) ||
  (verdict !== "none" && effects.some(changesCommit));

/** Whether what earlier calls left on disk can matter. */
export const dependsOnFiles = (effects: readonly Effect[]): boolean =>
  effects.some(
    (effect) =>
      ((effect.kind === "execute" || effect.kind === "install") && effect.targetType === "path") ||
      effect.kind === "send" ||
      (effect.kind === "delete" && effect.traits.own === false),
  );

const changesCommit = ({ kind, traits }: Effect): boolean => kind === "git-rewrite" && traits.own !== true;

/**
 * Files as the earlier calls left them. Whether a call succeeded is not known here, so all of them count.
 * @param run follows a shell command, adding what it writes and fetches
 */
export function filesAfter(
  action: Action,
  known: KnownFiles,
  run: (call: EarlierCall, known: KnownFiles) => void,
): KnownFiles {
  for (const call of latest(action.earlier ?? [])) {
    if (call.tool === "Bash" || call.tool === "Monitor") {
      if (WRITING.test(inputText(call, "command") ?? "")) run(call, known);
    } else if (call.tool === "PowerShell") run(call, known);
    else edit(call, action, known);
  }
  return known;
}

/** Commands that leave nothing on disk that could be run or sent later are not read: a redirect to nowhere or to another stream leaves nothing. */
const WRITING =
  />(?!(?:&\d|\s*\/dev\/null)(?:[\s;|&)]|$))|\b(?:cp|mv|ln|dd|tee|sponge|install|ditto|tar|unzip|zip|7z|gunzip|unxz|curl|wget|aria2c|http|xh|fetch|git|gh|hg|svn|scp|sftp|rsync|rclone|aws|gsutil|gcloud|az|openssl|gpg|base64|xxd|split|sed|sqlite3|pg_dump|mysqldump)\b/;

function latest(calls: readonly EarlierCall[]): readonly EarlierCall[] {
  let at = calls.length;
  let text = 0;
  while (at > 0 && calls.length - at < MAX_EARLIER_CALLS) {
    text += sizeOf(calls[at - 1] as EarlierCall);
    if (text > MAX_EARLIER_TEXT) break;
    at--;
  }
  return calls.slice(at);
}

const sizeOf = ({ input }: EarlierCall): number =>
  Object.values(input).reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);

/** What an edit tool made of a file: its whole content, or of a file that nobody here has read the new parts. */
function edit(call: EarlierCall, { home }: Action, { files, fetched, tainted }: KnownFiles): void {
  const path = editedPath({ ...call, home });
  if (path === null) return;
  let text = files.get(path);
  for (const { before, after } of changesOf(call)) {
    if (before === null) text = after;
    else if (text?.includes(before) === true) text = text.replace(before, () => after);
    else if (isWhole(path, after)) text = text === undefined ? after : `${text}\n${after}`;
  }
  if (text === undefined) return;
  files.set(path, text);
  if (call.tool === "Write") fetched.delete(path);
  if (holdsSecret(text)) tainted.set(path, { sort: "secret", label: path, start: 0, end: 0 });
  else if (call.tool === "Write") tainted.delete(path);
}

/** A part of a shell script that is no command by itself says nothing; in other languages calls are looked for one by one. */
const isWhole = (path: string, part: string): boolean =>
  /\.(?!(?:ba|z|k)?sh$)\w+$/.test(path) || parse(part).errors === undefined;
