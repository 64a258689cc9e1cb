import { baseName, isInside, parentOf } from "../../paths";
import { isInProject } from "../../protected-paths";
import type { Scene } from "../scene";
import { windowsPlace } from "../windows/windows-places";

/** What kind of place a path is, from the point of view of someone who would lose or change it. */
export type Place =
  "critical" | "project-root" | "project" | "scratch-root" | "scratch" | "cache" | "system" | "home" | "elsewhere";

const SYSTEM =
  /^\/(?:bin|boot|dev|etc|lib|lib32|lib64|libx32|proc|root|sbin|sys|usr|var|System|Library|Applications|private\/etc|private\/var\/db|snap|srv|run|opt|cores)(?:\/|$)/;
const SCRATCH = /^(?:\/private)?\/(?:tmp|var\/tmp|var\/folders|dev\/shm)(?=\/|$)/;
const CACHE =
  /^\/(?:\.cache|\.npm|\.pnpm-store|\.yarn\/cache|\.cargo\/registry|\.gradle\/caches|\.m2\/repository|Library\/Caches|Library\/Developer\/Xcode\/DerivedData|\.nv|\.ccache|go\/pkg\/mod|\.bun\/install\/cache|\.local\/share\/pnpm\/store)\/?/;

/**
 * @param path normal form; a last component that is all glob (`*`) stands for everything in its directory
 */
export function placeOf(path: string, scene: Pick<Scene, "home" | "roots">): Place {
  const deep = path.indexOf("/**/");
  if (deep !== -1) return placeOfFound(path.slice(0, deep) || "/", path, scene);
  const sweeping = /^(?:\*+|\.\*|\.\[!\.\]\*|\{.*\}|\?\*)$/.test(baseName(path));
  const whole = sweeping ? parentOf(path) : path;
  const { home, roots } = scene;
  if (whole === "/" || whole === home || isInside(home, whole)) return "critical";
  const scratch = SCRATCH.exec(whole);
  if (scratch !== null && scratch[0].length === whole.length) return "scratch-root";
  if (parentOf(whole) === "/") return "critical";
  if (roots.some((root) => isInside(root, whole))) return "project-root";
  if (isInProject(whole, roots)) return "project";
  const windows = windowsPlace(whole);
  if (windows !== null) return windows;
  if (whole.startsWith(`${home}/`)) return CACHE.test(whole.slice(home.length)) ? "cache" : "home";
  if (scratch !== null) return "scratch";
  if (/^\/(?:home|Users|mnt|media|Volumes)\/[^/]+$/.test(whole)) return "critical";
  return SYSTEM.test(whole) ? "system" : "elsewhere";
}

/** Files found anywhere below a directory by some test: less than all of it, more than one can name. */
function placeOfFound(base: string, path: string, scene: Pick<Scene, "home" | "roots">): Place {
  const place = placeOf(base, scene);
  // Below what holds the project lie others beside it.
  if (place === "project-root") return scene.roots.includes(base.replace(/\/\*+$/, "")) ? "project" : "elsewhere";
  if (place === "scratch-root" && baseName(path) !== "match") return "scratch";
  if (place !== "critical") return place;
  if (base === scene.home) return "home";
  return base === "/" || SYSTEM.test(base) || isInside(scene.home, base) ? "system" : "elsewhere";
}

/** Prefixes under which people install things themselves. */
const LOCAL_PREFIX = /^\/(?:usr\/local|opt|srv|var\/www|Applications)(?:\/|$)/;

/** As `placeOf`, for writes and modes: adding to a directory is no harm to it, so only system places stand out. */
export function writePlaceOf(path: string, scene: Scene): Place {
  const place = placeOf(path, scene);
  if (LOCAL_PREFIX.test(path)) return "elsewhere";
  if (place === "system" && windowsPlace(path) === "system") return place;
  if (place === "critical" || place === "system")
    return path === "/" || path === "/*" || (SYSTEM.test(path) && !path.startsWith("/root/")) ? "system" : "elsewhere";
  return place;
}
