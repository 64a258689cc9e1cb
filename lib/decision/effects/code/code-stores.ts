import type { Word } from "../../shell/types";
import { clip } from "../clip";
import { add, type Scene, type Source } from "../scene";
import { argumentsAt, statementsOf } from "./code-statements";
import { matchesOf } from "../../matches";

/** Code that asks a store of credentials for what is in it, through the libraries that do. */

const STORES =
  /(?<![\w$])(?:keyring\.get_(?:password|credential)|keytar\.(?:getPassword|findPassword|findCredentials)|(?:secretstorage|SecretService)\.\w{1,40}|win32cred\.Cred(?:Read|Enumerate)|browser_?cookie3\.\w{1,20}|rookiepy\.\w{1,20}|pycookiecheat\.\w{1,30}|netrc\.netrc|Keychain\.(?:find|items|open)|Security\.SecItemCopyMatching|SecItemCopyMatching|Keyring\.new|Secret\.password_lookup(?:_sync)?|google\.auth\.default|DefaultAzureCredential|get_secret_value|getSecretValue|access_secret_version|accessSecretVersion|get_frozen_credentials|get_session_token|keyring\.Get|AsyncEntry|new Entry)(?=\s?\(|\s?\{)/g;
/** Some of these only make a client: what counts is what is taken out of it. */
const MAKES = /^(?:google\.auth\.default|DefaultAzureCredential|netrc\.netrc|Keychain\.open|Keyring\.new|AsyncEntry|new Entry|secretstorage\.\w{1,40})$/; // prettier-ignore
const TAKES =
  /\.(?:authenticators|hosts|token|get_token|getToken|get_secret|getPassword|getPasswordSync|get_password)\b/;
const PREFILTER = /keyring|keytar|secretstorage|win32cred|cookie|netrc|[kK]eychain|SecItem|Secret|secret_v|google\.auth|AzureCredential|credentials|session_token|Entry/; // prettier-ignore

type Origin = { at: number; source: Source };

/** Calls that give a credential, where they stand. */
export function storesIn(text: string, { start, end }: Word): Origin[] {
  if (!PREFILTER.test(text)) return [];
  return matchesOf(text, STORES).flatMap(({ 0: name, index }) => {
    if (MAKES.test(name) && !TAKES.test(text)) return [];
    return [{ at: index, source: { sort: "credential" as const, label: name, start, end } }];
  });
}

const PRINTS = /(?<![\w$.])(?:print|console\.(?:log|info|error|dir)|puts|pp?|echo|var_dump|print_r|fmt\.Print(?:ln|f)?|sys\.stdout\.write|process\.stdout\.write|println!?)(?=\s?\()/g; // prettier-ignore
const BARE_PRINT = /(?<![\w$.])(?:puts|pp?|print|echo|say)\s{1,3}(?=[\w$"'])/g;
/** What tells only whether there is one, or how long it is. */
const TELLS_LITTLE = /\b(?:is\s(?:not\s)?None|[!=]==?\s?(?:null|undefined|None|nil)|nil\?)|\b(?:len|bool|type|Boolean|hash|sha\d{1,3})\s?\(|!!|\.length\b|\?\s?["'`]|\b["']?\s?if\s/; // prettier-ignore
const NAMED = /(?:^|[;\n]|\b(?:const|let|var|my)\s)\s{0,20}([$@]?[A-Za-z_]\w{0,60})\s?:?=(?![=~>])/;
const BOUND = /\.then\s?\(\s?(?:async\s)?\(?\s?([A-Za-z_]\w{0,60})\s?\)?\s?=>/g;
/** Nothing but what keeps it as it is stands around it; another call uses it for itself. */
const isItself = (before: string): boolean => {
  const open = before.slice(-MAX_BEFORE).replace(/\([^()]*\)/g, "");
  return (
    !open.includes("(") ||
    /^[^(]*\b(?:str|repr|list|dict|json\.loads|json\.dumps|JSON\.\w{1,10}|format|await)\s?\([^(]*$/.test(open)
  );
};
const MAX_BEFORE = 300;
/** Gives out the value of what is evaluated. */
const ECHOES = /^(?:-p|-pe|--print|-E)$/;

/** Shows on the screen what a store gave: printed where it is asked for, or by the name that it got. */
export function printedStores(text: string, code: Word, flags: readonly string[], scene: Scene): void {
  const stores = storesIn(text, code);
  if (stores.length === 0) return;
  const prints = [...matchesOf(text, PRINTS), ...matchesOf(text, BARE_PRINT)].slice(0, MAX_PRINTS);
  const names = new Set<string>(matchesOf(text, BOUND).map(([, name = ""]) => name));
  for (const { start, end } of statementsOf(text)) {
    const statement = text.slice(start, end);
    const named = stores.some(({ at }) => start <= at && at < end) ? NAMED.exec(statement) : null;
    const value = named === null ? 0 : start + named.index + named[0].length;
    if (named?.[1] !== undefined && stores.some(({ at }) => value <= at && at < end && isItself(text.slice(value, at)))) names.add(named[1]); // prettier-ignore
  }
  const isShown = prints.some(({ 0: called, index }) => {
    const open = index + called.length;
    const shown = text[open] === "(" || text[open + 1] === "(" ? argumentsAt(text, text.indexOf("(", open)).join(",") : (/^[^;\n]{0,1000}/.exec(text.slice(open))?.[0] ?? ""); // prettier-ignore
    const holds = stores.some(({ at }) => open <= at && at <= open + shown.length + 1 && isItself(text.slice(open + 1, at))) || (shown.match(/[$@]?[A-Za-z_]\w*/g) ?? []).some((word) => names.has(word)); // prettier-ignore
    return (holds || /^\s*console\.log\s*$/.test(shown)) && !TELLS_LITTLE.test(shown);
  });
  const handed = /\.then\s?\(\s?console\.log\s?\)/.test(text) || flags.some((flag) => ECHOES.test(flag));
  if (!isShown && !handed) return;
  const label = stores[0]?.source.label ?? "";
  add(scene, "credential-read", "command", label, code, `prints a credential (${clip(label)})`, { how: "print", delicacy: "store" }); // prettier-ignore
}
const MAX_PRINTS = 100;
