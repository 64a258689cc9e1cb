import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

type Cost = { N: number; r: number; p: number };
const derive = promisify<string, Buffer, number, Cost & { maxmem: number }, Buffer>(scrypt);

/** OWASP's second choice of equal strength: 32 MB, about 100 ms. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

export const MIN_PASSWORD_LENGTH = 12;

/** For choosing one. What is typed to sign in is not checked against it. */
export const NewPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `At least ${MIN_PASSWORD_LENGTH} characters`)
  .max(200, "At most 200 characters")
  .refine((password) => new Set(password).size >= 5, "Use at least 5 different characters");

const hashWith = (password: string, salt: Buffer, { N, r, p }: Cost) =>
  derive(password.normalize("NFKC"), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });

/** `scrypt$N$r$p$salt$key`, the last two base64url: old hashes stay readable when the cost is raised. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await hashWith(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

const Stored = z.tuple([
  z.literal("scrypt"),
  z.coerce
    .number()
    .int()
    .max(2 ** 20),
  z.coerce.number().int().max(32),
  z.coerce.number().int().max(16),
  z.string(),
  z.string(),
]);

let dummy: Promise<string> | undefined;

/**
 * Whether `password` is the one behind `stored`. Without a stored hash the same work is done against a dummy, so that
 * the time taken does not tell whether the person exists.
 */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const hash = stored ?? (await (dummy ??= hashPassword(randomBytes(16).toString("hex"))));
  const [, N, r, p, salt, key] = Stored.parse(hash.split("$"));
  const expected = Buffer.from(key, "base64url");
  const given = await hashWith(password, Buffer.from(salt, "base64url"), { N, r, p });
  return timingSafeEqual(given, expected) && Boolean(stored);
}
