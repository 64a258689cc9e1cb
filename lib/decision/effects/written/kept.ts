import type { Effect } from "../../types";
import { clip } from "../clip";
import { isToolchainInstaller } from "./installers";

/** `build`: code from this host runs in a build of its own, which is for a person to look at. */
type Kept = "as-is" | { build: string } | null;

/** How a file's commands come to run. */
export type Runs = {
  /** In a container, where nothing of this machine is at stake. */
  contained: boolean;
  /** Without anybody calling for it: with every install, test or commit. */
  unasked: boolean;
};

export const ASKED: Runs = { contained: false, unasked: false };

/**
 * Of what a file would run later, that for which no review is in time. All else (deploying, cleaning up, starting services) is what such
 * files are for, and is judged when it is run.
 */
export function keptLater(effect: Effect, { contained, unasked }: Runs): Kept {
  const { kind, traits } = effect;
  const what = String(traits.what);
  switch (kind) {
    case "fetch-and-execute":
      if (!contained || isNobodys(effect)) return "as-is";
      return isToolchainInstaller(effect.target) ? null : { build: clip(String(traits.host) || "elsewhere") };
    case "send":
      return traits.carries === "text" || traits.carries === "file" ? null : "as-is";
    case "expose":
      return what === "reverse-shell" ? "as-is" : null;
    case "delete":
      return !contained && (traits.place === "critical" || (unasked && isMassive(effect))) ? "as-is" : null;
    case "persist":
      return !contained && /^(?:ssh-key|scheduled-job)$/.test(what) ? "as-is" : null;
    case "guard-change":
      return !contained && /^(?:agent-settings|managed-settings)$/.test(what) ? "as-is" : null;
    case "system-change":
      return unasked && !contained && /^(?:account|kernel|mount)$/.test(String(traits.act)) ? "as-is" : null;
    case "install":
      return traits.source === "registry" ? "as-is" : null;
    case "execute":
      return traits.disguise === undefined ? null : "as-is";
    default:
      return null;
  }
}

/** What a cleaning step that somebody calls for may be for, and no install, test or commit is. */
const isMassive = ({ traits }: Effect): boolean =>
  /^(?:home|elsewhere|system)$/.test(String(traits.place)) &&
  (traits.recursive === true || traits.found === true || traits.sweeping === true);

/** Code that comes unencrypted, from a bare address or a paste is nobody's installer. */
export const isNobodys = ({ traits, target }: Effect): boolean =>
  traits.to === "drop" || traits.to === "address" || /^(?:http|ftp):/i.test(target ?? "");
