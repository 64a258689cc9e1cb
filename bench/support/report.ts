/** One figure. What else was measured goes along; the runner prints it or writes it as one line of JSON. */
export type Figure = { name: string; value: number; unit: string } & Record<string, number | string>;
export type Report = (figure: Figure) => void;
