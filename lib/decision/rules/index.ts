import type { Rule } from "../types";
import { ACCESS_RULES } from "./access";
import { AGENT_INTEGRITY_RULES } from "./agent-integrity";
import { BROWSER_RULES } from "./browser";
import { BYPASS_RULES } from "./bypass";
import { CODE_RULES } from "./code";
import { CREDENTIAL_RULES } from "./credentials";
import { DATA_RULES } from "./data";
import { DELETION_RULES } from "./deletion";
import { EXPOSURE_RULES } from "./exposure";
import { EXTERNAL_RULES } from "./external";
import { GIT_RULES } from "./git";
import { INFRASTRUCTURE_RULES } from "./infrastructure";
import { POSTURE_RULES } from "./posture";
import { PRODUCTION_RULES } from "./production";
import { REVIEW_RULES } from "./review";
import { SUPPLY_CHAIN_RULES } from "./supply-chain";

/** What a file of rules is about, in the words of people who look for one. */
export type Theme = { id: string; name: string; rules: readonly Rule[] };

export const THEMES: readonly Theme[] = [
  { id: "data", name: "Data", rules: DATA_RULES },
  { id: "credentials", name: "Credentials", rules: CREDENTIAL_RULES },
  { id: "browser", name: "Browsers", rules: BROWSER_RULES },
  { id: "agent-integrity", name: "Agent integrity", rules: AGENT_INTEGRITY_RULES },
  { id: "exposure", name: "Exposure and network", rules: EXPOSURE_RULES },
  { id: "deletion", name: "Deletion", rules: DELETION_RULES },
  { id: "code", name: "Code from elsewhere", rules: CODE_RULES },
  { id: "supply-chain", name: "Supply chain", rules: SUPPLY_CHAIN_RULES },
  { id: "bypass", name: "Getting round the rules", rules: BYPASS_RULES },
  { id: "git", name: "Git", rules: GIT_RULES },
  { id: "review", name: "Review and checks", rules: REVIEW_RULES },
  { id: "posture", name: "Access, posture and persistence", rules: POSTURE_RULES },
  { id: "access", name: "Rights, secrets and names", rules: ACCESS_RULES },
  { id: "production", name: "Production and clusters", rules: PRODUCTION_RULES },
  { id: "infrastructure", name: "Shared data and resources", rules: INFRASTRUCTURE_RULES },
  { id: "external", name: "Systems of others", rules: EXTERNAL_RULES },
];

/** Every rule of the embedded classifier. Hard ones are tried first, whatever their place here. */
export const RULES: readonly Rule[] = THEMES.flatMap(({ rules }) => rules);
