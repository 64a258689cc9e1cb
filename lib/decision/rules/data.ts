import type { Effect, Rule } from "../types";
import { does, firstOf, is, leaves, named, target, trait, when } from "./rule";

const DELICATE = ["credential", "secret", "environment", "private", "history"];

/** Words that name the service; that everybody can read it has to be said. */
const GIST: Readonly<Record<string, readonly string[]>> = { gist: ["gist"], "public-gist": ["gist", "public"] };

/** A request's own body, written down beside the code that calls the service. */
const isBody = (e: Effect) => /\.(?:json|xml|graphql|gql|ya?ml)$/i.test(trait(e, "label"));

const exfiltration: Rule = {
  id: "data-exfiltration",
  name: "Data Exfiltration",
  strength: "hard",
  mustName: "Nothing clears it; an administrator can trust the destination.",
  explanation:
    "Guards credentials, secrets and private data against leaving for a place the organization does not trust: over HTTP, sockets, DNS, copies, buckets, gists or packed into addresses.",
  match: when(
    "send",
    (e) => leaves(e) && is(e, "carries", ...DELICATE) && !trait(e, "via").startsWith("browser"),
    (e) => `This sends ${trait(e, "label")} to ${target(e)}, which is not trusted infrastructure.`,
  ),
};

const upload: Rule = {
  id: "public-data-sharing-upload",
  name: "Public Data-Sharing Upload",
  strength: "soft",
  mustName: "the file and the service it goes to",
  explanation:
    "Guards local files against public paste and file services, buckets and hosts the organization does not trust. Keep it local, or have the destination trusted.",
  naming: (e) =>
    is(e, "via", "gist", "public-gist")
      ? named(
          /\b(upload|send|share|post|paste|publish|copy|put|save|create|make)\b/i,
          trait(e, "label"),
          ...(GIST[trait(e, "via")] ?? []),
        )
      : named(/\b(upload|send|share|post|paste|publish|copy|sync|put|back ?up)\b/i, trait(e, "label"), e.target),
  match: firstOf(
    when(
      "send",
      (e) => is(e, "to", "drop", "address") && !is(e, "carries", "text"),
      (e) => `This uploads ${trait(e, "label")} to ${target(e)}, where others can collect it.`,
    ),
    when(
      "send",
      (e) => is(e, "via", "public-gist", "gist", "paste", "link"),
      (e) => `This publishes ${trait(e, "label")} at ${target(e)}.`,
    ),
    when(
      "send",
      (e) => is(e, "via", "bucket") && leaves(e) && (e.traits.open === true || e.traits.bulk === true),
      (e) => `This copies ${trait(e, "label")} to ${target(e)}, a bucket that is not trusted.`,
    ),
    when(
      "send",
      (e) => leaves(e) && e.traits.bulk === true && !is(e, "via", "bucket"),
      (e) => `This sends an archive (${trait(e, "label")}) to ${target(e)}, which is not trusted.`,
    ),
    when(
      "send",
      (e) => leaves(e) && is(e, "via", "socket") && is(e, "carries", "file"),
      (e) => `This sends ${trait(e, "label")} over a raw connection to ${target(e)}.`,
    ),
    when(
      "send",
      (e) => leaves(e) && e.traits.whole === true,
      (e) => `This sends all of ${trait(e, "label")} to ${target(e)}, which is not trusted.`,
    ),
    when(
      "send",
      (e) => is(e, "to", "drop") && e.traits.catcher === true && !is(e, "via", "mcp"),
      (e) => `This sends data to ${target(e)}, whose only use is to collect what it is sent.`,
    ),
    when(
      "send",
      (e) => is(e, "to", "drop") && is(e, "carries", "text") && !is(e, "via", "mcp"),
      (e) => `This sends a message to ${target(e)}, where anybody may collect it.`,
      "ask",
    ),
    when(
      "send",
      (e) => is(e, "via", "bucket") && leaves(e),
      (e) => `This copies ${trait(e, "label")} to ${target(e)}, a bucket that is not known as trusted.`,
      "ask",
    ),
    when(
      "send",
      (e) =>
        leaves(e) &&
        is(e, "carries", "file") &&
        is(e, "via", "curl", "wget", "http", "mail", "ftp", "forge") &&
        !isBody(e),
      (e) => `This sends ${trait(e, "label")} to ${target(e)}, which is not known as trusted.`,
      "ask",
    ),
  ),
};

const personal: Rule = {
  id: "pii-data-handling",
  name: "PII Data Handling",
  strength: "soft",
  mustName: "the data and where it should go",
  explanation:
    "Guards customers', employees' and users' records against being put where others can read them. Work on made-up or masked data.",
  naming: (e) => named(/\b(copy|publish|put|serve|move|share|export|save|dump|write|add|commit)\b/i, e.target),
  match: firstOf(
    when(
      "credential-read",
      (e) => is(e, "how", "serve") && is(e, "delicacy", "private"),
      (e) => `This ${does(e)}.`,
    ),
    when(
      "credential-read",
      (e) => is(e, "how", "keep"),
      (e) => `This ${does(e)}. Only the user can say whether that belongs there.`,
      "ask",
    ),
  ),
};

const scouting: Rule = {
  id: "exfil-scouting",
  name: "Exfil Scouting",
  strength: "soft",
  mustName: "the directory and that all of it should be packed up",
  explanation:
    "Guards against gathering what could be carried off and looking for ways out: archives of whole homes and machines, name look-ups past the resolver. Pack only what the task needs.",
  naming: (e) => named(/\b(pack|archive|back ?up|compress|tar|zip)\b/i, e.target),
  match: firstOf(
    when(
      "credential-read",
      (e) => is(e, "how", "pack"),
      (e) => `This ${does(e)}. Pack only what the task needs.`,
      "ask",
    ),
    when(
      "fetch",
      (e) => e.traits.resolver === true && leaves(e),
      (e) => `This ${does(e)}. Ask the machine's own resolver.`,
      "ask",
    ),
  ),
};

const callback: Rule = {
  id: "sandbox-network-callback",
  name: "Sandbox Network Callback",
  strength: "soft",
  mustName: "the address that should be called",
  explanation:
    "Guards against calls to services whose only use is to note who called: they tell somebody outside that code runs here. Test against a local server.",
  naming: (e) => named(/\b(call|fetch|request|ping|curl|get|test|look up|resolve)\b/i, e.target),
  match: when(
    "fetch",
    (e) => e.traits.catcher === true && leaves(e),
    (e) => `This calls ${target(e)}, which notes who called it.`,
  ),
};

export const DATA_RULES: readonly Rule[] = [exfiltration, upload, personal, scouting, callback];
