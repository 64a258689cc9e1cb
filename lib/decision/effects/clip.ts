/** Texts from commands, short enough to stand in a sentence. */
export const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
