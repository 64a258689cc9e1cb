import type { SimpleCommand } from "../shell/types";
import { isInspection, operands, optionValues } from "./arguments";
import { clip } from "./clip";
import { add, type Maker } from "./scene";

/** Databases, tables and disks written out whole to a bucket, without passing this machine. */

type Exporter = { verbs: RegExp; flags: readonly string[] };

const VALUES = ["--profile", "--region", "--project", "--account", "--format", "-n", "--name", "-g", "--resource-group", "-s", "--server", "-u", "--admin-user", "-p", "--admin-password"]; // prettier-ignore
const EXPORTERS: Readonly<Record<string, Exporter>> = {
  aws: {
    verbs: /^(?:rds start-export-task|dynamodb export-table-to-point-in-time|ec2 (?:export-image|create-instance-export-task|create-store-image-task)|logs create-export-task|cloudformation create-generated-template|s3api put-bucket-replication)/,
    flags: ["--s3-bucket-name", "--s3-bucket", "--bucket", "--destination", "--s3-export-location", "--export-to-s3-task"],
  },
  gcloud: { verbs: /^(?:(?:alpha|beta) )?(?:sql export|firestore export|datastore export|spanner databases export|compute images export|bigtable|transfer jobs create)/, flags: ["--destination-uri", "--output-uri"] },
  az: { verbs: /^(?:sql db export|postgres|mysql|cosmosdb|snapshot|disk grant-access)/, flags: ["--storage-uri", "--destination"] },
  bq: { verbs: /^extract/, flags: [] },
}; // prettier-ignore

export const exportsData: Maker = (command, scene) => {
  const exporter = EXPORTERS[command.name];
  if (exporter === undefined || isInspection(command)) return;
  const words = operands(command, VALUES).map(({ value }) => value);
  if (!exporter.verbs.test(words.slice(0, 4).join(" "))) return;
  const bucket = bucketIn(command, exporter, words);
  if (bucket === null) return;
  const to = scene.trust.bucket(bucket) ? "trusted" : "unknown";
  add(scene, "send", "bucket", bucket, command, `writes stored data out to ${clip(bucket)}`, {
    carries: "file", label: "stored data", to, via: "bucket", bulk: !bucket.startsWith("file"), whole: false, catcher: false, url: clip(bucket), open: false,
  }); // prettier-ignore
};

/** Where it goes, as an address. */
function bucketIn(command: SimpleCommand, { flags }: Exporter, words: readonly string[]): string | null {
  // What is replicated is named by `--bucket`, and where to in its settings.
  const named = [...optionValues(command, "--replication-configuration").map(({ value }) => value), ...optionValues(command, ...flags).map(({ value }) => value), ...words.filter((word) => /^\w+:\/\//.test(word))]; // prettier-ignore
  // Of several places the last one is where it goes.
  const first = words[0] === "transfer" ? named.at(-1) : named[0];
  if (first === undefined) return null;
  const bucket = /(?:^|,)S3Bucket=([\w.-]+)|"Bucket"\s?:\s?"(?:arn:aws[\w-]*:s3:::)?([\w.-]+)"|\bBucket=(?:arn:aws[\w-]*:s3:::)?([\w.-]+)/.exec(first)?.slice(1).find((one) => one !== undefined) ?? first; // prettier-ignore
  return bucket.includes("://") ? bucket : `s3://${bucket}`;
}
