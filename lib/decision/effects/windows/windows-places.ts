/** `C:\Users` as paths are written here: `/c/Users`. What goes on from where a drive works stays as it is. */
export const slashed = (path: string): string =>
  path.replaceAll("\\", "/").replace(/^([A-Za-z]):(?=\/)/, (_, drive: string) => `/${drive.toLowerCase()}`);

/** Drives of Windows as their paths are written here: `/c/Users`, and `/mnt/c/Users` where Linux runs beside it. */
const DRIVE = /^(?:\/mnt)?\/[a-z](?=\/|$)/i;
const SCRATCH = /^\/(?:te?mp|windows\/temp|users\/[^/]+\/appdata\/local\/temp)(?=\/|$)/i;
const SYSTEM = /^\/(?:windows|winnt|program files(?: \(x86\))?|programdata|boot|recovery|system volume information|\$recycle\.bin|efi)(?=\/|$)/i; // prettier-ignore
const CACHE = /^\/users\/[^/]+\/(?:\.nuget\/packages|appdata\/local\/(?:npm-cache|pnpm|yarn\/cache|nuget|pip\/cache|go-build|temp)|appdata\/roaming\/npm-cache)(?=\/|$)/i; // prettier-ignore

/** What a path on a drive of Windows is; null for others, and for what is like any other directory. */
export function windowsPlace(path: string): "critical" | "scratch-root" | "scratch" | "system" | "cache" | null {
  const drive = DRIVE.exec(path)?.[0];
  if (drive === undefined) return null;
  const below = path.slice(drive.length);
  const scratch = SCRATCH.exec(below);
  if (scratch !== null) return scratch[0].length === below.length ? "scratch-root" : "scratch";
  if (below === "" || /^\/[^/]*$/.test(below) || /^\/users\/[^/]+$/i.test(below)) return "critical";
  if (CACHE.test(below)) return "cache";
  return SYSTEM.test(below) ? "system" : null;
}

/** The rights behind a name, as `icacls` takes them: `Everyone:(OI)(CI)F`. Brackets begin nothing else here. */
export const RIGHTS =
  /(?<=[:)])(?:\((?:OI|CI|IO|NP|I|N|F|M|RX|R|W|D|DE|RC|WDAC|WO|S|AS|MA|G[RWEA]|RD|WD|AD|REA|WEA|X|DC|RA|WA)(?:,[A-Z]{1,4}){0,20}\)){1,10}/iy;
