import type { Span } from "../../shell/types";
import { FORMS, type Form } from "./windows-forms";

/** Both words are looked for once, the second from where the first ends, so that the time grows with the text alone. */
function spanOf({ first, next }: Form, text: string, parts: readonly Span[]): Span | null {
  for (const part of parts) {
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
export function formsIn(text: string): { form: Form; span: Span }[] {
  const forms = FORMS.filter(({ first }) => first.test(text));
  if (forms.length === 0) return [];
  const [whole, parts] = [[{ start: 0, end: text.length }], statements(text)];
  return forms.flatMap((form) => {
    const span = spanOf(form, text, form.anywhere === true ? whole : parts);
    return span === null ? [] : [{ form, span }];
  });
}
