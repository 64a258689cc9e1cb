import type { Settled } from "./recorder-queue";

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
};

/** SQLSTATE class 22 or 23: writing the same again would end the same. */
export const isBadInput = (error: unknown): boolean => /^2[23]/.test(codeOf(error));
/** Its id is there already. */
export const isTaken = (error: unknown): boolean => codeOf(error) === "23505";

/**
 * A row that the database refuses (SQLSTATE class 22 or 23) takes only itself down: its batch is written again in
 * halves. Results and order stay those of `write`, up to the first half that fails for good.
 */
export function splittingBadInput<T, R>(write: (items: readonly T[]) => Promise<readonly R[]>) {
  return async (items: readonly T[]): Promise<readonly Settled<R>[]> => {
    try {
      return (await write(items)).map((value) => ({ value }));
    } catch (error) {
      if (!isBadInput(error)) throw error;
      if (items.length === 1) return [{ error }];
      const half = Math.ceil(items.length / 2);
      const again = splittingBadInput(write);
      return [...(await again(items.slice(0, half))), ...(await again(items.slice(half)))];
    }
  };
}
