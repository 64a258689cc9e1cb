/** What a page in the browser needs of the catalogue: rules by id. */
export type RuleLabels = Readonly<Record<string, { name: string; strength: "hard" | "soft" }>>;
