import { parseBucket } from "./bucket";
import { parseDomain } from "./domain";
import { parseGitRemote } from "./git-remote";
import { type Parsed, refuse } from "./parsed";
import { parseRegistry } from "./registry";
import { MAX_TRUST_VALUE, type TrustKind } from "./schemas";
import { parseService } from "./service";

const PARSERS: Record<TrustKind, (raw: string) => Parsed> = {
  domain: parseDomain,
  bucket: parseBucket,
  "git-remote": parseGitRemote,
  registry: parseRegistry,
  service: parseService,
};

const TOO_LONG = `At most ${MAX_TRUST_VALUE} characters`;

/** Trusted infrastructure as a person typed it: its normal form, or what to write instead. */
export function parseTrustValue(kind: TrustKind, raw: string): Parsed {
  if (raw.trim() === "") return refuse("Required");
  if (raw.length > MAX_TRUST_VALUE) return refuse(TOO_LONG);
  if (/[\p{Cc}\p{Cs}]/u.test(raw.trim())) return refuse("One line, without control characters");
  const parsed = PARSERS[kind](raw);
  // Encoding can make it longer.
  return parsed.ok && parsed.value.length > MAX_TRUST_VALUE ? refuse(TOO_LONG) : parsed;
}
