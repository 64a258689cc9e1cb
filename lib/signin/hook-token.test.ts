import { expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { hookTokenFor, verifyHookToken } from "./hook-token";

const secret = "s".repeat(43);

test("a hook token names its client and epoch, and is the same each time", () => {
  const clientId = newId();
  const token = hookTokenFor(secret, clientId, 7);
  expect(hookTokenFor(secret, clientId, 7)).toBe(token);
  expect(verifyHookToken(secret, token)).toEqual({ clientId, epoch: 7 });
});

test("a token of another secret, a changed token and another spelling of the same bytes are refused", () => {
  const token = hookTokenFor(secret, newId(), 1);
  expect(verifyHookToken("t".repeat(43), token)).toBeNull();
  for (let i = 0; i < token.length; i++) {
    const changed = token.slice(0, i) + (token[i] === "A" ? "B" : "A") + token.slice(i + 1);
    expect(verifyHookToken(secret, changed), `character ${i}`).toBeNull();
  }
  expect(verifyHookToken(secret, `${token}=`)).toBeNull();
  expect(verifyHookToken(secret, `${token} `)).toBeNull();
  expect(verifyHookToken(secret, "")).toBeNull();
});
