import { delicacyOf } from "../credential-paths";
import type { SimpleCommand, Word } from "../shell/types";
import { isInspection, operands } from "./arguments";
import { clip } from "./clip";
import { downloaded, fileSource } from "./sending";
import { flowInto, worst } from "./flow";
import type { Phrasebook } from "./phrases";
import { add, pathOf, type Maker, type Scene } from "./scene";

const DELETES = "deletes cloud resources";
const GRANTS = "grants access";

export const CLOUD_PHRASES: Phrasebook = {
  aws: [
    { when: /\bs3(api)? (rm\b.*--recursive|rb\b|delete-bucket\b|delete-objects\b)/, kind: "cloud-change", note: "deletes a bucket or many objects", traits: { act: "mass-delete" } },
    { when: /\bs3 sync\b.*--delete/, kind: "cloud-change", note: "deletes objects that are not in the source", traits: { act: "mass-delete" } },
    { when: /\bs3 rm\b/, kind: "cloud-change", note: "deletes an object", traits: { act: "delete" } },
    { when: /\bs3api put-(bucket-(policy|acl|public-access-block)|object-acl|public-access-block)|delete-public-access-block|--acl public-read/, kind: "cloud-change", note: "changes who can read a bucket", traits: { act: "expose" } },
    { when: /\biam (attach|put|add|create-(access-key|user|role|login-profile|policy-version)|update-assume|update-login)|sts assume-role\b.*admin|organizations |sso-admin create|kms (create-grant|put-key-policy)/, kind: "cloud-change", note: GRANTS, traits: { act: "grant" } },
    { when: /\broute53(domains)? (change|create|delete|update|register|transfer)|\bacm (delete|import)/, kind: "cloud-change", note: "changes DNS or certificates", traits: { act: "dns" } },
    { when: /\b(cloudtrail (stop|delete|update|put)|logs (delete|put-retention)|guardduty (delete|update|stop)|config(service)? (stop|delete)|securityhub disable|cloudwatch (delete|disable))/, kind: "guard-change", note: "turns logging or detection off", traits: { what: "logging" } },
    { when: /\b(secretsmanager (put|update|create|delete|rotate)|ssm put-parameter\b.*Secure)/, kind: "cloud-change", note: "writes to the secret store", traits: { act: "secret-write" } },
    { when: /\bec2 (authorize-security-group-ingress|modify-instance-attribute)\b.*0\.0\.0\.0\/0|ec2 authorize-security-group-ingress/, kind: "cloud-change", note: "opens the network", traits: { act: "expose" } },
    { when: /\b(terminate-instances|delete-(?!message\b)[\w-]+|deregister-[\w-]+|remove-[\w-]+|purge-queue|schedule-key-deletion|stop-instances|cancel-[\w-]+|disable-[\w-]+|empty-bucket)\b/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } },
    { when: /\b(ecs update-service|lambda update-function|deploy create-deployment|elasticbeanstalk update-environment|cloudformation (deploy|update-stack|execute-change-set)|amplify start-deployment|apprunner start-deployment|codepipeline start)/, kind: "deploy", note: "deploys", traits: { act: "deploy" } },
    { when: /\bssm (send-command|start-session)/, kind: "cloud-change", note: "runs commands on a machine", traits: { act: "remote-exec" } },
  ],
  gsutil: [
    { when: /(^| )(rm\b.*( -r| -R|\*\*)|rb\b|-m rm)|rsync\b.* -d/, kind: "cloud-change", note: "deletes many objects", traits: { act: "mass-delete" } },
    { when: /(^| )rm /, kind: "cloud-change", note: "deletes an object", traits: { act: "delete" } },
    { when: /(iam (ch|set)|acl (ch|set)|defacl).*(allUsers|public|AllAuth)|iam ch|acl ch/, kind: "cloud-change", note: "changes who can read a bucket", traits: { act: "expose" } },
  ],
  gcloud: [
    { when: /\bstorage (rm|buckets delete|objects delete)\b.*|storage rsync.*--delete/, kind: "cloud-change", note: "deletes objects or buckets", traits: { act: "mass-delete" } },
    { when: /\b(add-iam-policy-binding|set-iam-policy|iam (service-accounts keys create|roles update|roles create)|iam service-accounts create)/, kind: "cloud-change", note: GRANTS, traits: { act: "grant" } },
    { when: /\b(dns|domains)\b.* (create|delete|update|transaction|import|execute)/, kind: "cloud-change", note: "changes DNS", traits: { act: "dns" } },
    { when: /\blogging (sinks|logs|buckets) (delete|update)/, kind: "guard-change", note: "turns logging off", traits: { what: "logging" } },
    { when: /\bsecrets (create|delete|versions (add|destroy|disable))|kms keys versions destroy/, kind: "cloud-change", note: "writes to the secret store", traits: { act: "secret-write" } },
    { when: /\bfirewall-rules (create|update)/, kind: "cloud-change", note: "opens the network", traits: { act: "expose" } },
    { when: /\b(run deploy|app deploy|functions deploy|deploy releases)/, kind: "deploy", note: "deploys", traits: { act: "deploy" } },
    { when: /\b(delete|destroy|purge)\b/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } },
    { when: /\bcompute ssh\b.*--command/, kind: "cloud-change", note: "runs commands on a machine", traits: { act: "remote-exec" } },
  ],
  az: [
    { when: /\bstorage (blob delete-batch|container delete|account delete|fs delete)|group delete/, kind: "cloud-change", note: "deletes a container or group", traits: { act: "mass-delete" } },
    { when: /\b(role assignment create|ad (sp create|app credential|sp credential)|keyvault set-policy|role definition)/, kind: "cloud-change", note: GRANTS, traits: { act: "grant" } },
    { when: /\bnetwork dns\b.* (create|delete|update|set|add|remove)/, kind: "cloud-change", note: "changes DNS", traits: { act: "dns" } },
    { when: /\bkeyvault (secret|key|certificate) (set|delete|purge|import|create)/, kind: "cloud-change", note: "writes to the secret store", traits: { act: "secret-write" } },
    { when: /\bmonitor\b.* (delete|disable)/, kind: "guard-change", note: "turns logging off", traits: { what: "logging" } },
    { when: /\b(webapp deploy|webapp deployment|functionapp deploy|containerapp (up|update))/, kind: "deploy", note: "deploys", traits: { act: "deploy" } },
    { when: /\b(delete|purge)\b/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } },
    { when: /\bvm run-command/, kind: "cloud-change", note: "runs commands on a machine", traits: { act: "remote-exec" } },
  ],
  rclone: [{ when: /^(.* )?(delete|purge|sync|cleanup|rmdirs?)\b/, kind: "cloud-change", note: "deletes objects", traits: { act: "mass-delete" } }],
  s3cmd: [{ when: /\b(del|rb|rm)\b/, kind: "cloud-change", note: "deletes objects", traits: { act: "mass-delete" } }],
  mc: [{ when: /^(rm|rb)\b.*(--recursive|-r|--force)/, kind: "cloud-change", note: "deletes objects", traits: { act: "mass-delete" } }],
  doctl: [{ when: /\b(delete|destroy)\b/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } }],
  heroku: [
    { when: /^(apps:destroy|pg:reset|addons:destroy|pg:killall|apps:delete)/, kind: "cloud-change", note: DELETES, traits: { act: "mass-delete" } },
    { when: /^(container:release|pipelines:promote|releases:rollback)/, kind: "deploy", note: "deploys", traits: { act: "deploy" } },
  ],
  flyctl: [{ when: /^(apps? destroy|destroy|volumes? destroy|postgres destroy)/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } }, { when: /^deploy/, kind: "deploy", note: "deploys", traits: { act: "deploy" } }],
  fly: [{ when: /^(apps? destroy|destroy|volumes? destroy|postgres destroy)/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } }, { when: /^deploy/, kind: "deploy", note: "deploys", traits: { act: "deploy" } }],
  vercel: [{ when: /--prod\b|^promote/, kind: "deploy", note: "deploys to production", traits: { act: "deploy", production: true } }, { when: /^(remove|rm)\b|^env rm|^domains rm/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } }],
  netlify: [{ when: /^deploy\b.*--prod/, kind: "deploy", note: "deploys to production", traits: { act: "deploy", production: true } }, { when: /^sites:delete/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } }],
  wrangler: [{ when: /^(deploy|publish)\b/, kind: "deploy", note: "deploys", traits: { act: "deploy" } }, { when: /\b(delete|r2 bucket delete|kv:namespace delete|d1 delete)\b/, kind: "cloud-change", note: DELETES, traits: { act: "delete" } }],
  firebase: [{ when: /^deploy\b/, kind: "deploy", note: "deploys", traits: { act: "deploy" } }, { when: /:delete\b|firestore:delete/, kind: "cloud-change", note: DELETES, traits: { act: "mass-delete" } }],
  vault: [{ when: /^(kv (put|delete|destroy|patch|metadata delete)|write|delete|policy write|auth enable|token create|audit disable|secrets (disable|enable))/, kind: "cloud-change", note: "writes to the secret store", traits: { act: "secret-write" } }],
  op: [{ when: /^(item (create|edit|delete)|vault (create|delete))/, kind: "cloud-change", note: "writes to the secret store", traits: { act: "secret-write" } }],
}; // prettier-ignore

const BUCKET_URL =
  /^(?:s3|gs|az|r2|b2|wasbs?|abfss?|oss|cos|minio):\/\/|^[\w-]+:(?!\/\/)[\w./-]*$|^https?:\/\/[^/]*(?:amazonaws\.com|storage\.googleapis\.com|blob\.core\.windows\.net|r2\.cloudflarestorage\.com)/i;

/** Copies to a bucket: what goes, and whether the bucket is the organization's. */
export const upload: Maker = (command, scene) => {
  if (isInspection(command)) return;
  const words = operands(command, [
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

function bucketOption(command: SimpleCommand): string | null {
  const value = (pattern: RegExp) => command.args.find((_, i) => pattern.test(command.args[i - 1]?.value ?? ""))?.value;
  const bucket = value(/^--bucket$/);
  if (bucket !== undefined) return `s3://${bucket}/`;
  const account = value(/^--account-name$/);
  const container = value(/^(-c|--container-name|-d|--destination)$/);
  if (command.name !== "az" || (account === undefined && container === undefined)) return null;
  return `https://${account ?? "unknown"}.blob.core.windows.net/${container ?? ""}`;
}

function send(url: string, files: readonly Word[], command: SimpleCommand, scene: Scene): void {
  const flow = [...files.flatMap((word) => fileSource(word, command, scene)), ...flowInto(command, scene, [])];
  const source = worst(flow);
  const trusted = scene.trust.bucket(url);
  const carries = source?.sort ?? "file";
  const open = /--acl[= ]public|publicRead|allUsers/.test(command.args.map((arg) => arg.value).join(" "));
  add(scene, "send", "bucket", url, source ?? command, `copies ${clip(source?.label ?? "files")} to ${clip(url)}`, {
    carries, label: clip(source?.label ?? "files"), to: trusted ? "trusted" : "unknown", via: "bucket", bulk: files.some((word) => { const path = pathOf(word, command, scene); return path !== null && (path === scene.action.cwd || path === scene.home || delicacyOf(path, scene.home) !== null); }), url: clip(url), open,
  }); // prettier-ignore
}
