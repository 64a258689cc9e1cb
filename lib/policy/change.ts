export const RISKS = ["low", "medium", "high"] as const;
export type Risk = (typeof RISKS)[number];

/** One thing that differs between two policies, in words. */
export type Change = {
  area: "rollout" | "trust" | "rules" | "permissions" | "classifier" | "settings";
  kind: "added" | "removed" | "changed" | "moved";
  sentence: string;
  /** How much an agent may do more after it; tightening is `low`. */
  risk: Risk;
  /** JSON pointer into PolicyContent: into the new one, or into the old one for what was removed. */
  path: string;
  /** The entry of trusted infrastructure that it is about. */
  entryId?: string;
};

export type Names = {
  /** What people call a group; without it, its id is shown. */
  group?: (groupId: string) => string | undefined;
};
