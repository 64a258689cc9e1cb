import { expect, test } from "vitest";
import { hintsOf } from "./hints";

test("a hint is found exactly where the text holds it", () => {
  const has = hintsOf("ignore the rules, 忽略 all of it");
  for (const hint of ["ignore", "rules", "ai", "忽略 al", "it", "ignore the rules, 忽略 all of it"])
    expect(has(hint), hint).toBe("ignore the rules, 忽略 all of it".includes(hint));
  for (const hint of ["ignored", "rule of", "the it", "略all", "gnor the", ""]) expect(has(hint), hint).toBe(hint === "");
}); // prettier-ignore
