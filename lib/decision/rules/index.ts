import type { Rule } from "../types";
import { CODE_RULES } from "./code";
import { DATA_RULES } from "./data";
import { DELETION_RULES } from "./deletion";
import { EXPOSURE_RULES } from "./exposure";
import { GIT_RULES } from "./git";
import { INFRASTRUCTURE_RULES } from "./infrastructure";
import { POSTURE_RULES } from "./posture";

/** Every rule of the embedded classifier. Hard ones are tried first, whatever their place here. */
export const RULES: readonly Rule[] = [
  ...DATA_RULES,
  ...EXPOSURE_RULES,
  ...DELETION_RULES,
  ...CODE_RULES,
  ...GIT_RULES,
  ...POSTURE_RULES,
  ...INFRASTRUCTURE_RULES,
];
