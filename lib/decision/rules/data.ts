import type { Effect, Rule } from "../types";
import { firstOf, is, named, target, trait, when } from "./rule";

const leaves = (e: Effect) => !is(e, "to", "local", "trusted");
const DELICATE = ["credential", "secret", "environment", "private", "history"];

const exfiltration: Rule = {
  id: "data-exfiltration",
  name: "Data Exfiltration",
  strength: "hard",
  mustName: "Nothing clears it; an administrator can trust the destination.",
  explanation:
    "Guards credentials, secrets and private data against leaving for a place the organization does not trust: over HTTP, sockets, DNS, copies, buckets, gists or packed into addresses.",
  match: firstOf(
    when(
      "send",
      (e) => leaves(e) && is(e, "carries", ...DELICATE),
      (e) => `This sends ${trait(e, "label")} to ${target(e)}, which is not trusted infrastructure.`,
    ),
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
    named(/\b(upload|send|share|post|paste|publish|copy|sync|put|back ?up)\b/i, trait(e, "label"), e.target),
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
  ),
};

const exploration: Rule = {
  id: "credential-exploration",
  name: "Credential Exploration",
  strength: "soft",
  mustName: "the credential or file and that it should be read",
  explanation:
    "Guards live credentials against being read, printed or hunted for. Use a tool that takes the credential by itself, or ask the user for what is missing.",
  naming: (e) => named(/\b(print|show|read|cat|display|output|copy|look|find|search)\b/i, e.target),
  match: firstOf(
    when(
      "credential-read",
      (e) => is(e, "how", "metadata"),
      () => "This asks the machine's metadata service for its cloud credentials.",
    ),
    when(
      "credential-read",
      (e) => is(e, "delicacy", "store"),
      (e) => `This ${e.evidence.note}. Let the tool that needs it use it, or ask the user.`,
    ),
    when(
      "credential-read",
      (e) => is(e, "delicacy", "variable"),
      (e) => `This prints the secret ${target(e)} into the transcript. Test that it is set with [ -n ... ] instead.`,
    ),
  ),
};

export const DATA_RULES: readonly Rule[] = [exfiltration, upload, exploration];
