import type { Reading } from "../../acting-files";
import { builds, code, isCommand, lines, localPrograms, markup, nix, type Passage, quoted, type Reader, recipes, script, settingLines, strings } from "./readers"; // prettier-ignore

const MAX_PASSAGES = 200;

/**
 * What a command has to name to do what is looked for in files: a place outside the project (an address, a home, whatever a shell is fed),
 * or a program that has its places by itself. All else is not worth reading.
 */
const REACHES =
  /:\/\/|\/dev\/(?:tcp|udp)\/|\b(?:github|gitlab|bitbucket|gist|git):|git@|\|\s*(?:sudo\s+)?\w{0,3}sh\b|(?:^|[\s"'=(,])(?:~(?=[/\s"';]|$)|\/(?:home|Users|root)\b)|\$[({]?HOME\b|\bhomedir\b|expanduser|authorized_keys|\.(?:claude|ssh|aws|kube|netrc)\b|_(?:REGISTRY|INDEX_URL)=|\b(?:curl|wget|nc|ncat|socat|telnet|iwr|irm|Invoke-\w+|https?(?=\s)|xh|aria2c|lynx|w3m|s?ftp|scp|rsync|dig|nslookup|rm|rmtree|rimraf|unlink|trash|truncate|find|shred|dd|mkfs\S*|base64|xxd|eval|exec|ssh|gh|aws|gsutil|gcloud|urllib|requests|httpx|socket|fetch|pip3?|npm|crontab|child_process|env)\b/;

const READERS: Partial<Record<Reading, Reader>> = {
  pipeline: (text) => [...lines(text), ...quoted(text)],
  platform: (text) => [...settingLines(text), ...quoted(text)],
  image: builds,
  services: lines,
  definitions: localPrograms,
  makefile: recipes,
  script,
  program: script,
  lines,
  strings,
  markup,
  nix,
  python: code("python3 -c"),
  javascript: code("node -e"),
  ruby: code("ruby -e"),
};

/** The command lines in a text, each once and read as the kind of its file has them, and whether these are all of them. */
export function commandsIn(text: string, reading: Reading): { passages: Passage[]; isAll: boolean } {
  const found = new Map<string, Passage>();
  for (const passage of READERS[reading]?.(text) ?? [])
    if (isCommand(passage.command) && REACHES.test(passage.command) && !found.has(passage.command))
      found.set(passage.command, passage);
  return { passages: [...found.values()].slice(0, MAX_PASSAGES), isAll: found.size <= MAX_PASSAGES };
}
