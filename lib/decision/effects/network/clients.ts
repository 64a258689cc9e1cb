/** Clients that hand files and texts to a server, a chat or a store: where on their command lines stands what goes where. */
export type Client = {
  /** Tried on all words of the call: only some calls send. */
  when?: RegExp;
  /** Options that name the other end. */
  to?: readonly string[];
  /** The operand that names it; -1 for the last one. */
  at?: number;
  /** Where it goes when nothing says so; null for wherever the program's settings say. */
  host: string | null;
  /** Options that name a file. */
  files?: readonly string[];
  /** Operands from this one on name files; -1 for the last one alone. */
  rest?: number;
  /** Options that give a text. */
  texts?: readonly string[];
  /** A place of this machine looks alike: only one that names another machine counts. */
  remote?: true;
  /** Options with a value that is none of these. */
  values?: readonly string[];
  /** As in `addSend`. A plain file asks for nobody's approval over `chat`: that is what these are for. */
  via: "chat" | "http" | "paste" | "ftp";
};

const MQTT_VALUES = ["-p", "-t", "-q", "-i", "-I", "-u", "-P", "-k", "-A", "-V", "--cafile", "--capath", "--cert", "--key", "--repeat", "--repeat-delay", "--topic", "--port", "--username", "--pw", "--id", "--qos"]; // prettier-ignore
const MQTT: Client = { to: ["-h", "--host", "-L", "--url", "--hostname"], host: "localhost", files: ["-f", "--file"], texts: ["-m", "--message"], values: MQTT_VALUES, via: "http" }; // prettier-ignore
const KAFKA: Client = { when: /(?:^| )-\w*P/, to: ["-b"], host: "localhost", rest: 0, values: ["-t", "-p", "-k", "-K", "-D", "-X", "-F", "-H", "-c", "-o", "-z", "-d", "-T", "-G"], via: "http" }; // prettier-ignore
const CONSOLE: Client = { to: ["--bootstrap-server", "--broker-list"], host: "localhost", via: "http" };
const REDIS: Client = { to: ["-u", "-h"], host: "localhost", values: ["-p", "-a", "--pass", "--user", "-n", "-r", "-i", "--cacert", "--cert", "--key"], via: "chat" }; // prettier-ignore
const SLACK: Client = { host: "slack.com", files: ["-f", "--file"], texts: ["-m", "--message", "-t", "--text"], values: ["-c", "--channel", "-d", "--dest", "--token"], via: "chat" }; // prettier-ignore
const MATRIX: Client = { to: ["--homeserver"], host: "matrix.org", files: ["-f", "--file", "-i", "--image", "-a", "--audio"], texts: ["-m", "--message"], values: ["-r", "--room", "-s", "--store", "-c", "--credentials"], via: "chat" }; // prettier-ignore
const XMPP: Client = { host: null, files: ["-a", "--attach", "--http-upload", "-h", "-m", "--message"], values: ["-u", "-p", "-j", "-f", "--file", "-r"], via: "chat" }; // prettier-ignore
/** Trackers take what is told in whatever option. */
const TRACKER: Client = { when: /(?:^| )(?:create|add|comment|edit|update|post|new)(?: |$)/, host: null, via: "chat" };
const BACKUP: Client = { host: null, remote: true, at: -1, rest: 0, via: "chat" };
const STORE = (host: string | null, when: RegExp, rest: number): Client => ({ host, when, rest, via: "ftp" });

export const CLIENTS: Readonly<Record<string, Client>> = {
  // Message queues.
  mosquitto_pub: MQTT, mosquitto_rr: MQTT, mqtt: { ...MQTT, when: /^pub/, files: ["-m:file", "--message-file"] }, mqttx: { ...MQTT, when: /^pub/, files: ["--file-read"] },
  kcat: KAFKA, kafkacat: KAFKA, "kafka-console-producer": CONSOLE, "kafka-console-producer.sh": CONSOLE, kaf: { when: /^produce/, to: ["-b", "--brokers"], host: null, via: "http" }, rpk: { when: /^topic produce/, to: ["--brokers"], host: null, via: "http" },
  "pulsar-client": { when: /(?:^| )produce /, to: ["--url"], host: "localhost", files: ["-f", "--files"], texts: ["-m", "--messages"], via: "http" },
  nats: { when: /(?:^| )(?:pub|publish|req|request|kv put|kv create|object put|obj put) /, to: ["-s", "--server"], host: "localhost", rest: 3, via: "http" },
  "amqp-publish": { to: ["-u", "--url", "-s", "--server"], host: "localhost", texts: ["-b", "--body"], via: "http" }, rabbitmqadmin: { when: /(?:^| )publish /, to: ["-H", "--host"], host: "localhost", values: ["-P", "-u", "-p", "-V"], via: "chat" },
  "redis-cli": REDIS, "valkey-cli": REDIS, "keydb-cli": REDIS,
  // Calls and streams.
  websocat: { at: 0, host: null, values: ["-H", "--header", "--protocol", "--origin", "--basic-auth", "--ping-interval"], via: "http" }, wscat: { to: ["-c", "--connect"], host: null, texts: ["-x", "--execute"], via: "http" },
  grpcurl: { at: 0, host: null, texts: ["-d"], values: ["-H", "-rpc-header", "-reflect-header", "-proto", "-protoset", "-import-path", "-max-time", "-connect-timeout", "-cacert", "-cert", "-key", "-authority", "-servername", "-max-msg-sz", "--proto", "--import-path"], via: "http" },
  ghz: { at: -1, host: null, files: ["-D", "--data-file", "--binary-file"], texts: ["-d", "--data"], via: "http" },
  ab: { at: -1, host: null, files: ["-p", "-u"], via: "http" }, hey: { at: -1, host: null, files: ["-D"], texts: ["-d"], via: "http" }, oha: { at: -1, host: null, files: ["-D"], texts: ["-d"], via: "http" }, bombardier: { at: -1, host: null, files: ["-f", "--body-file"], texts: ["-b", "--body"], via: "http" },
  zabbix_sender: { to: ["-z", "--zabbix-server"], host: null, files: ["-i", "--input-file"], texts: ["-o", "--value"], via: "chat" }, logger: { when: /(?:^| )(?:-n|--server)/, to: ["-n", "--server"], host: "localhost", files: ["-f", "--file"], via: "chat" },
  mongoimport: { to: ["--uri", "-h", "--host"], host: "localhost", files: ["--file"], via: "chat" }, "sentry-cli": { when: /(?:^| )(?:upload-\S+|send-e\S+|(?:sourcemaps|files|debug-files|dif) .*upload) /, to: ["--url"], host: "sentry.io", rest: 0, values: ["--auth-token", "--api-key", "-o", "--org", "-p", "--project", "--header", "--log-level"], via: "chat" },
  // A deployment's settings, where the account that gets them is named in the call.
  vercel: { when: /(?:^| )(?:--scope|-S|--team)[ =]/, host: "vercel.com", texts: ["-e", "--env", "-b", "--build-env"], via: "http" },
  // Chats.
  slackcat: { host: "slack.com", rest: 0, values: ["-c", "--channel", "-n", "--filename", "--comment"], via: "chat" }, "slack-cli": SLACK, slackcli: SLACK, "slack-term": SLACK,
  "telegram-send": { host: "telegram.org", files: ["-f", "--file", "-i", "--image", "--video", "--audio", "--animation", "--sticker"], values: ["--config", "--caption", "--format", "--timeout"], via: "chat" }, "telegram-upload": { host: "telegram.org", rest: 0, values: ["--to", "--config", "--caption"], via: "chat" },
  "matrix-commander": MATRIX, "matrix-commander-rs": MATRIX, sendxmpp: XMPP, "go-sendxmpp": XMPP,
  "signal-cli": { when: /(?:^| )send(?: |$)/, host: "signal.org", files: ["-a", "--attachment"], texts: ["-m", "--message"], via: "chat" }, apprise: { at: -1, host: null, files: ["-a", "--attach"], texts: ["-b", "--body", "-t", "--title"], via: "chat" },
  ntfy: { when: /^(?:pub|publish|send)(?: |$)/, host: "ntfy.sh", files: ["-f", "--file"], texts: ["-m", "--message"], via: "chat" }, "discord.sh": { to: ["--webhook-url"], host: "discord.com", files: ["--file"], texts: ["--text"], via: "chat" },
  mmctl: { when: /^post create/, host: null, texts: ["-m", "--message"], via: "chat" }, "zulip-send": { to: ["--site"], host: null, texts: ["-m", "--message"], via: "chat" }, toot: { when: /^(?:post|upload)/, host: null, files: ["-m", "--media"], via: "chat" },
  "kdeconnect-cli": { host: null, files: ["--share"], via: "chat" }, tailscale: { when: /^file cp /, at: -1, host: null, rest: 2, via: "chat" },
  // Trackers, reports and models.
  jira: TRACKER, linear: TRACKER, acli: TRACKER, tea: TRACKER, asana: TRACKER, trello: TRACKER, himalaya: { when: /(?:^| )send(?: |$)/, host: null, via: "chat" },
  "datadog-ci": { when: /(?:^| )upload /, host: "datadoghq.com", rest: 2, values: ["--service", "--env", "--tags"], via: "chat" }, codecov: { host: "codecov.io", files: ["-f", "--file"], via: "chat" }, codecovcli: { when: /upload/, host: "codecov.io", files: ["-f", "--file"], via: "chat" }, "bugsnag-cli": { when: /^upload /, host: "bugsnag.com", rest: 2, via: "chat" },
  "huggingface-cli": { when: /^upload/, host: "huggingface.co", rest: 2, via: "chat" }, hf: { when: /^upload/, host: "huggingface.co", rest: 2, via: "chat" }, wandb: { when: /^artifact put /, host: "wandb.ai", rest: 2, via: "chat" }, mlflow: { when: /^artifacts log-artifact/, host: null, files: ["--local-file", "--local-dir"], via: "chat" },
  influx: { when: /^write/, to: ["--host"], host: "localhost", files: ["-f", "--file"], via: "chat" }, promtool: { when: /^push metrics /, at: 2, host: null, rest: 3, via: "chat" }, "memcached-tool": { at: 0, host: null, via: "chat" },
  // Copies kept elsewhere.
  restic: { when: /(?:^| )backup(?: |$)/, to: ["-r", "--repo"], host: "localhost", remote: true, rest: 1, values: ["-p", "--password-file", "--tag", "--exclude", "-e", "--host", "--cacert"], via: "chat" }, borg: { when: /^create /, at: 1, host: null, remote: true, rest: 2, values: ["-C", "--compression", "-e", "--exclude"], via: "chat" },
  duplicity: BACKUP, "rdiff-backup": BACKUP, unison: BACKUP,
  lp: { to: ["-h"], host: "localhost", rest: 0, values: ["-d", "-n", "-o", "-t"], via: "chat" }, lpr: { to: ["-H"], host: "localhost", rest: 0, values: ["-P", "-o", "-T"], via: "chat" }, "bluetooth-sendto": { host: null, rest: 0, via: "chat" }, obexftp: { host: null, files: ["-p", "--put"], values: ["-b", "-B"], via: "chat" },
  // Paste and file services, and stores of files.
  wgetpaste: { host: "pastebin.com", rest: 0, values: ["-s", "-l", "-d", "-n"], via: "paste" }, fpaste: { host: "pastebin.com", rest: 0, via: "paste" }, nopaste: { host: "pastebin.com", rest: 0, via: "paste" }, haste: { host: "hastebin.com", rest: 0, via: "paste" }, hastebin: { host: "hastebin.com", rest: 0, via: "paste" },
  pbincli: { when: /^send/, to: ["-s", "--server"], host: "privatebin.net", files: ["-f", "--file"], texts: ["-t", "--text"], via: "paste" }, transferwee: { when: /^upload/, host: "wetransfer.com", rest: 1, via: "paste" }, sendme: { when: /^send/, host: null, rest: 1, via: "paste" },
  "magic-wormhole": { when: /^send/, host: null, rest: 1, via: "paste" }, iroh: { when: /(?:^| )send/, host: null, rest: 1, via: "paste" }, "transfer.sh": { host: "transfer.sh", rest: 0, via: "paste" }, transfer: { host: null, rest: 0, via: "chat" }, b2: STORE("backblazeb2.com", /^(?:file upload|upload-file) /, 2), b2v4: STORE("backblazeb2.com", /^file upload /, 2),
  ftpput: { at: 0, host: null, rest: -1, values: ["-u", "-p", "-P"], via: "ftp" },
  dbxcli: STORE("dropbox.com", /^put /, 1), gdrive: STORE("drive.google.com", /^(?:files )?upload/, 1), gupload: STORE("drive.google.com", /^/, 0), skicka: STORE("drive.google.com", /^upload/, 1), megaput: STORE("mega.nz", /^/, 0), "mega-put": STORE("mega.nz", /^/, 0), ia: STORE("archive.org", /^upload/, 2),
  swift: STORE(null, /(?:^| )upload /, 2), ossutil: STORE(null, /^cp /, 1), ossutil64: STORE(null, /^cp /, 1), coscli: STORE(null, /^cp /, 1), coscmd: STORE(null, /^upload /, 1), obsutil: STORE(null, /^cp /, 1), wrangler: { when: /^r2 object put /, host: "r2.cloudflarestorage.com", files: ["-f", "--file"], via: "chat" }, oci: { when: /^os object put/, host: "oraclecloud.com", files: ["--file"], via: "chat" }, "linode-cli": STORE(null, /^obj put /, 2),
}; // prettier-ignore
