import { asCommand, callsOf } from "./code-calls";
import { flat, UNKNOWN, type CodeScope } from "./code-text";
import { matchesOf } from "../../matches";

/** Copies, moves and changes of access in code, as the commands that do the same. Only calls whose arguments are all known. */

const COPY =
  /\b(?:shutil\.copy(?:file|2|tree)?|fs\.(?:copyFile|cp)(?:Sync)?|FileUtils\.(?:cp|cp_r|copy)|Deno\.copyFile(?:Sync)?)(?![\w-])/g;
const MOVE =
  /\b(?:shutil\.move|os\.(?:rename|replace)|fs\.rename(?:Sync)?|FileUtils\.(?:mv|move)|File\.rename|Deno\.rename(?:Sync)?)(?![\w-])/g;
const LINK = /\b(?:os\.symlink|fs\.symlink(?:Sync)?|File\.symlink|FileUtils\.ln_s|Deno\.symlink(?:Sync)?)(?![\w-])/g;
const TRUNCATE = /\b(?:os\.truncate|fs\.truncate(?:Sync)?|File\.truncate)(?![\w-])/g;
/** `open(x, "w").close()`: nothing is written, all is gone. */
const EMPTY = /\bopen\s?\(\s?["']([^"'\n]{1,300})["']\s?,\s?["']w[bt+]?["']\s?\)\.(?:close|truncate)\s?\(/g;
const MODE = /\b(?:os\.chmod|fs\.chmod(?:Sync)?|FileUtils\.chmod(?:_R)?|File\.chmod|Deno\.chmod(?:Sync)?)(?![\w-])/g;
const NAMESPACES = /\bos\.(?:unshare|setns)\s?\([^()]{0,100}\)/;
const PERSONALITY = /\.personality\s?\(\s?(?:0x0{0,4}[\da-f]{1,7}|\d{1,9})\s?\)/i;
const ACTS = /cop|move|mv\b|ren|replace|link|ln_s|chmod|\.cp|unshare|setns|personality|truncate|close/;

/** `cp a b` for `shutil.copy("a", "b")`. */
export function fileCommandsIn(text: string, language: string, scope: CodeScope): string[] {
  if (!ACTS.test(text)) return [];
  const words = (pattern: RegExp, before: readonly string[]): string[] =>
    callsOf(pattern, text, language, scope).flatMap(({ values }) => {
      const [first = UNKNOWN, second = UNKNOWN] = values.map(flat);
      return first.includes(UNKNOWN) || second.includes(UNKNOWN) ? [] : [asCommand([...before, first, second])];
    });
  const modes = callsOf(MODE, text, language, scope).flatMap(({ name, values: [first, second] }) => {
    // Ruby takes the mode first.
    const [path, mode] = name.startsWith("File") ? [second, first] : [first, second];
    const bits = /^(?:0o?)?([0-7]{3,4})$/.exec(flat(mode ?? ""))?.[1];
    return bits === undefined || flat(path ?? UNKNOWN).includes(UNKNOWN) ? [] : [asCommand(["chmod", bits, flat(path ?? "")])]; // prettier-ignore
  });
  const truncated = callsOf(TRUNCATE, text, language, scope).flatMap(({ values: [path = UNKNOWN, size = "0"] }) =>
    flat(path).includes(UNKNOWN) ? [] : [asCommand(["truncate", "-s", flat(size), flat(path)])],
  );
  return [
    ...words(COPY, ["cp", "-r"]),
    ...words(MOVE, ["mv"]),
    ...words(LINK, ["ln", "-s"]),
    ...truncated,
    ...matchesOf(text, EMPTY).map(([, path = ""]) => asCommand(["truncate", "-s", "0", path])),
    ...modes,
    ...(NAMESPACES.test(text) ? [/setns/.test(text) ? "nsenter -t 1 -a" : "unshare --user"] : []),
    ...(PERSONALITY.test(text) ? ["setarch -R true"] : []),
  ];
}
