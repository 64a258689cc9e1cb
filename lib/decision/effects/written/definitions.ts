import { isProduction } from "../phrases";
import { add, type Scene } from "../scene";
import { spanOf } from "./span";
import { matchesOf } from "../../matches";

/** Rights for whoever asks. */
const FOR_EVERYBODY =
  /\bPrincipal["']?\s{0,3}[=:]\s{0,3}(?:\{\s{0,3}["']?(?:AWS|Federated)["']?\s{0,3}[=:]\s{0,3})?\[?\s{0,3}["']\*["']|\bmembers?\s{0,3}=\s{0,3}\[?\s{0,3}["']all(?:Authenticated)?Users["']|\bacl\s{0,3}=\s{0,3}["']public-read(?:-write)?["']|\bpublicly_accessible\s{0,3}=\s{0,3}true\b|\ballow\s+(?:[\w, ]{0,40}\b)?(?:write|create|update|delete)\b[\w, ]{0,40}:\s*if\s+true\b/g;
/** A web site's own files are there for everybody to read; so much and no more. */
const WEB_SITE = /\b(?:site|website|web|www|static|assets?|cdn|public|frontend|docs)\b/i;
const ONLY_READS = /\bActions?["']?\s*[=:]\s*\[?\s*["']s3:GetObject["']\s*\]?\s*(?:[,;}\n]|$)/;
const FROM_ANYWHERE =
  /\b(?:cidr_blocks|ipv6_cidr_blocks|cidr_ipv[46]|source_ranges|source_address_prefix(?:es)?)\s{0,20}=\s{0,3}\[?\s{0,3}["'](?:0\.0\.0\.0\/0|::\/0|\*)["']/g;
/** What goes out, and what a web server is there for. */
const ORDINARY = /\begress\b|\b(?:from_port|to_port|ports?|destination_port_range)\s*=\s*\[?\s*["']?(?:80|443|8443)\b/;
const UNPROTECTED =
  /\b(?:deletion_protection(?:_enabled)?|enable_deletion_protection|prevent_destroy|termination_protection|disable_api_termination|enable_logging|is_logging_enabled|enable_log_file_validation)\s*=\s*false\b|\bskip_final_snapshot\s*=\s*true\b|\bforce_destroy\s*=\s*true\b/;
/** Every action on everything, in one statement. */
const ALL_RIGHTS =
  /\bactions?["']?\s{0,3}[=:]\s{0,3}\[?\s{0,3}["']\*["'](?:(?!\bEffect\b)[^{}]){0,200}?\bresources?["']?\s{0,3}[=:]\s{0,3}\[?\s{0,3}["']\*["']|\bresources?["']?\s{0,3}[=:]\s{0,3}\[?\s{0,3}["']\*["'](?:(?!\bEffect\b)[^{}]){0,200}?\bactions?["']?\s{0,3}[=:]\s{0,3}\[?\s{0,3}["']\*["']/gi;
const AROUND = 300;

/** Definitions of infrastructure that the next apply, perhaps a pipeline's, opens or leaves without protection. */
export function definitionsIn(path: string, text: string, scene: Scene): void {
  for (const match of matchesOf(text, FOR_EVERYBODY)) {
    if (isDenied(text, match.index)) continue;
    if (WEB_SITE.test(near(text, match.index)) && ONLY_READS.test(statementOf(text, match))) continue;
    report(path, match, "defines rights for everybody", scene);
    break;
  }
  for (const match of matchesOf(text, FROM_ANYWHERE)) {
    if (!ORDINARY.test(near(text, match.index))) return report(path, match, "defines a way in from anywhere", scene);
  }
  for (const match of matchesOf(text, ALL_RIGHTS))
    if (!isDenied(text, match.index)) return report(path, match, "defines every right over everything", scene);
  const unprotected = isProduction(path) ? UNPROTECTED.exec(text) : null;
  if (unprotected !== null) report(path, unprotected, "takes protection from what production keeps", scene);
}

const near = (text: string, at: number): string => text.slice(Math.max(0, at - AROUND), at + AROUND);

/** What stands within the same braces. */
function statementOf(text: string, { 0: match, index = 0 }: RegExpMatchArray): string {
  const opens = text.lastIndexOf("{", index);
  const end = index + match.length;
  const closes = text.indexOf("}", match.includes("{") ? text.indexOf("}", end) + 1 : end);
  return text.slice(Math.max(opens, index - AROUND), closes === -1 ? end + AROUND : Math.min(closes, end + AROUND));
}

/** A statement that refuses is about everybody as a rule. */
const isDenied = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - AROUND), at);
  return /\bEffect["']?\s*[=:]\s*["']?Deny\b[^{}]*$/i.test(before);
};

const DOCUMENTS = /^---[ \t]*$/m;
const BINDING = /^kind:\s*["']?(?:Cluster)?RoleBinding\b/m;
/** Groups that whoever reaches the cluster is in. */
const ANYBODY = /\bname:\s*["']?system:(?:unauthenticated|authenticated|anonymous|serviceaccounts)["']?(?=[\s,}]|$)/m;
const ADMIN = /\bname:\s*["']?cluster-admin\b/;

/** Rights over a cluster that come with the next sync. */
export function manifestsIn(path: string, text: string, scene: Scene): void {
  let at = 0;
  for (const document of text.split(DOCUMENTS)) {
    const found = BINDING.test(document) ? (ANYBODY.exec(document) ?? ADMIN.exec(document)) : null;
    if (found !== null) {
      const note = found[0].includes("cluster-admin") ? "defines every right over a cluster" : "defines rights for everybody"; // prettier-ignore
      report(path, Object.assign(found, { index: found.index + text.indexOf(document, at) }), note, scene);
    }
    at += document.length;
  }
}

function report(path: string, match: RegExpMatchArray, note: string, scene: Scene): void {
  const traits = { act: "define", what: note, text: "", production: false };
  add(scene, "infrastructure-change", "path", path, spanOf(match), note, traits);
}
