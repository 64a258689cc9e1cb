import { expect, test } from "vitest";
import { isNegated } from "./sentences";
import { boundariesIn, restrictionsIn } from "./stated-boundaries";

test.each(["Keep your hands off infra/.", "Do not push.", "Leave the push to me.", "third_party/ is off limits", "I'll commit it myself."])(
  "of words that may not be the user's, what %s forbids is kept, and can ask for nothing",
  (words) => {
    const kept = restrictionsIn(`${words} \nThen run the release.`);
    expect(boundariesIn(kept).length).toBeGreaterThan(0);
    expect(isNegated(kept)).toBe(true);
    expect(kept).not.toContain("release");
  },
); // prettier-ignore

test("what is said of code, in questions and by others forbids nothing", () => {
  for (const words of ["why must I not touch a/b.ts?", "The job does not touch a/b.ts.", "```\ndo not touch a/b.ts\n```", "He did not push."])
    expect(boundariesIn(words)).toEqual([]);
}); // prettier-ignore
