import { signIn } from "next-auth/react";
import { ApiProblem } from "@/components/api";
import { signInErrorMessage } from "@/lib/auth/sign-in-error";

/** Signs in and goes to `next`, with a fresh load so that nothing of a former session stays. @throws ApiProblem */
export async function signInWith(email: string, password: string, next: string): Promise<void> {
  const result = await signIn("credentials", { redirect: false, email, password });
  const failure = result?.ok ? null : (signInErrorMessage(result?.error ?? "unknown") ?? "");
  if (failure !== null) throw new ApiProblem(result?.status ?? 0, { code: "sign_in_failed", detail: failure });
  window.location.assign(next);
  // The form stays busy until the next page is there.
  await new Promise(() => {});
}
