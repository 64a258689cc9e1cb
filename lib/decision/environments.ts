import { isProduction } from "./effects/phrases";

/** Words for where something runs, but for production. */
const NAMES = "staging|stage|dev|development|test|testing|qa|uat|preview|local|localhost|sandbox|demo";
const WHOLE = new RegExp(`^(?:${NAMES})$`);
const AMONG = new RegExp(`(?<![\\w-])(?:${NAMES})(?![\\w-])`, "i");

/** Whether a word of the user's means a place where things run. */
export const isEnvironment = (word: string): boolean => WHOLE.test(word) || isProduction(word);

/** "Restart the api on staging": somewhere else than in production. */
export const isOutsideProduction = (text: string): boolean => AMONG.test(text) && !isProduction(text);
