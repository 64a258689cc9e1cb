import { randomInt } from "node:crypto";

/** RFC 8628 section 6.1: consonants only, so that no word appears and nothing looks like something else. */
const ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 8;
const USER_CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** 8 characters, 34 bits: enough for a code that lives ten minutes behind a sign-in and a rate limit. */
export const newUserCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(20)]).join("");

/** As people see it: `XXXX-XXXX`. */
export const formatUserCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Reads what a person typed, in any case and with any dashes or spaces. Null when it cannot be a code. */
export function parseUserCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, "");
  return USER_CODE.test(code) ? code : null;
}
