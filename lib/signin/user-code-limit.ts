import { consume, limiterOf, type Limit } from "@/lib/http/rate-limit";

/** Ten wrong codes in ten minutes: hopeless against the 34 bits of a code that lives as long. */
const WRONG_USER_CODES: Limit = { name: "user-code", points: 10, perSeconds: 600 };

/** Taken before the look-up, so that parallel guesses cannot slip past. @throws AppError 429 `rate_limited` */
export const takeUserCodeAttempt = (memberId: string): Promise<void> => consume(WRONG_USER_CODES, memberId);

/** A right code is not a guess: gives the attempt back. */
export async function returnUserCodeAttempt(memberId: string): Promise<void> {
  await limiterOf(WRONG_USER_CODES).reward(memberId);
}
