import { parseBucket } from "./bucket";
import { parseDomain } from "./domain";
import { parseGitRemote } from "./git-remote";
import { type Parsed, refuse } from "./parsed";
import type { TrustKind } from "./schemas";

const PARSERS: Record<TrustKind, (raw: string) => Parsed> = {
  domain: parseDomain,
  bucket: parseBucket,
  "git-remote": parseGitRemote,
};

/** Trusted infrastructure as a person typed it: its normal form, or what to write instead. */
export function parseTrustValue(kind: TrustKind, raw: string): Parsed {
  if (raw.trim() === "") return refuse("Required");
  if (raw.length > 500) return refuse("At most 500 characters");
  if (/[\p{Cc}\p{Cs}]/u.test(raw.trim())) return refuse("One line, without control characters");
  return PARSERS[kind](raw);
}
