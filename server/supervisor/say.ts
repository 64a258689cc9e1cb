/** What the one who started Gatehouse reads; the planes' own logs go beside it. */
export const say = (line: string) => console.log(line);

export const warn = (line: string) => console.error(line);
