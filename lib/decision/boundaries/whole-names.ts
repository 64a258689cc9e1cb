/** What several words name together, as one word by which a bound knows it (bounds.ts). */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:pull|merge)[ -]requests?\b/gi, "pull-requests"],
  [/\b(?:open|creat|fil|rais|submit|mak|post|writ)(?:e|ing|ting)?(?: (?:an?|any|new|the|more|further))* (?:(?:github|gitlab|jira|linear) )?(?:issues?|tickets?)\b/gi, "issue-made"],
  [/\b(?:open(?:ing)?|look(?:ing)? (?:at|into|inside))\b(?= [^,;]{0,60}(?:\w\/|\.\w))/gi, "read"],
  [/^\s*(?:run|execute) (?:anything|any(?: \w+)? commands?)\b(?=\s*(?:[,.;!]|$|yet|for now|please))/gi, " runs-anything"],
  [/\b(?:comment(?:ing)?|(?:post|leav|writ|add)(?:e|ing)?(?: (?:an?|any))* comments?) (?=on\b)/gi, "comment-made "],
  [/\b(?:install(?:ing)? (?=(?:any )?(?:new|more|extra|additional))|(?:add|bring|pull|introduc)(?:e|ing)?(?: in)?(?: (?:any|an?))*(?: (?:new|more|extra|additional|third-party|external))*|(?:any )?(?:new|more|extra|additional|third-party)) (?:(?:npm|pip|python|node|go|runtime) )?(?:packages?|dependenc(?:y|ies)|deps|librar(?:y|ies))\b/gi, "package-added"],
]; // prettier-ignore

export const wholeNames = (text: string): string =>
  NAMES.reduce((whole, [words, name]) => whole.replace(words, name), text);
