import { RULES } from "./rules";

/** No rule of the catalogue: the user made this one, and only the user takes it back. */
export const USER_BOUNDARY = "user-boundary";

/** What may stand in `Judgement.rule` besides the organization's own permission rules: id to the name for people. */
export const RULE_NAMES: ReadonlyMap<string, string> = new Map([
  ...RULES.map(({ id, name }): [string, string] => [id, name]),
  [USER_BOUNDARY, "User Boundary"],
]);
