import type { Rule } from "../types";
import { firstOf, target, trait, when } from "./rule";

const disguise: Rule = {
  id: "disguised-command",
  name: "Auto-Mode Bypass",
  strength: "soft",
  mustName: "the command as it is written",
  explanation:
    "Guards against commands that are written so that a reader does not see what they run: decoded text that runs at once, names in pieces, letters as numbers, invisible characters, files named like options. Write the command plainly; it is then judged by what it does.",
  match: firstOf(
    when(
      "execute",
      (e) => trait(e, "disguise") !== "",
      (e) => `This hides what it runs (${trait(e, "disguise")}). Write it plainly.`,
    ),
    when(
      ["write", "overwrite"],
      (e) => e.traits.option === true,
      (e) => `This makes a file (${target(e)}) whose name the next program that is given \`*\` takes for an option.`,
    ),
  ),
};

export const BYPASS_RULES: readonly Rule[] = [disguise];
