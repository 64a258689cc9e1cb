const GRAM = 4;
const BITS = 0xffff;
const turn = (hash: number, code: number) => ((hash << 4) ^ code) & BITS;

/**
 * Tells whether a text holds a hint. Most texts hold next to none of a hundred hints, so that one pass that marks every run of four
 * letters spares most of the searches.
 */
export function hintsOf(lower: string): (hint: string) => boolean {
  const seen = new Uint8Array(BITS + 1);
  for (let at = 0, hash = 0; at < lower.length; at++) {
    // Four turns shift a letter out, so that the mark is of the last four.
    hash = turn(hash, lower.charCodeAt(at));
    seen[hash] = 1;
  }
  const has = (gram: string) => seen[Array.from({ length: GRAM }, (_, at) => gram.charCodeAt(at)).reduce(turn, 0)] === 1;
  return (hint) =>
    (hint.length < GRAM || (has(hint.slice(0, GRAM)) && has(hint.slice(-GRAM)))) && lower.includes(hint);
} // prettier-ignore
