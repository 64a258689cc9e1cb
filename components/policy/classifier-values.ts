import type { ClassifierPolicy, TokenPrices } from "@/lib/policy/classifier-policy";

type Llm = ClassifierPolicy["llm"];
/** As sent: a field that is empty or no number is null, and the answer says what to write. */
export type ClassifierInput = { llm: LlmInput; probe: ClassifierPolicy["probe"] };
type LlmInput = { [K in Exclude<keyof Llm, "prices">]: Llm[K] | null } & {
  prices: Record<keyof TokenPrices, number | null> | null;
};

const NUMBERS = ["timeoutMs", "maxRetries", "maxConcurrent", "dailyTokenLimit", "dailySpendLimitUsd"] as const;
type NumberField = (typeof NUMBERS)[number];
const PRICES = ["input", "output", "cacheRead", "cacheWrite"] as const satisfies (keyof TokenPrices)[];

/** What the form holds: everything as typed. */
export type ClassifierValues = Pick<Llm, "when" | "model" | "whenUnavailable"> &
  Record<NumberField | keyof TokenPrices, string> & { baseUrl: string; probe: ProbeBy };

/** Who looks at the outputs of tools. */
export type ProbeBy = "embedded" | "llm";

/** The installation's own address, among the choices. */
export const OWN_ADDRESS = "own";

export function valuesOf({ llm: { baseUrl, prices, ...llm }, probe }: ClassifierPolicy): ClassifierValues {
  const typed = (value: number | null | undefined) => (value == null ? "" : String(value));
  return {
    when: llm.when,
    model: llm.model,
    whenUnavailable: llm.whenUnavailable,
    baseUrl: baseUrl ?? OWN_ADDRESS,
    probe: probe.llm ? "llm" : "embedded",
    ...mapped(NUMBERS, (field) => typed(llm[field])),
    ...mapped(PRICES, (field) => typed(prices?.[field])),
  };
}

/** Prices are given together or not at all. */
export function inputOf(values: ClassifierValues): ClassifierInput {
  const prices = mapped(PRICES, (field) => numberIn(values[field]));
  const llm = {
    when: values.when,
    model: values.model,
    whenUnavailable: values.whenUnavailable,
    baseUrl: values.baseUrl === OWN_ADDRESS ? null : values.baseUrl,
    ...mapped(NUMBERS, (field) => numberIn(values[field])),
    prices: PRICES.every((field) => prices[field] === null) ? null : prices,
  };
  return { llm, probe: { llm: values.probe === "llm" } };
}

const mapped = <K extends string, V>(fields: readonly K[], valueOf: (field: K) => V): Record<K, V> =>
  Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<K, V>;

const numberIn = (text: string): number | null => {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
};
