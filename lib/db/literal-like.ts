/** Text to look for as it stands: Prisma's `contains` hands % and _ on to LIKE, where they match anything. */
export const literalLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
