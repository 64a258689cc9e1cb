import type { FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimited } from "@/lib/http/errors";

/**
 * For one address, in each process: 300 a second. An office behind one address may open 600 sign-ins in ten minutes (oauth.ts);
 * all of them waiting and polling every 5 s are 120 a second, and 5,000 developers whose clients refresh within five
 * minutes of the morning add 17. What is left costs a guesser's requests a third of one core at most.
 */
const TOKEN_REQUESTS = { points: 3_000, duration: 10 };

/** In memory and before the body is read: counting must cost less than what it protects. @returns an onRequest hook */
export function limitTokenRequests() {
  const limiter = new RateLimiterMemory(TOKEN_REQUESTS);
  return async ({ ip }: FastifyRequest): Promise<void> => {
    await limiter.consume(ip).catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
      throw refusal;
    });
  };
}
