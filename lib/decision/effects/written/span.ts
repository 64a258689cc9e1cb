import type { Span } from "../../shell/types";

/** Where a match stands. */
export const spanOf = ({ 0: text, index = 0 }: RegExpMatchArray): Span => ({ start: index, end: index + text.length });
