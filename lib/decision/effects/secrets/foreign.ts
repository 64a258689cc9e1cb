import { delicacyOf } from "../../credential-paths";
import { hasGlob } from "../../path-glob";
import { isInside, parentOf } from "../../paths";
import { placeOf } from "../files/places";
import type { Scene } from "../scene";
import { windowsPlace } from "../windows/windows-places";

/** What tells one's own from others'. */
type Session = Pick<Scene, "home" | "roots"> & { action: Pick<Scene["action"], "cwd"> };

/** Secrets of somebody else's project, or of nobody's: not what this session works with. */
export function isElsewhere(path: string, scene: Session): boolean {
  const parent = parentOf(path);
  // What lies on the way up from the working directory may be the same project's.
  if (hasGlob(path) || (parent !== scene.home && isInside(scene.action.cwd, parent))) return false;
  const place = placeOf(path, scene);
  return place === "home" || place === "system" || place === "elsewhere";
}

/** Programs and packages that tools keep below a home: code that everybody has. */
const SOURCES =
  /^\/\.(?:rustup|nvm|pyenv|rbenv|sdkman|asdf|volta|deno|bun|pub-cache|cargo\/(?:git|registry)|gem\/(?!credentials)|vscode(?:-server)?\/extensions|local\/(?:lib|pipx|share\/(?:pnpm|mise|fnm|uv\/(?:python|tools)))|m2\/repository|nuget\/packages|claude\/plugins)(?:\/|$)/;

/** A place in which a search for secrets finds those of a person or a machine. */
export function isForeign(path: string, scene: Session): boolean {
  const { home, roots } = scene;
  if (roots.some((root) => isInside(path, root))) return false;
  if (
    path === "/" ||
    path === home ||
    windowsPlace(path) === "critical" ||
    delicacyOf(`${path}/x`, home) === "store" ||
    delicacyOf(path, home) === "store"
  )
    return true;
  if (path.startsWith(`${home}/`))
    return path.startsWith(`${home}/.`) && !SOURCES.test(path.slice(home.length)) && placeOf(path, scene) !== "cache";
  return /^\/(?:\.|(?:etc|root|home|(?:(?:mnt\/)?[a-z]\/)?Users|var|opt|proc)(?:\/|$))/.test(path);
}

const NAMES =
  /(?:^|[\s/.~"'*{,])(?:id_rsa|id_ed25519|id_dsa|id_ecdsa|credentials|\.aws|\.ssh|\.pem|\.p12|\.pfx|\.key|\.kdbx|\.netrc|\.npmrc|\.env|\.htpasswd|accessTokens|msal_token|shadow|\.git-credentials|keychain|wallet|password-store|\.kdbx|\.gpg\b|\.gnupg)/i;
const VALUES =
  /(?:api[_-]?\W{0,4}key|passw(?:or)?d|secret|token|credential|private[_ ]?key|BEGIN [A-Z ]{0,40}PRIVATE|AKIA|gh[pousr]_|glpat-|xox[abprs]-|AIza|(?<![a-z])sk[-_](?:ant|live|proj|test|[([])|aws_access)/i;

/** Of what a search of files goes by: names of files that keep secrets. */
export const namesSecrets = (text: string): boolean => holds(text, NAMES);
/** Of what a search in files goes by: words that stand before secrets, and secrets' own forms. */
export const asksForSecrets = (text: string): boolean => holds(text, VALUES);

/** In pieces that overlap: the time for one grows faster than its length. */
function holds(text: string, pattern: RegExp): boolean {
  for (let at = 0; at === 0 || at < text.length; at += 3_800) if (pattern.test(text.slice(at, at + 4_000))) return true;
  return false;
}
