import type { Role } from "@/lib/auth/permissions";

const OPTIONS: readonly { value: Role; label: string; hint: string }[] = [
  { value: "owner", label: "Owner", hint: "Everything, and who else is an owner" },
  { value: "admin", label: "Admin", hint: "Policy, people, tokens" },
  { value: "security", label: "Security", hint: "Reads policy and audit, revokes clients" },
  { value: "developer", label: "Developer", hint: "Signs in clients, sees their own record" },
];

/** The roles that the viewer may give. */
export const roleOptions = (mayMakeOwner: boolean) => OPTIONS.filter(({ value }) => mayMakeOwner || value !== "owner");
