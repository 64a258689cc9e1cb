/** Also `..;` and `%2e` after decoding, which servers in Java or behind a second decoding take for a step up. */
const CLIMBS = /^\.{1,2}(?:;.*)?$/;
const ENCODED_STILL = /%(?:2e|2f|5c)/i;

/** True for a segment of a path, percent-decoded, that every server reads as just that. */
export const isPlainSegment = (segment: string): boolean =>
  segment !== "" && !/[/\\]/.test(segment) && !CLIMBS.test(segment) && !ENCODED_STILL.test(segment);
