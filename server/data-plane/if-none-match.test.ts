import { expect, test } from "vitest";
import { matchesEtag } from "./if-none-match";

const etag = '"sha256:ab"';

test.each([etag, `W/${etag}`, "*", " * ", `"x", ${etag}`, `"x",W/${etag} , "y"`])("%s matches", (header) => {
  expect(matchesEtag(header, etag)).toBe(true);
});

test.each([undefined, "", '"sha256:abc"', "sha256:ab", '"x", "y"', '"sha256:ab', '"*"'])(
  "%s does not match",
  (header) => {
    expect(matchesEtag(header, etag)).toBe(false);
  },
);
