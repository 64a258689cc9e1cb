import { z } from "zod";
import { NewPassword } from "@/lib/auth/password";
import { ROLES, TOKEN_SCOPES } from "@/lib/auth/permissions";

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Required")
    .max(max, `At most ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, "One line, without control characters");

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320, "At most 320 characters")
  .pipe(z.email("Not an e-mail address"));

const PersonName = oneLine(120);
const LinkToken = z.string().min(1).max(100);
export const RoleName = z.enum(ROLES);

export const SetupInput = z.object({
  token: LinkToken,
  organizationName: oneLine(120),
  name: PersonName,
  email: Email,
  password: NewPassword,
});

export const NewMember = z.object({ email: Email, name: PersonName, role: RoleName.default("developer") });

export const AcceptInviteInput = z.object({ token: LinkToken, name: PersonName, password: NewPassword });

export const ResetLinkInput = z.object({ revokeClients: z.boolean().default(false) });

export const ResetPasswordInput = z.object({ token: LinkToken, password: NewPassword });

export const ChangePasswordInput = z.object({ currentPassword: z.string().max(1_000), password: NewPassword });

export const MemberPatch = z
  .object({ name: PersonName, role: RoleName })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "Name what to change");

export const GroupInput = z.object({ name: oneLine(120) });
export const GroupMembers = z.object({ memberIds: z.array(z.uuid()).max(10_000) });

export const NewApiToken = z.object({
  name: oneLine(120),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1, "Choose at least one scope"),
  /** Null for one that does not expire, which only owners can make. */
  expiresInDays: z.number().int().min(1).max(3_650).nullable().default(90),
});

export const Page = z.object({
  /** The last id of the page before. */
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
