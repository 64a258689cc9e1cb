import type { Rule } from "../types";

/** Every rule of the embedded classifier, in the order they are tried. */
export const RULES: readonly Rule[] = [];
