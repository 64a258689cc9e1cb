import type { Span } from "../../shell/types";
import { FORMS, type Form } from "./windows-forms";

/** Both words are looked for once, the second from where the first ends, so that the time grows with the text alone. */
function spanOf({ first, next, anywhere }: Form, text: string): Span | null {
  if (!first.test(text)) return null;
  for (const part of anywhere === true ? [{ start: 0, end: text.length }] : statements(text)) {
    const piece = text.slice(part.start, part.end);
    const begins = first.exec(piece);
    if (begins === null) continue;
    const after = begins.index + begins[0].length;
    const ends = next === undefined ? null : next.exec(piece.slice(after));
    if (next !== undefined && ends === null) continue;
    const end = ends === null ? after : after + ends.index + ends[0].length;
    return { start: part.start + begins.index, end: part.start + end };
  }
  return null;
}

function statements(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const part of text.split(/[|;]/)) {
    found.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return found;
}

/** The forms that stand in a text, each at its first place. */
export const formsIn = (text: string): { form: Form; span: Span }[] =>
  FORMS.flatMap((form) => {
    const span = spanOf(form, text);
    return span === null ? [] : [{ form, span }];
  });
