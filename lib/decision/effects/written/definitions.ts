import { isProduction } from "../phrases";
import { add, type Scene } from "../scene";
import { spanOf } from "./span";

/** Rights for whoever asks. */
const FOR_EVERYBODY =
  /\bPrincipal["']?\s{0,3}[=:]\s{0,3}(?:\{\s{0,3}["']?(?:AWS|Federated)["']?\s{0,3}[=:]\s{0,3})?\[?\s{0,3}["']\*["']|\bmembers?\s{0,3}=\s{0,3}\[?\s{0,3}["']all(?:Authenticated)?Users["']|\bacl\s{0,3}=\s{0,3}["']public-read(?:-write)?["']|\bpublicly_accessible\s{0,3}=\s{0,3}true\b/;
const FROM_ANYWHERE =
  /\b(?:cidr_blocks|ipv6_cidr_blocks|cidr_ipv[46]|source_ranges|source_address_prefix(?:es)?)\s{0,20}=\s{0,3}\[?\s{0,3}["'](?:0\.0\.0\.0\/0|::\/0|\*)["']/g;
/** What goes out, and what a web server is there for. */
const ORDINARY = /\begress\b|\b(?:from_port|to_port|ports?|destination_port_range)\s*=\s*\[?\s*["']?(?:80|443)\b/;
const UNPROTECTED =
  /\b(?:deletion_protection(?:_enabled)?|enable_deletion_protection|prevent_destroy|termination_protection|disable_api_termination)\s*=\s*false\b|\bskip_final_snapshot\s*=\s*true\b|\bforce_destroy\s*=\s*true\b/;
const AROUND = 300;

/** Definitions of infrastructure that the next apply, perhaps a pipeline's, opens or leaves without protection. */
export function definitionsIn(path: string, text: string, scene: Scene): void {
  const everybody = FOR_EVERYBODY.exec(text);
  if (everybody !== null) report(path, everybody, "defines rights for everybody", scene);
  for (const match of text.matchAll(FROM_ANYWHERE)) {
    const around = text.slice(Math.max(0, match.index - AROUND), match.index + AROUND);
    if (!ORDINARY.test(around)) return report(path, match, "defines a way in from anywhere", scene);
  }
  const unprotected = isProduction(path) ? UNPROTECTED.exec(text) : null;
  if (unprotected !== null) report(path, unprotected, "takes protection from what production keeps", scene);
}

function report(path: string, match: RegExpMatchArray, note: string, scene: Scene): void {
  const traits = { act: "define", what: note, text: "", production: false };
  add(scene, "infrastructure-change", "path", path, spanOf(match), note, traits);
}
