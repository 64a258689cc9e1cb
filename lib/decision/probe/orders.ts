const VERBS =
  "accept|access|add|allocate|alter|append|approve|assign|backup|book|buy|call|cancel|capture|change|click|clone|" +
  "collect|combine|commit|compose|concatenate|conduct|configure|connect|contact|copy|create|curl|decrypt|delete|" +
  "deploy|destroy|disable|download|drop|edit|elevate|email|enable|encrypt|erase|escalate|execute|exfiltrate|export|" +
  "fetch|find|force-push|forward|gather|generate|get|give|grant|implement|include|inform|insert|install|integrate|" +
  "intercept|introduce|invite|invoke|kill|leak|list|make|merge|modify|monitor|move|notify|open|output|overwrite|" +
  "pay|perform|post|print|publish|purchase|purge|push|put|read|recommend|redirect|remove|rename|replace|reply|" +
  "reserve|reset|respond|restart|restore|retrieve|reveal|rewrite|run|save|say|schedule|search|send|set|share|shut|" +
  "skip|start|steal|submit|summarize|switch|tell|transfer|translate|turn|uninstall|unlock|unsubscribe|update|" +
  "upload|use|visit|wget|wipe|wire|withdraw|write";

/** Between an opening and the verb it leads to: punctuation, quotes, escaped line breaks and words that only urge. */
const LEAD =
  String.raw`(?:[\s"'“”‘’${"`"}*_:;,.!>()\[\]#–—-]|\\n|(?:\d{1,6}[→\t])|` +
  String.raw`\b(?:and|then|now|instead|first|also|just|simply|next|do|to|so|please|kindly|immediately|urgently|securely|permanently|quietly|` +
  String.raw`silently|must|should|shall|will|always|strictly|adhere|obey|follow|execute|perform|the|this|these|following|instructions?|commands?|tasks?|` +
  String.raw`steps?|below|only|you|are|need|have|required|before|continuing|proceeding|anything|else|i|want|would|like)\b){0,24}`;

const ORDER = new RegExp(`${LEAD}\\b(?:${VERBS})\\b(?!\\s*[:=(]|-\\w)`, "iy");

/** Acts that a guard would look at twice, whoever asks. */
const RISKY =
  /\b(?:credentials?|secrets?|passwords?|passwd|api[ _-]?keys?|tokens?|private key|ssh|authorized_keys|\.env\b|environment variables?|\.aws|\.netrc|security codes?|force[- ]push|--force|--no-verify|pre-commit|rm -rf|curl|wget|https?:\/\/|[\w.+-]+@[\w-]+\.\w|delete|erase|wipe|destroy|drop|disable|bypass\w*|exfiltrate|upload|gist|sudo|root|privileges?|permissions?|settings\.json|\.bashrc|\.zshrc|crontab|transfer|wire|payment|bank|iban|system logs?|customer database|financial|external|intercept|backdoor|malware|reverse shell)\b/i;

const ORDER_LENGTH = 240;

/** Whether what follows an offset is an order to do something, and whether that is a risky thing. */
export function orderAt(text: string, offset: number): { end: number; isRisky: boolean } | null {
  ORDER.lastIndex = offset;
  const match = ORDER.exec(text);
  if (match === null) return null;
  const verbEnd = offset + match[0].length;
  const rest = text.slice(offset, verbEnd + ORDER_LENGTH);
  const stop = /\n\s*\n|<\/|-->/.exec(rest.slice(match[0].length))?.index ?? ORDER_LENGTH;
  const order = rest.slice(0, match[0].length + stop);
  return { end: offset + order.length, isRisky: RISKY.test(order) };
}
