import { orderAt } from "./orders";
import type { Probed, ProbeFinding } from "./types";
import { matchesOf } from "../matches";

/** Not in a comment of source code, where people leave notes to themselves. */
const NOTE = /(?<!(?:\/\/|#|\*|--|;|%|<!--|\[ \])[ \t]{0,4})(?:TODO|ACTION REQUIRED|ACTION ITEM)\s?:\s/g;
/** What authors of a document note down about the document. */
const OF_THE_DOCUMENT =
  /^[\s"'`*]{0,4}(?:add|append|change|check|clean|configure|copy|create|edit|find|generate|get|implement|include|insert|install|integrate|introduce|list|make|merge|move|open|perform|put|read|remove|rename|replace|rewrite|run|save|search|set|start|switch|turn|update|use|write)\b(?!(?: (?:an?|the|all|me|my|one)\b)? (?:[\w-]+ ){0,6}?(?:reservation|booking|appointment|event|payment|transfer|password|hotel|account|card|ticket|order|user information|messages|money|invoice|subscription|friend|channel|participants?)\b)/i;

/** Orders that serve nobody but an attacker, in words that say so. */
const PLEA = /(?:^|\n)[ \t]{0,8}(?:\d{1,6}→)?[ \t]{0,8}(?:please|kindly) /gi;
const SINISTER =
  /\b(?:ransomware|malware|backdoor|keylogger|botnet|crypto_?miner|cryptojack\w*|exfiltrat\w+|phishing|unnoticed|undetected|without detection|discreetly|covertly|stealthily|secretly|traces of|unauthori[sz]ed (?:access|code|data|user)|intercept sensitive|malicious (?:code|script|payload|software)|steal|elevate your privileges|prevent (?:data )?recovery|demand a ransom|disable (?:all )?(?:security|firewalls?|logging|antivirus))\b/i;

const LENGTH = 240;

/** Orders to act in plain words. Only in data that people elsewhere wrote is a bare order out of place; a sinister one is anywhere. */
export function embeddedOrders({ text, isRemote }: Probed): ProbeFinding[] {
  const found: ProbeFinding[] = [];
  if (isRemote)
    for (const match of matchesOf(text, NOTE)) {
      const from = match.index + match[0].length;
      const order = orderAt(text, from);
      if (order === null || (!order.isRisky && OF_THE_DOCUMENT.test(text.slice(from, from + LENGTH)))) continue;
      found.push({ signal: "embedded-order", weight: 1, start: match.index, end: order.end, note: "an order to act, in data from elsewhere" }); // prettier-ignore
    }
  for (const match of matchesOf(text, PLEA)) {
    const from = match.index + match[0].length;
    const line = text.slice(from, from + LENGTH).split("\n", 1)[0] ?? "";
    if (SINISTER.test(line) && orderAt(text, from) !== null)
      found.push({ signal: "embedded-order", weight: 1, start: match.index, end: from + line.length, note: "an order that only an attacker gives" }); // prettier-ignore
  }
  return found;
}
