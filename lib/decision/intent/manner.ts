import { afterLead, isVerb } from "../sentences";

/** Asked for, but not now, or not yet. "Changed after 2020" is no such time. */
const LATER =
  /\b(?:once|after (?:(?:i|we|you|he|she|they)|[\w-]+(?: [\w-]+)?) (?:have|has|had|am|is|are|approved?|confirm(?:ed)?|checked?|looked|finish(?:ed|es)?|agreed?s?|signed|ran|runs?)\b|when(?:ever)?|as soon as|if|until|tomorrow|tonight|later(?! than)|next (?:week|month|sprint|release)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
export const isForLater = (request: string): boolean => LATER.test(request);

const TEXT_FILE = String.raw`[\w./-]*\.(?:ya?ml|json|jsonc|toml|ini|md|mdx|txt|tf|tfvars|hcl|[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|html|css|sh)`;
const TEXT = String.raw`(?:docs?|documentation|read ?me|runbook|guide|changelog|manual|wiki|code|scripts?|config|configuration|templates?|manifests?|charts?|tests?|pages?|menus?|lists?|tables? of contents|examples?|comments?)`;
const IN_TEXT = new RegExp(
  String.raw`\b(?:from|in|to|into|of|out of)\s+(?:(?:the|our|my|this|its|all)\s+)?(?:[\w-]+\s+)?(${TEXT_FILE}|${TEXT})(?![\w/-])`,
  "i",
);

/** "Delete bucket x from the docs", unless that is what the action is about. */
export function isAboutText(request: string, targets: readonly string[]): boolean {
  const found = IN_TEXT.exec(request)?.[1]?.toLowerCase();
  return found !== undefined && !targets.some((target) => target.toLowerCase().includes(found));
}

const COORDINATED = /(?:^|[,&]|\b(?:and|then|to|please|force|forcibly|(?:squash|rebase)-?))$/i;
const PERFORMS = /^(?:run|do|perform|execute|start|trigger|use|go|find)\b/i;

/** The word for the action is what the request says to do: "update the deploy docs" asks for an update. */
export function isHeadedBy(action: RegExp, request: string): boolean {
  const text = afterLead(request);
  const each = new RegExp(action.source, "gi");
  for (let found = each.exec(text); found !== null; found = each.exec(text)) {
    if (!isVerb(found[0]) || COORDINATED.test(text.slice(0, found.index).trimEnd()))
      return !isPlanned(text, found.index);
    if (PERFORMS.test(text)) return true;
    each.lastIndex = found.index + 1;
  }
  return false;
}

/** "A plan to delete x", "make sure that only admins can delete x": not the request itself. */
const isPlanned = (text: string, at: number): boolean => /\b(?:plan|way|ready|how|able|sure|going|used|permission|test|command|button|job|script)\b[^,;]{0,60}$/i.test(text.slice(0, at)) && /\bto\s*$/i.test(text.slice(0, at)); // prettier-ignore
