const MESSAGES: Record<string, string> = {
  wrong_credentials: "E-mail or password is not right.",
  email_missing: "Your provider does not tell Gatehouse your e-mail. Ask your administrator to release it.",
  email_not_verified: "Your provider does not confirm your e-mail address. Verify it there, or ask your administrator.",
  identity_mismatch: "Your e-mail belongs to another identity here. Ask your administrator.",
  member_disabled: "Your account is disabled. Ask your administrator.",
  not_set_up: "Gatehouse is not set up yet. Open the set-up link that its start printed.",
  AccessDenied: "Your provider did not let you in.",
  OAuthSignin: "Your provider could not be reached. Try again, or ask your administrator.",
  OAuthCallback: "Signing in with your provider did not finish. Try again.",
  SessionRequired: "Sign in first.",
};

const waitOf = (seconds: number) => {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

/** What to tell a person for the code that next-auth handed on (`code` or `rate_limited:SECONDS`). */
export function signInErrorMessage(code: string | null | undefined): string | null {
  if (!code) return null;
  const [name = "", seconds] = code.split(":");
  if (name === "rate_limited") return `Too many attempts. Try again in ${waitOf(Number(seconds) || 60)}.`;
  return MESSAGES[name] ?? "Signing in failed. Try again; if it stays so, ask your administrator.";
}
