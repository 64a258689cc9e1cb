import type { ProbeFinding } from "./types";
import { matchesOf } from "../matches";

const CARRY =
  /\b(?:send|post|upload|e-?mail|forward|transfer|exfiltrate|leak|export(?! \w+=)|submit|transmit|copy|publish|push|share|deliver|curl|wire)\b/gi;
const SECRET =
  /\.env\b|\b(?:api[ _-]?keys?|access keys?|secret keys?|credentials?|passwords?|passwd|secrets|private keys?|ssh keys?|id_rsa|id_ed25519|environment variables?|env vars?|access tokens?|auth tokens?|session (?:tokens?|cookies?)|kubeconfig|security codes?|seed phrase)\b|\.(?:aws|npmrc|netrc)\b/gi;
/** What lies on a developer's machine or in the session, and what nobody has a reason to be sent. */
const LOCAL =
  /\.env\b|\.(?:aws|npmrc|netrc|ssh)\b|\b(?:id_rsa|id_ed25519|environment variables|kubeconfig|private keys?|ssh keys?|system prompt|conversation history|chat history)\b/gi;
const DATA =
  /\b(?:contents? of|its contents?|conversation|(?:chat|message) history|all (?:the |of the |your )?(?:messages|files|data|emails|documents|code)|source code|user (?:data|information)|customer (?:data|database)|personal (?:data|information)|system prompt|database dump|bank account|financial (?:reports?|data))\b/gi;
const OUTSIDE =
  /\b(?:to|at|on|via|with|using|into)\b[^\n]{0,40}?(?:https?:\/\/|ftp:\/\/|[\w.+-]{1,64}@[\w-]{1,63}\.\w|\ban? (?:external|remote|public|outside|unknown|third[- ]party)\b|\bmy (?:new |personal |private )?(?:e-?mail|server|address|webhook|bucket)|\ba (?:public )?(?:gist|paste|pastebin|webhook)\b|\battacker)/gi;
const PRIVATE =
  /\bto my (?:new |own |personal |private |other )*(?:e-?mail|server|address|webhook|bucket|account)|\battacker/gi;
const PUT = /\b(?:include|append|add|embed|put|encode|insert|attach)\b/gi;
const SHOWN =
  /\b(?:in|into|to|as|within) (?:the |your |a |every |each |all )?(?:\w+ ){0,2}?(?:url|link|query|image|commit message|pull request|pr description|branch name|comments?|reply|response|answer|issue)\b/gi;
const TELL = /\b(?:print|dump|reveal|output|repeat|disclose|show)\b/gi;
const OWN =
  /\b(?:all (?:the )?environment variables|(?:your|the) (?:system prompt|(?:initial|hidden|original) instructions)|your (?:api keys|credentials|secrets))\b/gi;
const IMAGE = /!\[[^\]\n]{0,80}\]\(\s{0,4}(https?:\/\/[^)\n]{1,200})/g;
const TALK =
  /(?:\{\{?|\[|<|%7B|\$\{?)[\w -]{0,20}(?:secret|password|conversation|history|chat|prompt|env\b|api.?key|user.?(?:data|info|message))/i;
const PLACEHOLDER =
  /(?:\{\{?|\[|<|%7B|\$\{?)[\w -]{0,20}(?:data|secret|token|key|password|conversation|history|chat|prompt|content|base64|env|summary|message|info|answer|result)/i;

type Lure = { weight: number; parts: readonly RegExp[]; note: string };

/** Parts that follow one another within one line of text. */
const LURES: readonly Lure[] = [
  { weight: 1, parts: [CARRY, LOCAL, OUTSIDE], note: "asks to send secrets outside" },
  { weight: 1, parts: [LOCAL, CARRY, OUTSIDE], note: "asks to read secrets and send them outside" },
  { weight: 1, parts: [CARRY, SECRET, PRIVATE], note: "asks to send secrets to somebody" },
  { weight: 1, parts: [CARRY, DATA, PRIVATE], note: "asks to send data to somebody" },
  { weight: 0.9, parts: [CARRY, SECRET, OUTSIDE], note: "asks to send secrets outside" },
  { weight: 0.7, parts: [CARRY, DATA, OUTSIDE], note: "asks to send data outside" },
  { weight: 0.9, parts: [SECRET, CARRY, OUTSIDE], note: "asks to read secrets and send them outside" },
  { weight: 0.6, parts: [PUT, SECRET, SHOWN], note: "asks to put secrets where others read them" },
  { weight: 1, parts: [OWN, PUT, SHOWN], note: "asks to put secrets where others read them" },
  { weight: 0.5, parts: [TELL, OWN], note: "asks for secrets or for the instructions it has" },
];

/** All parts of a lure stand this close together, so that one scan of each piece will do. */
const PIECE = 360;
const HINT = /send|post|upload|mail|forward|transfer|exfil|leak|export|submit|transmit|copy|publish|push|share|deliver|curl|wire|environment|system prompt|instructions|include|append|embed|encode|insert|attach|!\[/i; // prettier-ignore

export function lureFindings(text: string): ProbeFinding[] {
  const found: ProbeFinding[] = [];
  for (const [start, piece] of piecesOf(text)) {
    if (!HINT.test(piece)) continue;
    for (const { weight, parts, note } of LURES) {
      const span = inOrder(piece, parts);
      if (span) found.push({ signal: "exfiltration-lure", weight, start: start + span[0], end: start + span[1], note });
    }
    found.push(...imageLures(piece, start));
  }
  return found;
}

/** An image is fetched when it is shown, so its address can carry what is put into it. */
const imageLures = (piece: string, offset: number): ProbeFinding[] =>
  matchesOf(piece, IMAGE).flatMap((match): ProbeFinding[] => {
    const address = match[1] ?? "";
    const weight = TALK.test(address) ? 1 : PLACEHOLDER.test(address) ? 0.8 : 0;
    const start = offset + match.index;
    const note = "an image address that carries data away";
    return weight === 0 ? [] : [{ signal: "exfiltration-lure", weight, start, end: start + match[0].length, note }];
  });

/** Lines, and long ones in pieces that overlap by half. */
function* piecesOf(text: string): Generator<[start: number, piece: string]> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    for (let from = start; from < end; from += PIECE / 2) {
      yield [from, text.slice(from, Math.min(end, from + PIECE))];
      if (from + PIECE >= end) break;
    }
    start = end + 1;
  }
}

function inOrder(piece: string, parts: readonly RegExp[]): [start: number, end: number] | null {
  let start = -1;
  let at = 0;
  for (const part of parts) {
    part.lastIndex = at;
    const match = part.exec(piece);
    if (match === null) return null;
    if (start < 0) start = match.index;
    at = match.index + match[0].length;
  }
  return [start, at];
}
