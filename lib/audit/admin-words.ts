import type { AuditAction } from "./actions";

/** What follows the actor; `{}` is the object. */
const PREDICATES: Record<AuditAction, string> = {
  "organization.create": "created the organization {}",
  "member.create": "added {}",
  "member.update": "changed the member {}",
  "member.disable": "disabled the member {}",
  "member.enable": "enabled the member {}",
  "member.invite": "sent {} a new invitation",
  "member.sign_in": "signed in",
  "member.accept_invite": "accepted their invitation",
  "member.reset_link": "made a password reset link for {}",
  "member.reset_password": "set a new password by a reset link",
  "member.change_password": "changed their password",
  "group.create": "created the group {}",
  "group.update": "changed the group {}",
  "group.delete": "deleted the group {}",
  "change_request.create": "opened the draft {}",
  "change_request.edit": "edited the draft {}",
  "change_request.cancel": "discarded the draft {}",
  "change_request.submit": "sent the draft {} for review",
  "change_request.approve": "approved the draft {}",
  "change_request.reject": "rejected the draft {}",
  "revision.publish": "published {}",
  "client.sign_in": "signed in the client {}",
  "client.revoke": "revoked the client {}",
  "client.token_reuse": "used a refresh token of the client {} a second time, which revoked it",
  "device.deny": "denied the sign-in of {}",
  "api_token.create": "created the API token {}",
  "api_token.revoke": "revoked the API token {}",
  "audit.export": "exported {}",
  "decision.replace": "put right {} that nobody was told",
  "demo.fill": "filled in the demo organization",
  "demo.remove": "removed the demo organization",
};

type Entry = { actorLabel: string; action: string; targetType: string; targetLabel: string };

/** "Ana Ruiz published revision 12": actor, verb, object. An action newer than this table is shown by its name. */
export function sentenceOf({ actorLabel, action, targetType, targetLabel }: Entry): string {
  const predicate = PREDICATES[action as AuditAction] ?? `${action.replaceAll(/[._]/g, " ")}: {}`;
  // A function, because `$&` in a label is text.
  return `${actorLabel} ${predicate.replace("{}", () => targetLabel || targetType.replaceAll("_", " "))}`;
}
