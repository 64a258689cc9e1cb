/** What parsing a value that a person typed gives; the message says what to write instead. */
export type Parsed<T = string> = { ok: true; value: T } | { ok: false; message: string };

export const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refuse = (message: string): { ok: false; message: string } => ({ ok: false, message });
