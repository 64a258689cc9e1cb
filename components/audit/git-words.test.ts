import { expect, test } from "vitest";
import { gitWords } from "./git-words";

const GIT = { root: "/home/dev/app", branch: "main", defaultBranch: "main", remotes: ["origin"], from: "model-request" } as const; // prettier-ignore

test("says the branch, of which remotes, and where that was learned", () => {
  const known = (over: Partial<Parameters<typeof gitWords>[0]> = {}) =>
    gitWords({ ...GIT, remotes: ["origin"], ...over });
  expect(known()).toBe("main of origin; learned from the client's request to the model");
  expect(known({ branch: "feature/login", remotes: ["origin", "fork"], from: "request" })).toBe(
    "feature/login of origin, fork; default branch main; told in the request",
  );
  expect(known({ branch: null, defaultBranch: null, remotes: [] })).toMatch(/^no branch known; learned/);
});
