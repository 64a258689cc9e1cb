import { LLM_RULES, type NamedRule, ORGANIZATION_RULES } from "./llm-rules";
import { RULES } from "./rules";

/** No rule of ours: the user made this one, and only the user takes it back. */
export const USER_BOUNDARY = "user-boundary";

const boundary: NamedRule = {
  id: USER_BOUNDARY,
  name: "User Boundary",
  strength: "hard",
  mustName: "Only the user's own later words lift it.",
  explanation: "Guards what the user said in this session is not to be done.",
};

/** Every rule that a classifier may name. */
export const CATALOGUE: readonly NamedRule[] = [...RULES, ...LLM_RULES, ...ORGANIZATION_RULES, boundary];

/** What may stand in `Judgement.rule` besides the organization's own permission rules: id to the name for people. */
export const RULE_NAMES: ReadonlyMap<string, string> = new Map(CATALOGUE.map(({ id, name }) => [id, name]));
