import type { Effect } from "../../types";
import { clip } from "../clip";

/** `build`: code from this host runs in a build of its own, which is for a person to look at. */
type Kept = "as-is" | { build: string } | null;

/**
 * Of what a file would run later, that for which no review is in time. All else (deploying, cleaning up, starting services) is what such
 * files are for, and is judged when it is run.
 * @param contained it runs in a container, where nothing of this machine is at stake
 */
export function keptLater(effect: Effect, contained: boolean): Kept {
  const { kind, traits } = effect;
  const what = String(traits.what);
  switch (kind) {
    case "fetch-and-execute":
      return !contained || isNobodys(effect) ? "as-is" : { build: clip(String(traits.host) || "elsewhere") }; // prettier-ignore
    case "send":
      return traits.carries === "text" || traits.carries === "file" ? null : "as-is";
    case "expose":
      return what === "reverse-shell" ? "as-is" : null;
    case "delete":
      return !contained && traits.place === "critical" ? "as-is" : null;
    case "persist":
      return !contained && /^(?:ssh-key|scheduled-job)$/.test(what) ? "as-is" : null;
    case "guard-change":
      return !contained && /^(?:agent-settings|managed-settings)$/.test(what) ? "as-is" : null;
    case "install":
      return traits.source === "registry" ? "as-is" : null;
    case "execute":
      return traits.disguise === undefined ? null : "as-is";
    default:
      return null;
  }
}

/** Code that comes unencrypted, from a bare address or a paste is nobody's installer. */
export const isNobodys = ({ traits, target }: Effect): boolean =>
  traits.to === "drop" || traits.to === "address" || /^(?:http|ftp):/i.test(target ?? "");
