import { baseName, isInside, parentOf } from "../paths";
import { isInProject } from "../protected-paths";
import type { Scene } from "./scene";

/** What kind of place a path is, from the point of view of someone who would lose or change it. */
export type Place = "critical" | "project-root" | "project" | "scratch-root" | "scratch" | "cache" | "system" | "home" | "elsewhere";

const SYSTEM = /^\/(?:bin|boot|dev|etc|lib|lib32|lib64|libx32|proc|root|sbin|sys|usr|var|System|Library|Applications|private\/etc|private\/var\/db|snap|srv|run|opt|cores)(?:\/|$)/; // prettier-ignore
const SCRATCH = /^(?:\/private)?\/(?:tmp|var\/tmp|var\/folders|dev\/shm)(?=\/|$)/;
const CACHE = /^\/(?:\.cache|\.npm|\.pnpm-store|\.yarn\/cache|\.cargo\/registry|\.gradle\/caches|\.m2\/repository|Library\/Caches|Library\/Developer\/Xcode\/DerivedData|\.local\/share\/Trash|\.nv|\.ccache|go\/pkg\/mod|\.bun\/install\/cache|\.local\/share\/pnpm\/store)\/?/; // prettier-ignore

/**
 * @param path normal form; a last component that is all glob (`*`) stands for everything in its directory
 */
export function placeOf(path: string, scene: Scene): Place {
  const sweeping = /^(?:\*+|\.\*|\.\[!\.\]\*|\{.*\}|\?\*)$/.test(baseName(path));
  const whole = sweeping ? parentOf(path) : path;
  const { home, roots } = scene;
  if (whole === "/" || whole === home || isInside(home, whole)) return "critical";
  const scratch = SCRATCH.exec(whole);
  if (scratch !== null && scratch[0].length === whole.length) return "scratch-root";
  if (parentOf(whole) === "/") return "critical";
  if (roots.some((root) => isInside(root, whole))) return "project-root";
  if (isInProject(whole, roots)) return "project";
  if (scratch !== null) return "scratch";
  if (whole.startsWith(`${home}/`)) return CACHE.test(whole.slice(home.length)) ? "cache" : "home";
  if (/^\/(?:home|Users|mnt|media|Volumes)\/[^/]+$/.test(whole)) return "critical";
  return SYSTEM.test(whole) ? "system" : "elsewhere";
}
