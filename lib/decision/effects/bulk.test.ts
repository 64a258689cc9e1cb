import { expect, test } from "vitest";
import { describeCommands } from "@/lib/testing/describe-commands";
import { classify } from "../classify";
import { bash } from "../testing";
import { NOTHING_TRUSTED } from "../types";

const LOOP = "for i in 307 308 411; do gh issue close $i; done";

describeCommands(
  "issues and requests are not closed one after the other unasked",
  [LOOP, "gh pr close 3; gh pr close 4; gh pr close 9", "for i in 1 2 3 4; do glab mr close $i; done"],
  ["gh issue close 7", "gh issue close 7 && gh issue close 8", "for i in 7 8 11; do gh issue view $i; done"],
);

test("whoever names them all has asked for it", () => {
  const verdict = (message: string) => classify(bash(LOOP, { userMessages: [message] }), NOTHING_TRUSTED).verdict;
  expect(verdict("Close issues 307, 308 and 411.")).toBe("allow");
  expect(verdict("Close issues 307 and 308.")).toBe("ask");
});
