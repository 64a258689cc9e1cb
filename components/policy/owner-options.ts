/** Who may answer for an entry. */
export type Owner = { id: string; name: string };

/** A select has no empty value, so that "nobody" needs a word. */
export const NOBODY = "nobody";

export const ownerOptions = (owners: readonly Owner[]) => [
  { value: NOBODY, label: "Nobody" },
  ...owners.map(({ id, name }) => ({ value: id, label: name })),
];

export const ownerIdOf = (chosen: string): string | null => (chosen === NOBODY ? null : chosen);
