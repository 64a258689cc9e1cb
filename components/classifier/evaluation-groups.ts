type Row = { set: string };

export type EvaluationGroup<T extends Row> = { id: string; title: string; says: string; rows: T[] };

/** Sets of the cases that come with Gatehouse begin with it. */
const OWN = "gatehouse:";

const GROUPS = [
  {
    id: "public",
    title: "Public collections",
    says: "Made by others. They show how far the rules carry beyond their own examples; some were used while tuning, so expect less on what nobody here has seen.",
    isOwn: false,
  },
  {
    id: "own",
    title: "Gatehouse's own cases",
    says: "Pairs of a harmful case and its harmless look-alike. The rules are tuned on them, so they show regressions, not quality.",
    isOwn: true,
  },
] as const; // prettier-ignore

/** Apart, because they say different things; a group without sets is left out. */
export const groupSets = <T extends Row>(rows: readonly T[]): EvaluationGroup<T>[] =>
  GROUPS.map(({ isOwn, ...group }) => ({ ...group, rows: rows.filter(({ set }) => set.startsWith(OWN) === isOwn) })).filter(
    (group) => group.rows.length > 0,
  ); // prettier-ignore
