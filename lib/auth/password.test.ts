import { describe, expect, test } from "vitest";
import { hashPassword, NewPassword, verifyPassword } from "./password";

describe("a stored password", () => {
  test("is verified by the password it was made from and no other", async () => {
    const stored = await hashPassword("correct horse battery");
    expect(await verifyPassword("correct horse battery", stored)).toBe(true);
    expect(await verifyPassword("correct horse batterx", stored)).toBe(false);
    expect(await verifyPassword("", stored)).toBe(false);
  });

  test("carries its cost and a salt of its own", async () => {
    const [first, second] = await Promise.all([
      hashPassword("correct horse battery"),
      hashPassword("correct horse battery"),
    ]);
    expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(first).not.toBe(second);
  });

  test("made at a lower cost stays readable", async () => {
    const stored = "scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$";
    const { scryptSync } = await import("node:crypto");
    const key = scryptSync("an older password", Buffer.from("saltsaltsaltsalt"), 32, { N: 1024, r: 8, p: 1 });
    expect(await verifyPassword("an older password", stored + key.toString("base64url"))).toBe(true);
  });

  test("is the same however the keyboard composed its accents", async () => {
    const stored = await hashPassword("Zürich-im-Frühling".normalize("NFC"));
    expect(await verifyPassword("Zürich-im-Frühling".normalize("NFD"), stored)).toBe(true);
  });
});

describe("a person without a password", () => {
  test("is refused after the same work as one with a wrong password", async () => {
    const stored = await hashPassword("correct horse battery");
    await verifyPassword("warm up", null);
    const timeOf = async (hash: string | null) => {
      const start = performance.now();
      expect(await verifyPassword("wrong password", hash)).toBe(false);
      return performance.now() - start;
    };
    expect(await timeOf(null)).toBeGreaterThan((await timeOf(stored)) / 8);
  });
});

test("a new password has at least 12 characters, 5 of them different", () => {
  expect(NewPassword.safeParse("short").success).toBe(false);
  expect(NewPassword.safeParse("aaaaaaaaaaaaaaaa").success).toBe(false);
  expect(NewPassword.safeParse("x".repeat(100) + "abcde".repeat(30)).success).toBe(false);
  expect(NewPassword.safeParse("correct horse").success).toBe(true);
});
