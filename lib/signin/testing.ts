import type { PrismaClient } from "@/lib/db/generated/client";
import type { SignIn } from "./context";

/** Sign-in as a data plane at https://gatehouse.test would do it. */
export const testSignIn = (db: PrismaClient): SignIn => ({
  db,
  baseUrl: "https://gatehouse.test",
  secret: "test-secret-test-secret-test-secret-0123456789",
  signInMaxDays: 30,
  requestId: "test-request",
  ip: "192.0.2.7",
  userAgent: "claude-code/2.1.329",
});
