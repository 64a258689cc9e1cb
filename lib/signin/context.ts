import type { PrismaClient } from "@/lib/db/generated/client";

/**
 * What the sign-in verbs act on. They run before anyone is known, so there is no Ctx yet: the organization follows from
 * the person who confirms the device, or from the token that is shown.
 */
export type SignIn = {
  db: PrismaClient;
  /** Issuer of the tokens, without a trailing slash. */
  baseUrl: string;
  secret: string;
  /** How long a sign-in of someone from the identity provider lasts at most, however often it is refreshed. */
  signInMaxDays: number;
  requestId: string;
  ip?: string;
  userAgent?: string;
};

/** RFC 6749 section 5.1, as token endpoint answers. */
export type TokenAnswer = {
  access_token: string;
  token_type: "Bearer";
  expires_in: number;
  refresh_token: string;
  email: string;
};
