export type GroupFacts = { id: string; name: string; memberCount: number };
