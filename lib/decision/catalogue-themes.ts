import { LLM_RULES, type NamedRule } from "./llm-rules";
import { CATALOGUE, USER_BOUNDARY } from "./rule-names";
import { RULES, THEMES } from "./rules/index";

export type CatalogueTheme = { id: string; name: string; rules: readonly NamedRule[] };

const known = new Set<NamedRule>([...RULES, ...LLM_RULES]);

/** The whole catalogue by what its rules are about: what effects show, what only meaning shows, and what people said themselves. */
export const CATALOGUE_THEMES: readonly CatalogueTheme[] = [
  ...THEMES,
  { id: "meaning", name: "Meaning and session", rules: LLM_RULES },
  { id: "own-words", name: "In people's own words", rules: CATALOGUE.filter((rule) => !known.has(rule)) },
];

const EMBEDDED = new Set([...RULES.map(({ id }) => id), USER_BOUNDARY]);

/** Whether the embedded classifier judges by a rule; the LLM classifier judges by all. */
export const isEmbedded = (id: string): boolean => EMBEDDED.has(id);
