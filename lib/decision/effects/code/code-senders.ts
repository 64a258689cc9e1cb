import { matchesOf } from "../../matches";
/** Calls by which code hands something to others, in the client libraries people use. */

type Sender = {
  /** As the classifier's rules name the ways data leaves. */
  via: "http" | "mail" | "ftp" | "socket" | "bucket" | "dns";
  /** Where the library sends to when the code does not say. */
  host: string | null;
  /** Its first argument is an address, and not what is sent. */
  addressed: boolean;
  /** One of its arguments, the first where none is named so, is the path of a file that is sent. */
  file: boolean;
};

const sender = (via: Sender["via"], host: string | null, form?: "addressed" | "file"): Sender => ({
  via,
  host,
  addressed: form === "addressed",
  file: form === "file",
});

/** Each pattern ends where the arguments begin. */
const SENDERS: readonly (readonly [string, Sender])[] = [
  [String.raw`(?:chat\.)?completions\.create|responses\.create|embeddings\.create|ChatCompletion\.create|openai\.files\.create`, sender("http", "api.openai.com")],
  [String.raw`messages\.(?:create|stream)`, sender("http", "api.anthropic.com")],
  [String.raw`generate_content|generateContent`, sender("http", "generativelanguage.googleapis.com")],
  [String.raw`litellm\.completion|cohere\.\w{1,20}|replicate\.run`, sender("http", null)],
  [String.raw`(?:requests|httpx|session|axios|got|superagent|client|https?|Faraday|HTTParty|RestClient|Typhoeus|HTTP)\.(?:post|put|patch|get)`, sender("http", null, "addressed")],
  [String.raw`urllib\.request\.(?:urlopen|Request)|urlopen|axios|fetch|Net::HTTP\.post(?:_form)?|http_post|\$ua->post|sendBeacon`, sender("http", null, "addressed")],
  [String.raw`URI\.open|open-uri|webbrowser\.open(?:_new(?:_tab)?)?|file_get_contents|new WebSocket|Net::HTTP\.get(?:_response)?|(?:HTTP::Tiny->new|\$ua|\$http)->(?:get|post|post_form|put|request)|LWP::Simple::get|download\.file`, sender("http", null, "addressed")],
  [String.raw`http\.(?:Post|PostForm)|reqwest::get|ureq::post|httr2?::(?:POST|PUT)|HTTPoison\.(?:post|put)!?|Req\.(?:post|put)!?`, sender("http", null, "addressed")],
  [String.raw`http\.NewRequest(?:WithContext)?|:httpc\.request|curl_setopt(?:_array)?|\.(?:body|send_bytes|send_string|send_form|POST|PUT)`, sender("http", null)],
  [String.raw`(?:c|conn|connection|h)\.request|https?\.request\([^()]{0,300}\)\.(?:end|write)|req(?:uest)?\.(?:end|write)`, sender("http", null)],
  [String.raw`socket\.(?:gethostbyname(?:_ex)?|getaddrinfo)|dns\.(?:resolver\.(?:query|resolve)|promises\.\w{1,10}|lookup|resolve\w{0,6})|Deno\.resolveDns|net\.Lookup\w{2,6}|Resolv\.getaddress(?:es)?|gethostbyname|dns_get_record|checkdnsrr`, sender("dns", null)],
  [String.raw`upload_file|upload_fileobj|uploadFile|fput_object`, sender("bucket", null, "file")],
  [String.raw`put_object|putObject|PutObjectCommand|upload_blob|upload_from_string`, sender("bucket", null)],
  [String.raw`upload_from_filename|upload_from_file`, sender("bucket", null, "file")],
  [String.raw`mail|sendmail|send_message|sendMail|send_mail`, sender("mail", null)],
  [String.raw`storbinary|storlines|putbinaryfile|puttextfile`, sender("ftp", null)],
  [String.raw`sftp\.put|open_sftp\(\)\.put|SFTPClient\.from_transport\([^()]{0,40}\)\.put|scp\.put|putfo|ftp\.put`, sender("ftp", null, "file")],
  [String.raw`files_upload(?:_v2)?|chat_postMessage|chat\.postMessage`, sender("http", "slack.com", "file")],
  [String.raw`(?:s|sock|socket|client|conn|connection|ws)\.(?:sendall|sendto|send|write|end|print|puts|syswrite|Write)|fwrite|fputs`, sender("socket", null)],
]; // prettier-ignore

const CALLED = SENDERS.map(([names]) => `(${names})`).join("|");
const CALL = new RegExp(String.raw`(?<![\w$])(?:${CALLED})(?=\()`, "g");

export type Sending = { sender: Sender; open: number };

/** Calls that send, with where their arguments open. */
export const sendingsIn = (text: string): Sending[] =>
  matchesOf(text, CALL).flatMap((match) => {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const found = SENDERS[which]?.[1];
    const open = match.index + match[0].length;
    return found === undefined ? [] : [{ sender: found, open }];
  });
