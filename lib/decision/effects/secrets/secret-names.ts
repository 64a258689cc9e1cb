import type { SimpleCommand } from "../../shell/types";
import { optionValues } from "../arguments";
import { CLUSTER_TOOLS } from "../books/kubernetes";

/** `kubectl get secrets -o name`: what it prints of a secret is how it is called, no value. From `-v=8` on it prints whole answers. */
export function printsNamesOnly(command: SimpleCommand): boolean {
  if (!CLUSTER_TOOLS.has(command.name)) return false;
  if (!optionValues(command, "-v", "--v").every(({ value }) => /^[0-7]$/.test(value))) return false;
  const outputs = optionValues(command, "-o", "--output", "--template");
  return outputs.length > 0 && outputs.every(({ value, unknownAt }) => unknownAt === -1 && isOfNames(value));
}

const LABELS = /^(?:name|wide)$/;
const TEMPLATE = /^(?:custom-columns|jsonpath|jsonpath-as-json|go-template)=(.*)$/s;
/** What is public of an object. Not its annotations: `kubectl apply` keeps the whole of it there. */
const FIELD =
  /(?:\.items(?:\[(?:\*|\d+)\])?)?\.(?:metadata\.(?:name|namespace|uid|creationTimestamp|resourceVersion)|type|kind|apiVersion)(?![\w.[\\])/g;
const LOOP = /\brange \.items(?:\[\*\])?(?=\s*\}|\s*-?\})/g;
const TEXT = /"(?:[^"\\{}]|\\.)*"/g;

function isOfNames(output: string): boolean {
  if (LABELS.test(output)) return true;
  const template = TEMPLATE.exec(output)?.[1];
  return template !== undefined && !/[.@$*[\]']/.test(template.replace(TEXT, "").replace(LOOP, "").replace(FIELD, ""));
}
