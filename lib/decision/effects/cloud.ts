import { delicacyOf } from "../credential-paths";
import type { SimpleCommand, Word } from "../shell/types";
import { NOTHING_TRUSTED } from "../types";
import { isInspection, operands, optionValues } from "./arguments";
import { clip } from "./clip";
import { destinationOf, hostOf } from "./network/destinations";
import { downloaded, fileSource, isWhole } from "./network/sending";
import { flowInto, worst } from "./secrets/flow";
import { isTestName, settingsOf } from "./rehearsal";
import { add, pathOf, type Maker, type Scene } from "./scene";

const BUCKET_URL =
  /^(?:s3|gs|az|r2|b2|wasbs?|abfss?|oss|cos|minio):\/\/|^[\w-]+:(?!\/\/)[\w./-]*$|^:(?!local\b|memory\b)[a-z\d]+[,:]|^https?:\/\/[^/]*(?:amazonaws\.com|storage\.googleapis\.com|blob\.core\.windows\.net|r2\.cloudflarestorage\.com)/i;

/** `aws --endpoint-url http://localhost:4566`, a topic for tests of a broker here: a stand-in of a shared service on this machine. */
export function isLocalCloud(command: SimpleCommand, scene: Scene): boolean {
  const isBroker = BROKER_TOOL.test(command.name);
  if (!isBroker && command.name !== "aws") return false;
  if (command.where === "remote" || command.wrappers.some((name) => ELSEWHERE.test(name))) return false;
  const settings = mayBeTakenBack(command, scene) ? [...command.assignments] : settingsOf(command, scene);
  const named = settings.flatMap(([name, word]) => (name.startsWith("AWS_ENDPOINT_URL") ? [word] : []));
  const places = isBroker
    ? optionValues(command, "--bootstrap-server", "--zookeeper")
    : [...optionValues(command, "--endpoint-url"), ...named];
  const isHere = ({ value }: Word) => destinationOf(hostOf(value), NOTHING_TRUSTED) === "local";
  return places.length > 0 && places.every(isHere) && (!isBroker || isForTests(command));
}

/** What was exported may not hold any more: `unset X`, `env -u X aws ...`. */
const mayBeTakenBack = ({ wrappers }: SimpleCommand, { reading }: Scene): boolean =>
  wrappers.includes("env") || reading.commands.some(({ name }) => name === "unset");

const BROKER_TOOL = /^kafka-[\w-]+(?:\.sh)?$/;
/** In a pod or on another machine, `localhost` is not this one. */
const ELSEWHERE = /^(?:kubectl|oc|ssh)$/;

/** A broker here may well be the one that others work with; what is called so is for tests. */
function isForTests(command: SimpleCommand): boolean {
  const names = optionValues(command, "--topic", "--group", "--entity-name");
  return names.length > 0 && names.every(({ value }) => isTestName(value));
}

/** Copies to a bucket: what goes, and whether the bucket is the organization's. */
export const upload: Maker = (command, scene) => {
  if (isInspection(command) || isEmulator(command)) return;
  const words = operands(command, [
    "--connection-string",
    "--sas-token",
    "--account-key",
    "--profile",
    "--region",
    "--acl",
    "--storage-class",
    "--exclude",
    "--include",
    "-h",
    "--bucket",
    "--key",
    "--account-name",
    "-n",
    "--name",
    "-c",
    "--container-name",
  ]);
  const verb = words.findIndex((word) =>
    /^(cp|mv|sync|copy|copyto|move|rsync|put|upload|upload-batch|put-object|mirror|rcat)$/.test(word.value),
  );
  if (verb === -1) return;
  const target = words.findLast((word, i) => i > verb && BUCKET_URL.test(word.value));
  const named = bucketOption(command);
  if (target === undefined && named === null) return;
  if (target !== undefined && words.indexOf(target) === verb + 1 && words.length > verb + 2)
    return downloaded(words.at(-1) as Word, target, command, scene);
  const url = target?.value ?? (named as string);
  const sources = words.slice(verb + 1).filter((word) => word !== target && !BUCKET_URL.test(word.value));
  const files = [
    ...sources,
    ...command.args.filter((_, i) => /^(--body|-f|--file|-s|--source)$/.test(command.args[i - 1]?.value ?? "")),
  ];
  send(url, files, command, scene);
};

/** The store of files that developers run in the place of Azure's. */
const isEmulator = (command: SimpleCommand): boolean =>
  command.name === "az" && optionValues(command, "--connection-string").some(({ value }) => /UseDevelopmentStorage=true|BlobEndpoint=https?:\/\/(?:127\.0\.0\.1|localhost|azurite)[:/]/i.test(value)); // prettier-ignore

function bucketOption(command: SimpleCommand): string | null {
  const value = (pattern: RegExp) => command.args.find((_, i) => pattern.test(command.args[i - 1]?.value ?? ""))?.value;
  const bucket = value(/^--bucket$/);
  if (bucket !== undefined) return `s3://${bucket}/`;
  const account = value(/^--account-name$/);
  const container = value(/^(-c|--container-name|-d|--destination)$/);
  if (command.name !== "az" || (account === undefined && container === undefined)) return null;
  return `https://${account ?? "unknown"}.blob.core.windows.net/${container ?? ""}`;
}

/** A bucket that by its name holds what customers, production or a secret store keep. */
const GUARDED = /^\w+:\/\/[^/]*(?:secret|credential|backup|customer|pii|(?:^|[^a-z])prod)/i;
const takesGuarded = (command: SimpleCommand): boolean =>
  command.args.some(({ value }, i, words) => GUARDED.test(value) && words.slice(i + 1).some((word) => BUCKET_URL.test(word.value))); // prettier-ignore

function send(url: string, files: readonly Word[], command: SimpleCommand, scene: Scene): void {
  const flow = [...files.flatMap((word) => fileSource(word, command, scene)), ...flowInto(command, scene, [])];
  const source = worst(flow);
  const trusted = scene.trust.bucket(url);
  const carries = source?.sort ?? "file";
  const open = /--acl[= ]public|publicRead|allUsers/.test(command.args.map((arg) => arg.value).join(" "));
  add(scene, "send", "bucket", url, source ?? command, `copies ${clip(source?.label ?? "files")} to ${clip(url)}`, {
    carries, label: clip(source?.label ?? "files"), to: trusted ? "trusted" : "unknown", via: "bucket", bulk: takesGuarded(command) || files.some((word) => { const path = pathOf(word, command, scene); return path !== null && (isWhole(path, scene, true) || delicacyOf(path, scene.home) !== null); }), url: clip(url), open,
  }); // prettier-ignore
}
