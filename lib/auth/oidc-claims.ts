import { z } from "zod";

const MAX_GROUPS = 500;
const GroupName = z.string().trim().min(1).max(200);

const Claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().trim().toLowerCase().max(320).optional(),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).optional(),
  name: z.string().trim().max(200).optional(),
  preferred_username: z.string().optional(),
  _claim_names: z.record(z.string(), z.string()).optional(),
});

export type Identity = {
  /** `issuer|sub`: what stays the same when a person's e-mail changes. */
  externalId: string;
  email: string | null;
  /** Undefined where the provider does not say. */
  emailVerified: boolean | undefined;
  name: string;
  /** Null where the provider holds the list elsewhere ("overage"), so that nothing is known. */
  groups: readonly string[] | null;
};

function groupsOf(claims: z.output<typeof Claims>, groupsClaim: string): readonly string[] | null {
  const value = claims[groupsClaim];
  if (value === undefined || value === null) return claims._claim_names?.[groupsClaim] ? null : [];
  const names = (Array.isArray(value) ? value : [value]).map((name) => GroupName.safeParse(name));
  return [...new Set(names.flatMap((name) => (name.success ? [name.data] : [])))].slice(0, MAX_GROUPS);
}

/** Reads the claims of an ID token (and userinfo) that has already been verified. */
export function identityOf(given: unknown, groupsClaim: string): Identity {
  const claims = Claims.parse(given);
  return {
    externalId: `${claims.iss}|${claims.sub}`,
    email: z.email().safeParse(claims.email).data ?? null,
    emailVerified: claims.email_verified,
    name: claims.name || claims.preferred_username || claims.email || claims.sub,
    groups: groupsOf(claims, groupsClaim),
  };
}
