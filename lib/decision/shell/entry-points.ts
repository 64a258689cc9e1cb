import { baseName } from "../paths";
import { SHELLS } from "./scripts";
import type { Word } from "./types";
import { isKnown, literal } from "./word";
import type { Wrapper } from "./wrapper-shape";

/** Tools whose images start them with whatever stands behind the image. */
const TOOL_IMAGES = new Set([
  "terraform", "opentofu", "tofu", "terragrunt", "pulumi", "packer", "vault", "kubectl", "helm", "helmfile", "kustomize", "argocd", "eksctl", "kops", "git", "aws-cli", "awscli", "doctl", "flyctl", "hcloud", "cloudflared",
  "rclone", "restic", "borg", "mc", "s3cmd", "s5cmd", "skopeo", "crane", "regctl", "flyway", "liquibase", "migrate", "dbmate", "goose", "atlas", "curl", "gh", "sops",
]); // prettier-ignore

/** Images and packages that are called otherwise than the program in them. */
const PROGRAMS: Readonly<Record<string, string>> = { "aws-cli": "aws", awscli: "aws", awscli2: "aws", opentofu: "tofu", "azure-cli": "az", "google-cloud-sdk": "gcloud", "kubernetes-helm": "helm", nodejs: "node" }; // prettier-ignore

/**
 * The program that a positional names: `hashicorp/terraform:1.9 destroy`, `nixpkgs#kubectl -- delete`. Null for an image that runs what
 * it is told to.
 */
export function entryProgram({ entry }: Wrapper, named: Word | undefined, next: Word | undefined): Word | null {
  if (entry === undefined || named === undefined || !isKnown(named)) return null;
  const name = baseName(named.value.replace(/^.*#/, "").replace(/@.*$/, "")).replace(/:.*$/, "");
  const program = Object.hasOwn(PROGRAMS, name) ? (PROGRAMS[name] as string) : name;
  if (entry === "package") return literal(program, named);
  const told = baseName(next?.value ?? "");
  return !TOOL_IMAGES.has(name) || told === program || SHELLS.has(told) ? null : literal(program, named);
}
