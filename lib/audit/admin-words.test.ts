import { describe, expect, test } from "vitest";
import { AUDIT_ACTIONS } from "./actions";
import { sentenceOf } from "./admin-words";

const entry = { actorLabel: "Ana", targetType: "api_token", targetLabel: "siem" };

describe("admin actions in words", () => {
  test.each([
    ["api_token.create", "Ana created the API token siem"],
    ["change_request.submit", "Ana sent the draft siem for review"],
    ["member.sign_in", "Ana signed in"],
    ["robot.reboot", "Ana robot reboot: siem"],
  ])("%s", (action, sentence) => {
    expect(sentenceOf({ ...entry, action })).toBe(sentence);
  });

  test.each(AUDIT_ACTIONS)("%s has words of its own", (action) => {
    expect(sentenceOf({ ...entry, action })).not.toMatch(/: siem|undefined|\{\}/);
  });

  test("a label is text, not a pattern; without one the type is named", () => {
    expect(sentenceOf({ ...entry, action: "group.create", targetLabel: "$& {}" })).toBe("Ana created the group $& {}");
    expect(sentenceOf({ ...entry, action: "client.revoke", targetType: "client", targetLabel: "" })).toBe(
      "Ana revoked the client client",
    );
  });
});
