import type { ProbeSignal } from "./types";

/**
 * Wording that only makes sense to a reader who follows instructions. By itself it is talk; an order behind it makes it an attempt.
 * Each pattern is tried only where one of its hints (lower case) occurs, and no quantifier in it is unbounded.
 */
export type Opening = {
  signal: ProbeSignal;
  weight: number;
  hints: readonly string[];
  pattern: RegExp;
  note: string;
  /** Whether an order behind it adds to it. */
  leads: boolean;
};

const AGENT = String.raw`(?:(?:an?|the|any|all|every|this)\s+)?(?:AI|A\.I\.|LLMs?|language model|large language model|Claude(?: Code)?|ChatGPT|GPT(?:-\d\w?)?|Copilot|Gemini|coding agent|AI agent|autonomous agent)(?:\s+(?:coding\s+)?(?:assistants?|agents?|models?|systems?|bots?|tools?))?`;
const HAD = String.raw`(?:previous|prior|above|earlier|preceding|foregoing|former|existing|original|initial|current|past|old|other|system|safety|developer)`;
const RULES = String.raw`(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|commands?|messages?|orders?|polic(?:y|ies)|constraints?|restrictions?|context|tasks?|requests?|training|programming|safeguards?)`;
const QUALIFIERS = String.raw`(?:(?:all|any|every|everything|of|the|your|my|our|these|those|them|what|and|or|you|were|have been|been|was|given|told|${HAD})[\s,]+){0,7}`;

const opening = (
  signal: ProbeSignal,
  weight: number,
  hints: string,
  pattern: string,
  note: string,
  leads = true,
): Opening => ({ signal, weight, hints: hints.split("|"), pattern: new RegExp(pattern, "gi"), note, leads });

export const OPENINGS: readonly Opening[] = [
  opening("override", 0.6, "ignore|disregard|forget|override|overrule|discard|bypass|neglect",
    String.raw`\b(?:ignor(?:e|ing)|disregard|forget|overrid(?:e|es)|overrule|discard|bypass|neglect|abandon)\b[\s:]+(?:about\s+)?${QUALIFIERS}(?:${HAD}[\s,]+(?:[\w-]+\s+){0,2}?${RULES}|(?:your|all)\s+(?:[\w-]+\s+)?(?:instructions|guidelines|rules|directives|programming|training|safeguards|restrictions)|(?:everything|all|anything)\s+(?:that\s+)?(?:you|i|we|was|is|came|said|written|above|before|prior)(?:\s+(?:were|have|been|are|told|given|asked|instructed|said|know|learned|so far|before|until now|previously|above)){0,5})\b(?!\s+(?:in|from|inside|within|contained|embedded|found|that (?:appear|are contained))\b)`,
    "tells the reader to drop its instructions"),
  opening("override", 0.6, "ignore|disregard|forget|override",
    String.raw`\b(?:ignore|disregard|forget|override|abandon)\b\s+(?:about\s+)?(?:whatever |what |everything |anything )?(?:that )?(?:the|your) (?:user|human|operator)(?:'s|s')?(?:\s+(?:said|wrote|asked|wants|wanted|told|original|actual|last|current|own)){0,3}(?:\s+(?:tasks?|questions?|requests?|instructions?|prompts?|wish(?:es)?|messages?|goals?))?\s*[.;:,!]`,
    "tells the reader to drop what the user asked for"),
  opening("override", 0.6, "replaces the|supersedes|replace the|instead of the ones|you were given",
    String.raw`\b(?:replaces?|supersedes?|overrides?|instead of)\b (?:(?:all|any|the|your|those|these|every|previous|earlier|other) ){0,3}(?:ones|instructions?|orders?|rules?|prompts?|task)\b(?: (?:that )?(?:you (?:were|have been|had|got|have)|given|so far|above|of the user)\b){1,3}`,
    "declares the instructions so far void"),
  opening("override", 0.6, "follow|obey",
    String.raw`\b(?:do not|don't|stop|no longer|never) (?:follow|obey)(?:ing)? (?:the |your |any |all )?(?:${HAD} )?(?:instructions|rules|guidelines|system prompt)\b(?!\s+(?:in|from|inside|within|contained|embedded|found))`,
    "tells the reader to drop its instructions"),
  opening("override", 0.6, "end of|new instructions|instructions above|instructions are",
    String.raw`\b(?:end of (?:the )?(?:${HAD} )?(?:instructions|system prompt|prompt|document|user (?:input|message))|(?:previous|above|earlier) (?:instructions|context) (?:are|is|were) (?:void|obsolete|outdated|cancelled|superseded|wrong|no longer))`,
    "declares the instructions so far void"),
  opening("addressed-to-agent", 0.6, "ai|llm|claude|gpt|copilot|gemini|agent|language model",
    String.raw`(?:\b(?:note|notice|message|memo|instructions?|reminder|warning|attention|hint|info|information|important)\s*(?:to|for|:)|\bdear|\bhello|\bhi|\bhey|\battention|\bif you(?:'re| are)|\bas(?= [^.\n]{0,30}\byou\b)|(?:<!--|\/\*|\/\/|#|--|;)\s*(?:to|for|@)?)[\s,:]+${AGENT}(?:\s+(?:reading|processing|parsing|summari[sz]ing|analy[sz]ing|reviewing|handling|working on)\s+(?:this|the)\s+\w+)?\s*(?:[:,!.–—-]|\\n|\n|you\b|must\b|should\b|please\b|\b(?=do\b))`,
    "speaks to an AI agent"),
  opening("addressed-to-agent", 0.6, "assistant",
    String.raw`(?:(?:<!--|\/\*|\/\/|#)\s*(?:AI\s+)?assistant\s*[:,]|\b(?:note|message|instructions?|attention|reminder)\s*(?:to|for|:)\s*(?:the |any |all )?(?:AI |coding |automated |virtual )?(?:assistants?|agents?|bots?)\b\s*[:,!–—-]?|\bas (?:the|an) (?:AI )?assistant,? you (?:must|should|need|have|are))`,
    "speaks to an AI agent"),
  opening("addressed-to-agent", 0.5, "agents|assistants|models|llms|bots",
    String.raw`\b(?:AI|automated|coding|autonomous) (?:agents|assistants|models|bots)\b[^.\n]{0,60}?\b(?:must|should|need to|have to|are (?:required|instructed|asked) to)\b`,
    "speaks to AI agents"),
  opening("task-hijack", 0.7, "before",
    String.raw`\bbefore (?:you )?(?:can |may |could )?(?:solv|continu|proceed|answer|complet|finish|do(?:ing)? anything|respond|start|begin|respond)\w*(?: (?:the|your|with|this|to|on|any|my|original|current|user'?s?|task|request|work|anything|else|that i gave you|in the beginning)){0,9}[\s,:;]+(?:(?:please|you|must|should|need to|have to|do|first|make sure to)\b[\s,:]*){1,5}`,
    "puts another task first"),
  opening("task-hijack", 0.25, "before continuing|before proceeding|before you continue|before you proceed",
    String.raw`(?:(?:^|[\n>:#*(.!]|\\n)\s*|\bagents?:? )before (?:you )?(?:continu|proceed)(?:e|ing)?\b[^.\n]{0,30}?,`,
    "puts another task first"),
  opening("task-hijack", 0.7, "as part of",
    String.raw`\bas part of (?:this|your|the|the current) (?:task|request|job|work|process|conversation|session),? (?:you|please)\b`,
    "adds to the task"),
  opening("task-hijack", 0.7, "the user|your user|user has|user wants",
    String.raw`\b(?:the|your) (?:user|human|operator|developer|owner) (?:has |have |had |just |already |now |also )*(?:updated|changed|replaced|modified|revised|cancelled|extended|requested|instructed|asked|wants|needs|said|decided)\b[^.\n]{0,40}?\b(?:task|goal|instructions?|request|objective|you to|that you|plan)\b`,
    "claims the user changed the task"),
  opening("task-hijack", 0.6, "new instruction|new task|updated instruction|new objective|new goal|new directive|new order|real task|actual task|true task|real instruction|actual instruction|main task|revised instruction|next task|additional instruction|updated task",
    String.raw`\b(?:your )?(?:new|updated|revised|real|actual|true|next|additional|main|latest) (?:instructions?|tasks?|objectives?|goals?|directives?|orders?)(?: (?:is|are|from the user|for you))*\s*[:：-]`,
    "announces another task"),
  opening("task-hijack", 0.7, "to you",
    String.raw`\b(?:important|urgent|confidential|special|personal)?\s*(?:message|request|instruction|note|order)s? (?:is |comes )?from (?:me|us|your \w+|the \w+),? ?[^,\n]{0,60},? (?:to|for) you\b`,
    "poses as the one who gave the task"),
  opening("task-hijack", 0.6, "adhere to|follow these|follow the following|obey the following|comply with",
    String.raw`\b(?:strictly|only|exactly|immediately)\s+(?:adhere to|follow|obey|comply with|execute) (?:the following|these|this|my)\b`,
    "announces orders to follow"),
  opening("task-hijack", 0.6, "after you do that|after that, you can|once done|then continue with|then resume|task that i gave you",
    String.raw`\b(?:(?:after|once) you(?:'ve| have)? (?:do|did|done|finish|finished|complete|completed) (?:that|this|so),? (?:you (?:can|may|should)|continue|resume)|then (?:continue|resume|proceed)(?: with)? (?:the|your) (?:original|user'?s?|previous) (?:task|request)|the task that i gave you)`,
    "puts another task first", false),
  opening("secrecy", 0.6, "the user|your user|anyone|to user|the human|the developer",
    String.raw`\b(?:do not|don't|never|avoid|without|must not|should not|no need to)\s+(?:ever\s+)?(?:tell|mention|mentioning|inform|informing|reveal|revealing|alert|alerting|notify|notifying|show|showing|report|reporting|telling|asking|disclose|disclosing|warn|warning|letting|let|explain|ask)\b[^.\n]{0,40}?\b(?:the|your|to) (?:user|human|developer|operator)\b`,
    "asks to keep it from the user", false),
  opening("reply-shaping", 0.45, "your summary|your answer|your response|your output|your analysis|your final|your report",
    String.raw`(?:^|[\n.!?;:>"(]\s{0,3})(?:in|within|at the (?:top|end|start|beginning) of|throughout|for) your (?:final |own |next |whole )?(?:summary|answer|response|output|analysis|report)\b`,
    "tells the reader what its own reply must be", true),
  opening("secrecy", 0.35, "mention|without|don't|do not|never|silently|quietly|no need|needn't|not be",
    String.raw`(?:\b(?:do not|don't|never|needn't|no need to|not necessary to|must not|should not|don't have to)\s+(?:ever\s+|even\s+|please\s+)?(?:mention|report|disclose|reveal|announce|log|explain|discuss|comment on|bring up)\s+(?:it|this|that|these|them|any of)\b|\bwithout (?:asking|mentioning|telling|further questions|reporting|notice|comment)\b|(?<!\b(?:I|we|they) )\b(?:do not|don't|never|no need to|needn't|don't need to|don't have to) (?:ask|wait for|check with|call|tell|bother)\b(?! (?:for help|a question))|\b(?:do|run|execute) (?:it|this|that|so) (?:silently|quietly|secretly|discreetly)\b|\bskip the explanation\b)`,
    "asks to do it without a word", false),
  opening("role-play", 0.6, "your role|you are now|you are the|new role|you have been jailbroken",
    String.raw`\b(?:your role (?:has changed|is now|changes)|you have been jailbroken|you are (?:now|from now on) (?:an?|the) (?:[\w-]+ ){0,3}?(?:bot|agent|assistant|commander|administrator|admin|operator|engineer|manager|model|shell|terminal)|you are (?:an?|the) (?:[\w-]+ ){0,3}?(?:bot|agent|assistant|commander|administrator|operator) now|you are [\w-]{2,20},? (?:without|free of|with no) (?:any )?(?:restrictions|limits|rules|filters))\b`,
    "gives the reader another role", true),
  opening("role-play", 0.6, "you are now|from now on|act as|pretend|developer mode|dan mode|unrestricted|jailbr|no restrictions|without any restrictions|roleplay|role-play",
    String.raw`(?:\b(?:you are now|from now on,? you(?: are|'re| will| must)|(?:act|behave|respond) as|pretend (?:to be|that you are|you are)|roleplay as)\b[^.\n]{0,80}?\b(?:unrestricted|unfiltered|jailbroken|DAN|no (?:restrictions|rules|limits|filters)|without (?:any )?(?:restrictions|rules|limits|filters)|root|admin\w*|developer mode|evil|hacker|different (?:assistant|agent)|new (?:assistant|agent)|(?:malicious|helpful|obedient) (?:assistant|agent))[^.\n]{0,60}|\b(?:enter|enable|activate|switch to|you are (?:now )?in) (?:\w+ )?(?:developer|DAN|god|debug|maintenance|unrestricted|jailbreak|admin) mode\b|\bfrom now on,? you (?:must|will|are to|shall) (?:only )?(?:obey|follow|comply|respond|answer))`,
    "gives the reader another role"),
  opening("false-authority", 0.5, "from the|from your|from anthropic|from openai|on behalf of|authorized by|authorised by|approved by",
    String.raw`\b(?:(?:urgent|important|official|critical|authori[sz]ed|mandatory|security|system|emergency)\s+){1,3}(?:message|instruction|request|notice|update|directive|order|alert|override|task)s? (?:from|by|of) (?:the |your )?(?:admin\w*|security(?: team)?|IT|CEO|CTO|Anthropic|OpenAI|system|developers?|management|owner|operator|platform)\b`,
    "claims authority"),
  opening("false-authority", 0.6, "approved|authorized|authorised|granted|pre-approved|permission|consent",
    String.raw`(?:\b(?:the |your )?(?:user|human|operator|administrator|admin|owner|developer|security team|Anthropic) (?:has |have |had |already |explicitly |hereby |fully )*(?:approved|authori[sz]ed|granted|consented|pre-?approved|given (?:you )?(?:permission|consent|approval)|confirmed)\b(?=[^.\n]{0,80}\b(?:you|this|all|the following|running|execut\w+|action|command|access|tool|permission|delet\w+|push\w*|requests?)\b)|\byou (?:are|have been) (?:hereby |now |already |fully |explicitly )*(?:authori[sz]ed|permitted|granted permission|given permission|cleared|approved) to\b|\[?(?:user|human|permission) (?:approval|approved|confirmed|granted)\]?\s*[:=]\s*(?:yes|true|approved|granted|all)\b)`,
    "claims a permission"),
  opening("false-authority", 0.45, "waived|unattended|auto mode|pre-approved|preapproved|okayed|consents|exempt from|unsupervised|trusted session|fully approved|treat it as|as agreed",
    String.raw`\b(?:(?:confirmations?|approvals?|permissions?|reviews?|checks?|rules?) (?:is|are|has been|have been) (?:\w+ )?(?:waived|lifted|suspended|switched off|not needed|unnecessary)|(?:unattended|auto|autonomous|unsupervised|trusted) mode\b[^.\n]{0,40}(?:enabled|on|active|so\b|for this)|(?:enabled|switched on|in) (?:unattended|auto|autonomous|unsupervised) mode|(?:user|owner|maintainers?|\w+) (?:has |have )?(?:okayed|explicitly consents?|already agreed)|(?:treat|consider|regard) (?:it|this|that|them) as (?:pre-?approved|approved|authori[sz]ed|coming from the user)|(?:agents?|assistants?|bots?) (?:is|are) exempt)\b`,
    "claims a permission", true),
  opening("fake-turn", 0.5, "replied|answered|responded|[user]|[human]|confirmed|operator|<user>",
    String.raw`(?:\b(?:the )?(?:user|human(?: operator)?|operator|owner)\b(?: has| just| already){0,2} (?:replied|answered|responded|confirmed)(?: with)?\s?[:=]?\s?["'“]?(?:yes|ok(?:ay)?|approved|confirmed|go ahead|proceed|allow)\b|(?:\[(?:user|human)(?: operator)?\]|<(?:user|human)>|\bhuman operator)\s?:?\s?["'“]?(?:yes|ok(?:ay)?|sure|approved|go ahead|proceed)\b)`,
    "makes up an answer of the user"),
  opening("fake-turn", 0.6, "system-reminder|system_reminder|system-message|system_message|system-prompt|system_prompt|<admin|<override|<information|system-notice|tool_use_error|<function_calls|<user-prompt|system_warning|system-warning",
    String.raw`(?:<\/?(?:system[-_](?:reminder|message|prompt|notice|warning|instructions?|override)|admin(?:istrator)?|override|information|user[-_](?:prompt|message|request|approval)(?:[-_]\w+)?)\b[^>\n]{0,60}>|#{2,}\s*\(?(?:system|admin|developer)[ _-]?(?:message|prompt|instructions?|override)?\)|\[(?:system|admin|developer)[ _-](?:message|prompt|instructions?|override|notice)\])`,
    "looks like the client's own markup"),
  opening("fake-turn", 0.4, "[system]|[inst]|<<sys>>|<|im_start|>|<|system|>|<system>|<important>|### system|### instruction|<|start_header|[admin]|system:|system override|<instructions>|<|user|>",
    String.raw`(?:\[(?:system|admin|inst)\]|<<sys>>|<\|(?:im_start|system|user|start_header_id)\|>(?:\s*(?:system|user|assistant))?(?:<\|end_header_id\|>)?|<(?:system|important|instructions)>|#{2,}\s*(?:system|instructions?)\s*:|(?:^|\n|\\n)\s*(?:\d{1,6}→)?\s*(?:system|system override|administrator)\s*:)`,
    "looks like a system turn"),
  opening("fake-turn", 0.7, "</tool_result|</function_result|</output|</tool_response|<tool_result|</tool_output|</result>|</document>|end of tool",
    String.raw`(?:<\/(?:antml:)?(?:tool_results?|function_results?|tool_response|tool_output|output|result|document)>|-{2,}\s*end of (?:tool )?(?:output|result|document|file)\s*-{2,})(?:\s|\\n|\d{1,6}→){0,20}(?:human|user|system|assistant)\s*:`,
    "ends the tool's result by itself and opens a turn"),
  opening("fake-turn", 0.4, "human:|user:",
    String.raw`(?:^|\n|\\n)\s*(?:\d{1,6}→)?\s*(?:human|user)\s*:`,
    "looks like a turn of the user"),
  opening("fake-turn", 0.4, "assistant:",
    String.raw`(?:^|\n|\\n)\s*(?:\d{1,6}→)?\s*assistant\s*:\s*(?:sure|of course|ok(?:ay)?|certainly|i will|i'll|understood|done|yes)\b`,
    "looks like a turn of the assistant", false),
]; // prettier-ignore
