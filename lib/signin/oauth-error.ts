import { AppError } from "@/lib/http/errors";

/** Error codes of RFC 6749 section 5.2, RFC 8628 section 3.5 and RFC 7009. */
export type OAuthErrorCode =
  | "invalid_request"
  | "invalid_grant"
  | "unsupported_grant_type"
  | "authorization_pending"
  | "slow_down"
  | "access_denied"
  | "expired_token";

export const oauthError = (code: OAuthErrorCode, description: string): AppError => new AppError(400, code, description);

/** 401, which Claude Code reads as "this person no longer has access": it drops its tokens and asks to sign in. */
export const deprovisioned = (description: string): AppError => new AppError(401, "invalid_grant", description);
