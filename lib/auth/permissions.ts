/** What each role may do. The one table that pages, routes and verbs ask. */
export const ROLES = ["owner", "admin", "security", "developer"] as const;
export type Role = (typeof ROLES)[number];

const READERS: readonly Role[] = ["owner", "admin", "security"];
const ADMINS: readonly Role[] = ["owner", "admin"];

const TABLE = {
  "overview:read": READERS,
  "policy:read": READERS,
  "policy:write": ADMINS,
  "policy:publish": ADMINS,
  "audit:read": READERS,
  /** One's own decisions and clients. */
  "self:read": ROLES,
  "member:read": READERS,
  "member:write": ADMINS,
  "client:read": READERS,
  "client:revoke": READERS,
  "device:confirm": ROLES,
  "token:read": ADMINS,
  "token:write": ADMINS,
  "decision:create": [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof TABLE;

/** Scopes of API tokens are permissions; these can be given to one. */
export const TOKEN_SCOPES = [
  "decision:create",
  "policy:read",
  "audit:read",
  "member:read",
] as const satisfies Permission[];
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export const roleMay = (role: Role, permission: Permission) => (TABLE[permission] as readonly Role[]).includes(role);
