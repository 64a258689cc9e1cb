import type { Actor } from "./ctx";
import type { Role } from "./permissions";

type Person = { id: string; role: Role; email: string; name: string };

/** The actor that a member's row stands for, and nothing else of the row. */
export const memberActor = ({ id, role, email, name }: Person): Extract<Actor, { type: "member" }> => ({
  type: "member",
  id,
  role,
  email,
  name,
});
