/** Code that speaks to others: the clients it loads, the code it gets from there and runs, the models it loads. */

/** Modules whose use is to reach other machines, in the languages people write one-liners in. */
const CLIENTS =
  "requests|urllib3?|urllib\\.request|httpx|aiohttp|http\\.client|pycurl|socket|xmlrpc\\.client|telnetlib3?|smtplib|ftplib|paramiko|fabric|websockets?|boto3|botocore|dropbox|pydrive2?|google\\.cloud\\.storage|azure\\.storage\\.blob|" +
  "openai|anthropic|cohere|mistralai|groq|together|replicate|deepseek|dashscope|zhipuai|xai[-_]sdk|google\\.(?:generativeai|genai)|@google/gen(?:erative-)?ai|@anthropic-ai/sdk|litellm|langchain\\w*|llama_index|huggingface_hub|ollama|" +
  "slack_sdk|telegram|telebot|telethon|pyrogram|discord|discord_webhook|tweepy|twilio|sendgrid|mailgun|yagmail|apprise|dns\\.resolver|dnspython|paho(?:\\.\\w+)*|pika|stomp|websocket|kafka|nats|resolv|" +
  "axios|node-fetch|undici|got|superagent|nodemailer|ws|(?:node:)?(?:https?|http2|net|dgram|dns|tls)|net/http|open-uri|net/smtp|socket\\.io|LWP(?:::\\w+)*|HTTP::Tiny|IO::Socket(?:::\\w+)?|Net::SMTP";
const LOADS = new RegExp(
  String.raw`(?:\b(?:import|from|use)\s{1,3}|,\s?|\brequire\s{0,2}\(?\s?["']|\bfrom\s{1,3}["']|\bimport\s?\(\s?["'])(${CLIENTS})(?![\w.-])`,
);
const URL_IN_CODE = /\bhttps?:\/\/[^\s"'`)\\]{1,300}/;

/** The first client that code loads, and the first address in it. */
export function clientIn(text: string): { name: string; url: string | null } | null {
  const name = LOADS.exec(text)?.[1];
  return name === undefined ? null : { name, url: URL_IN_CODE.exec(text)?.[0] ?? null };
}

const FETCHES =
  /\b(?:urlopen|urllib|requests\.get|httpx\.get|URI\.open|open-uri|LWP::Simple|file_get_contents\(["']http|(?:import|from) (?:openai|anthropic|litellm|langchain\w*|ollama|google\.generativeai|groq|cohere))/;
/** Not the `compile` and `exec` of patterns. */
const RUNS_TEXT = /(?<![\w.])(?:exec|eval|compile)\s*\(|\b(?:builtins\.exec|instance_eval)\s*\(/;

/** JavaScript that evaluates an answer, modules from an address, and the same in languages whose calls need no brackets. */
const RUNS_ANSWER =
  /\b(?:fetch|https?["']\)\s?\.get|axios\.get|got)\s?\(\s?["'`]https?:[\s\S]{0,300}?\b(?:eval|Function|runInThisContext|runInNewContext)\b|\bimport\s?\(\s?["'`]https?:|\b(?:eval|instance_eval|class_eval)\s{1,3}(?:get|URI\.open|Net::HTTP\.get|open)\b/;

/** Whether code runs what it gets from elsewhere: a page, or a model's answer. */
export const fetchesCode = (text: string): boolean =>
  (FETCHES.test(text) && RUNS_TEXT.test(text)) || RUNS_ANSWER.test(text);

const HUB =
  /\bhub\.load\s?\(\s?["']([\w.-]{1,100}\/[\w.-]{1,100})(?::[\w.-]{1,100})?["'][^()]{0,300}\btrust_repo\s?=\s?True/;
const MIX = /\bMix\.install\b[\s\S]{0,300}?\b(git|github):\s?["']([^"'\s]{1,300})["']/;
const SOURCED = /\b(?:source|source_url)\s?\(\s?["'](https?:[^"'\s]{1,300})["']/;
const FROM_FORGE = /\binstall_(github|gitlab)\s?\(\s?["']([\w.-]{1,100}\/[\w.-]{1,100})/;

/** A repository or an address whose code a call loads by itself. */
export function codeFetched(text: string): { url: string; how: string } | null {
  if (!/hub\.load|Mix\.install|source|install_git/.test(text)) return null;
  const hub = HUB.exec(text)?.[1];
  if (hub !== undefined) return { url: `https://github.com/${hub}`, how: "repository" };
  const [, kind, place = ""] = MIX.exec(text) ?? [];
  if (kind !== undefined) return { url: kind === "git" ? place : `https://github.com/${place}`, how: "repository" };
  const [, forge, path] = FROM_FORGE.exec(text) ?? [];
  if (forge !== undefined) return { url: `https://${forge}.com/${path}`, how: "repository" };
  const url = SOURCED.exec(text)?.[1];
  return url === undefined ? null : { url, how: "address" };
}

const LOADERS =
  /\b(?:torch\.load|(?:c?pickle|cloudpickle|dill|joblib|marshal|Marshal|shelve)\.(?:load|loads|open)|(?:np|numpy)\.load|pd\.read_pickle|load_model|yaml\.unsafe_load|unserialize)\s*\(/i;
const FILE =
  /["'`]([^"'`\n]{1,300}\.(?:pt|pth|pkl|pickle|joblib|bin|ckpt|npy|npz|h5|keras|dill|model|msgpack|dat|ser))["'`]/i;

/** A file that code loads in a form that runs code of its own; null where it loads none. */
export const loadsModel = (text: string): string | null => (LOADERS.test(text) ? (FILE.exec(text)?.[1] ?? null) : null);
