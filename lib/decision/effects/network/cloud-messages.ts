import { after } from "../../shell/word";
import type { SimpleCommand, Word } from "../../shell/types";
import { optionValues, verbFirst } from "../arguments";
import { flowInto } from "../secrets/flow";
import type { Maker, Scene, Source } from "../scene";
import { destinationOf, hostOf, isOurs } from "./destinations";
import { addSend, fileSource, noInput } from "./sending";

/** Calls of clouds' own tools that hand a text to a queue, a topic, a stream, a model or a mailbox. */
const CALLS: Readonly<Record<string, RegExp>> = {
  aws: /^(?:sqs send-message|sns publish|events put-events|kinesis put-record|firehose put-record|logs put-log-events|lambda invoke|sesv?2? send-|ses send-|stepfunctions start-execution|dynamodb (?:put|batch-write)|iot-data publish|bedrock-runtime (?:invoke-model|converse)|pinpoint send-|chime\S* send-)/,
  gcloud: /^(?:(?:alpha|beta) )?(?:pubsub topics publish|tasks create-\S+-task|workflows (?:run|execute)|functions call|logging write|eventarc publish)/,
  az: /^(?:storage (?:message|queue) put|eventgrid event send|servicebus|eventhubs|iot hub send|communication|rest)/,
}; // prettier-ignore
const ADDRESSES = ["--queue-url", "--endpoint-url", "--url", "--uri"];
/** Options that are how a call signs in, and what it is told. */
const OWN =
  /^--(?:region|profile|output|query|account-key|sas-token|connection-string|key|project|subscription)(?:=|$)/;

const sends: Maker = (written, scene) => {
  const command = verbFirst(written);
  const calls = CALLS[command.name];
  if (calls === undefined || !calls.test(command.args.slice(0, 4).map(({ value }) => value).join(" "))) return; // prettier-ignore
  const [address] = optionValues(command, ...ADDRESSES);
  const host = address === undefined ? null : hostOf(address.value);
  if (isOurs(destinationOf(host, scene.trust))) return;
  const sent = command.args
    .filter((_, i) => !OWN.test(command.args[i - 1]?.value ?? ""))
    .flatMap((word) => carried(word, command, scene))
    // The project's own files are what such calls are given all the time.
    .filter(({ sort, label }) => sort !== "file" && sort !== "history" && !label.startsWith("$"));
  if (sent.length > 0) addSend(address ?? null, address?.value ?? `${command.name} ${command.args[0]?.value ?? ""}`, sent, "chat", command, scene); // prettier-ignore
};

/** `file://FILE`, `fileb://FILE`, `Message=file://FILE`: the tool puts in what the file holds. */
function carried(word: Word, command: SimpleCommand, scene: Scene): Source[] {
  const at = /^(?:--?[\w-]{1,60}=)?(?:[\w.-]{1,60}=)?fileb?:\/\//.exec(word.value)?.[0].length;
  return at === undefined ? flowInto(noInput(command), scene, [word]) : fileSource(after(word, at), command, scene);
}

export const CLOUD_MESSAGE_MAKERS: Readonly<Record<string, Maker>> = { aws: sends, gcloud: sends, az: sends };
