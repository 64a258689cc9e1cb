import { parse as parseDomain } from "tldts";
import { clip } from "../clip";
import { destinationOf, hostOf, isOurs } from "../network/destinations";
import { add, type Maker } from "../scene";
import { editsInPlace } from "./in-place";

/** Where settings stand that say which host a program talks to. */
const SETTINGS =
  /(?:^|[/.])(?:env(?:\.[\w.-]+)?|ya?ml|toml|json|ini|conf|cfg|properties|config)$|(?:^|\/)\.env[\w.-]*$/i;
/** Hosts that programs send their keys to. */
const INTERFACE = /^(?:api|gateway|auth|login|oauth|sso|id|accounts|registry|hooks|telemetry)[.-]|(?:^|\.)api[.-]/;

/** `sed` that puts another host in the place of an API's in settings: requests, with their keys, go there from now on. */
const edits: Maker = (command, scene) => {
  if (!command.args.some(({ value }) => SETTINGS.test(value))) return;
  for (const word of command.args) {
    const [from, to] = replaced(word.value) ?? [];
    if (from === undefined || to === undefined || !INTERFACE.test(from)) continue;
    if (domain(from) === domain(to) || isOurs(destinationOf(to, scene.trust))) continue;
    const note = `sends requests for ${clip(from)} to ${clip(to)}`;
    add(scene, "guard-change", "host", to, word, note, { what: "traffic" });
  }
};

const domain = (host: string): string => parseDomain(host).domain ?? host;

/** The hosts in `s#https://a#https://b#`, whatever its delimiter. */
function replaced(expression: string): [string, string] | null {
  if (!/^s\W/.test(expression)) return null;
  const delimiter = expression[1] as string;
  const parts = expression.slice(2).replaceAll(`\\${delimiter}`, "\u0000").split(delimiter);
  const [from, to] = parts.slice(0, 2).map((part) => hostIn(part.replaceAll("\u0000", delimiter).replaceAll("\\", "")));
  return from && to ? [from, to] : null;
} // prettier-ignore

function hostIn(text: string): string | null {
  const at = text.search(/https?:\/\//);
  return at === -1 ? null : hostOf(text.slice(at));
}

export const REDIRECTION_MAKERS: Readonly<Record<string, Maker>> = {
  sed: (command, scene) => (editsInPlace(command) ? edits(command, scene) : undefined),
};
