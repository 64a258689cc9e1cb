/** Numbers that stand for one person, as people write them. */
const PERSON = /(?<![\d-])(?!000|666)[0-8]\d{2}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/;
const PERSON_NAMED =
  /\b(?:ssn|social[ _-]?security(?:[ _-]?(?:number|no))?|national[ _-]?id)["']?\W{0,3}\d{3}[ -]?\d{2}[ -]?\d{4}\b/i;
const CARD = /(?<![\d.-])[3-6]\d{3}[ -]?\d{4,6}[ -]?\d{4,5}(?:[ -]?\d{1,4})?(?![\d.-])/g;
const CARD_WORDS = /(?<![a-z])(?:credit ?card|debit ?card|card|cc|cvv|cvc|pan)(?![a-z])/i;
/** Numbers that payment services document for tests. */
const TEST_CARDS = /^(?:4242|4111111111111111|4000|5555555555554444|5105105105105100|378282246310005|371449635398431|6011111111111117|3056930009020004)/; // prettier-ignore

/** Digits that a card's number can have: the last one checks the others. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].map(Number);
  if (digits.length < 13 || TEST_CARDS.test(digits.join(""))) return false;
  const sum = digits.reduceRight((total, digit, i) => {
    const doubled = (digits.length - i) % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** A number by which somebody is known to authorities or banks, called so. */
export const tellsPeople = (text: string): boolean =>
  PERSON_NAMED.test(text) || (CARD_WORDS.test(text) && (text.match(CARD) ?? []).some(isCard));

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?!(?:[\w-]{1,63}\.)*(?:example|test|invalid|localhost)\b)[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,3}\.[a-z]{2,24}(?!\w)/gi; // prettier-ignore

/** What may be such a number, or more than one person's address: a list. */
export const holdsPeople = (text: string): boolean =>
  PERSON.test(text) || new Set((text.match(MAIL) ?? []).map((mail) => mail.toLowerCase())).size > 1;
