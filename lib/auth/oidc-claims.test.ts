import { describe, expect, test } from "vitest";
import { identityOf } from "./oidc-claims";

const claims = { iss: "https://idp.example", sub: "42", email: "Ada@Example.com", email_verified: true, name: "Ada" };

test("an identity is its issuer and subject; the e-mail is lower case", () => {
  expect(identityOf(claims, "groups")).toEqual({
    externalId: "https://idp.example|42",
    email: "ada@example.com",
    emailVerified: true,
    name: "Ada",
    groups: [],
  });
});

describe("groups", () => {
  const groupsOf = (value: unknown, more = {}) => identityOf({ ...claims, roles: value, ...more }, "roles").groups;

  test("are read from the configured claim, one or many, without repetition", () => {
    expect(groupsOf(["platform", "platform", " security "])).toEqual(["platform", "security"]);
    expect(groupsOf("platform")).toEqual(["platform"]);
  });

  test("that are not names are left out", () => {
    expect(groupsOf(["platform", 7, "", null, "x".repeat(201)])).toEqual(["platform"]);
  });

  test("that are absent mean none, so that a person who left all of them is in none", () => {
    expect(groupsOf(undefined)).toEqual([]);
  });

  test("that the provider keeps elsewhere are unknown, not none", () => {
    expect(groupsOf(undefined, { _claim_names: { roles: "src1" } })).toBeNull();
  });
});

test("an e-mail that is none counts as missing", () => {
  expect(identityOf({ ...claims, email: "not an address" }, "groups").email).toBeNull();
});

test("verification written as text is understood, and silence is not consent", () => {
  expect(identityOf({ ...claims, email_verified: "false" }, "groups").emailVerified).toBe(false);
  expect(identityOf({ ...claims, email_verified: undefined }, "groups").emailVerified).toBeUndefined();
});
