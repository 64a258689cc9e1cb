import { affects, affectsAll } from "./affected";
import { heldTo } from "./constraint";
import { packageKey } from "./ecosystems";
import type { OsvAffected, OsvRecord } from "./osv";

export type Advisory = {
  id: string;
  summary: string;
  /** Made to do harm, not only faulty. */
  malicious: boolean;
};

/** What is known against releases of packages. Looking one up costs the same however many there are. */
export type AdvisoryIndex = {
  /**
   * @param ecosystem OSV's name for it: `PyPI`, `npm`, `crates.io`, `Go`, ...
   * @param requirement a version or a range of them as the package manager takes it; "" for whichever is newest
   */
  advisoryFor: (ecosystem: string, name: string, requirement: string) => Advisory | null;
};

type Entry = { advisory: Advisory; affected: OsvAffected };

export function buildAdvisoryIndex(records: readonly OsvRecord[]): AdvisoryIndex {
  const entries = new Map<string, Entry[]>();
  for (const record of records) {
    if (record.withdrawn !== undefined) continue;
    const advisory = advisoryOf(record);
    for (const affected of record.affected) {
      if (affected.package === undefined) continue;
      const key = packageKey(affected.package.ecosystem, affected.package.name);
      const list = entries.get(key);
      if (list === undefined) entries.set(key, [{ advisory, affected }]);
      else list.push({ advisory, affected });
    }
  }
  return {
    advisoryFor(ecosystem, name, requirement) {
      const known = entries.get(packageKey(ecosystem, name));
      if (known === undefined) return null;
      const versions = heldTo(requirement);
      const hit = (malicious: boolean) =>
        known.find(
          ({ advisory, affected }) =>
            advisory.malicious === malicious &&
            (affectsAll(affected) ||
              (versions.length > 0 && versions.every((version) => affects(affected, ecosystem, version)))),
        );
      return (hit(true) ?? hit(false))?.advisory ?? null;
    },
  };
}

/** The OpenSSF's collection of malicious packages gives its records, and their aliases elsewhere, names of their own. */
const MALICIOUS = /^MAL-/;

const advisoryOf = ({ id, aliases, summary, details }: OsvRecord): Advisory => ({
  id,
  summary: (summary ?? details ?? "").split("\n", 1)[0]?.slice(0, 200) ?? "",
  malicious: [id, ...aliases].some((name) => MALICIOUS.test(name)),
});
