import type { Rule } from "../types";
import { is, leaves, target, trait, when } from "./rule";

/** One way out through a browser that the agent steers. Hard, as every other way for secrets out is. */
function browser(way: string, name: string, what: string): Rule {
  return {
    id: `browser-${way}-exfil`,
    name: `Browser ${name} Exfil`,
    strength: "hard",
    mustName: "Nothing clears it; an administrator can trust the destination.",
    explanation: `Guards credentials and private data against leaving through a browser by ${what}. Let the user do that step in the page.`,
    match: when(
      "send",
      (e) => is(e, "via", `browser-${way}`) && leaves(e),
      (e) => `This sends ${trait(e, "label")} by ${what} (${target(e)}).`,
    ),
  };
}

const shortcut: Rule = {
  id: "browser-shortcut-execution",
  name: "Browser Shortcut Execution",
  strength: "soft",
  mustName: "the shortcut",
  explanation: "Guards recorded browser shortcuts: each may be a whole chain of steps. Have the user start it.",
  match: when(
    "external-write",
    (e) => is(e, "what", "browser-shortcut"),
    () => "This starts a recorded chain of steps in the browser. A person has to look at it.",
    "ask",
  ),
};

export const BROWSER_RULES: readonly Rule[] = [
  browser("navigate", "Navigate", "an address that carries it"),
  browser("input", "Input", "typing it into a page"),
  browser("js", "JS", "a script in the page"),
  browser("file-upload", "File Upload", "a file upload"),
  shortcut,
];
