import type { Word } from "../../shell/types";
import { callsOf } from "../code/code-calls";
import { flat, UNKNOWN, type CodeScope } from "../code/code-text";
import { add, type Scene } from "../scene";

/** Code that writes a file which runs by itself, in a place that the code computes: the name at its end says enough. */

const NAMED =
  /(?:user|site)customize\.py|authorized_keys|\.(?:bashrc|bash_profile|zshrc|zshenv|zprofile|profile)\b|LaunchAgents|autostart|\.pth\b/;
const WRITES =
  /\b(?:open|io\.open|codecs\.open|File\.(?:open|write|new)|IO\.write|fs\.(?:write|append)File(?:Sync)?|(?:write|append)File(?:Sync)?|createWriteStream|file_put_contents|fopen|shutil\.copy(?:file|2)?|copyFileSync|Deno\.writeTextFile(?:Sync)?)(?![\w-])/g;
const OPENS = /open|File\.new/;
const MODE = /^[wax][bt+]{0,2}$/;
const ENDS: readonly (readonly [path: RegExp, what: string])[] = [
  [/\/(?:(?:user|site)customize\.py|[\w-]+\.pth)$/, "interpreter-start-up"],
  [/\/authorized_keys2?$/, "ssh-key"],
  [/\/\.(?:bashrc|bash_profile|zshrc|zshenv|zprofile|profile)$/, "shell-start-up"],
  [/\/(?:LaunchAgents|autostart)\/[^/]+\.(?:plist|desktop)$/, "login-item"],
];
/** `(directory / "usercustomize.py").write_text(...)`, `Path(directory, "usercustomize.py").open("w")` */
const WRITES_ITSELF =
  /[/,]\s?["']((?:[^"'\n]{0,80}\/)?(?:(?:user|site)customize\.py|authorized_keys2?))["']\s?\){0,3}\s?\.(?:write_text|write_bytes|open\s?\(\s?["'][wax])/;

/** `open(directories()[0] + "/usercustomize.py", "w")` */
const JOINED =
  /\bopen\s?\(\s?[^"'\s;][^\n;]{0,120}["'][^"'\n]{0,80}\/((?:user|site)customize\.py|authorized_keys2?)["']\s?\){0,3}\s?,\s?["'][wax]/;
/** `copy("boot.py", directory() + "/usercustomize.py")` */
const COPIED =
  /\b(?:copy\w{0,8}|move|rename|replace)\s?\([^\n;]{0,160}[+,]\s?["'][^"'\n]{0,80}\/?((?:user|site)customize\.py|authorized_keys2?)["']\s?\){1,3}/;
/** Each line of a file with this ending that begins with an import is run at every start of Python; elsewhere it is a model's. */
const PATHS =
  /\b(?:getusersitepackages|getsitepackages|USER_SITE|purelib|platlib)\b[^\n;]{0,120}["'][^"'\n]{0,80}?([\w-]{1,60}\.pth)["']\s?\){0,3}\s?(?:,\s?["'][wax]|\.write_)/;
const OTHERWISE = [WRITES_ITSELF, JOINED, COPIED, PATHS];

export function addComputedStartUp(text: string, language: string, scope: CodeScope, code: Word, scene: Scene): void {
  if (!NAMED.test(text)) return;
  const paths = callsOf(WRITES, text, language, scope).flatMap(({ name, values }) => {
    const [first = "", second = ""] = values.map(flat);
    const path = /copy/i.test(name) ? second : first;
    return !OPENS.test(name) || MODE.test(second) ? [path] : [];
  });
  const itself = OTHERWISE.map((way) => way.exec(text)?.[1]).find((name) => name !== undefined);
  for (const path of itself === undefined ? paths : [...paths, `${UNKNOWN}/${itself}`]) {
    const what = path.startsWith(UNKNOWN) ? ENDS.find(([end]) => end.test(path))?.[1] : undefined;
    if (what === undefined) continue;
    const shown = `…${path
      .split(UNKNOWN)
      .filter((part) => part !== "")
      .join("…")}`;
    add(scene, "persist", "path", shown, code, `writes ${shown}`, { what });
  }
}
