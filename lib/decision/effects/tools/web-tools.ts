import { inputText } from "../../input-text";
import type { Opaque } from "../../types";
import { clip } from "../clip";
import { percentDecoded, decodedRuns } from "../../inner-encodings";
import {
  destinationOfUrl,
  hostIn,
  isCatcher,
  isMetadataService,
  MAX_URL_LENGTH,
  webUrl,
} from "../network/destinations";
import { add, type Scene } from "../scene";
import { holdsSecret } from "../secrets/secret-values";

/** A page the client fetches by itself. */
export function fetches(scene: Scene): Opaque[] {
  const text = inputText(scene.action, "url") ?? "";
  scene.field = "url";
  const span = { start: 0, end: text.length };
  const url = webUrl(text);
  if (url === null)
    return [{ reason: "The address cannot be read.", evidence: { field: "url", ...span, note: "no address" } }];
  const host = hostIn(url);
  asksMetadata(host, text, scene);
  const to = destinationOfUrl(text, scene.trust);
  add(scene, "fetch", "url", text, span, `fetches ${clip(text)}`, { to, method: "GET", catcher: isCatcher(host) });
  if (carriesSecret(text)) sendsSecret(host, "a secret in the address", text, scene, { to, via: "web-fetch" });
  return [];
}

/** A secret as it is, or encoded once. */
export function carriesSecret(text: string): boolean {
  if (holdsSecret(text)) return true;
  const head = text.slice(0, MAX_URL_LENGTH);
  return [percentDecoded(head), ...decodedRuns(head)].some(holdsSecret);
}

/** The words of a search go to whoever runs the search engine. */
export function searches(scene: Scene): void {
  const query = inputText(scene.action, "query") ?? "";
  scene.field = "query";
  if (carriesSecret(query))
    sendsSecret("a search engine", "a secret in the query", query, scene, { to: "unknown", via: "web-search" });
}

export function asksMetadata(host: string, text: string, scene: Scene): void {
  if (!isMetadataService(host)) return;
  const note = "asks the cloud metadata service for credentials";
  add(scene, "credential-read", "url", text, { start: 0, end: text.length }, note, {
    how: "metadata",
    delicacy: "store",
  });
}

export function sendsSecret(
  host: string,
  label: string,
  text: string,
  scene: Scene,
  { to, via }: { to: string; via: string },
): void {
  add(scene, "send", "host", host, { start: 0, end: text.length }, `sends ${label} to ${host}`, {
    carries: "secret",
    label,
    to,
    via,
    bulk: false,
    url: clip(text),
  });
}
