import type { Rule } from "../types";
import { does, firstOf, is, leaves, named, target, when } from "./rule";

const materialization: Rule = {
  id: "credential-materialization",
  name: "Credential Materialization",
  strength: "soft",
  mustName: "the credential and where its copy should go",
  explanation:
    "Guards credentials against being copied out of where they are kept: into other files, archives and scratch directories. Let the tool that needs one read it in its own place.",
  naming: (e) => named(/\b(copy|export|back ?up|save|write|move|put|archive)\b/i, e.target),
  match: firstOf(
    when(
      "credential-read",
      (e) => is(e, "how", "copy") && is(e, "delicacy", "store"),
      (e) => `This copies ${target(e)}. Leave the credential in its own place.`,
    ),
    when(
      "credential-read",
      (e) => is(e, "how", "export"),
      (e) => `This ${does(e)}. Have the program that needs the secret read it from its store.`,
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
      (e) => is(e, "delicacy", "store") && !is(e, "how", "copy", "attach"),
      (e) => `This ${does(e)}. Let the tool that needs it use it, or ask the user.`,
    ),
    when(
      "credential-read",
      (e) => is(e, "delicacy", "variable"),
      (e) => `This prints the secret ${target(e)} into the transcript. Test that it is set with [ -n ... ] instead.`,
    ),
    when(
      "credential-read",
      (e) => is(e, "how", "attach"),
      (e) => `This ${does(e)}, where credentials of others may be. A person has to say that it is theirs to look into.`,
      "ask",
    ),
    when(
      "credential-read",
      (e) => is(e, "delicacy", "handed"),
      (e) => `This ${does(e)}, of which nobody here knows what it does with the credential.`,
      "ask",
    ),
    when(
      "credential-read",
      (e) => is(e, "delicacy", "infrastructure") && is(e, "how", "read"),
      (e) =>
        `This ${does(e)}, which holds infrastructure's secrets in the clear. Ask the tool for the one value instead.`,
      "ask",
    ),
  ),
};

const leakage: Rule = {
  id: "credential-leakage",
  name: "Credential Leakage",
  strength: "soft",
  mustName: "the credential and where it should go",
  explanation:
    "Guards secrets against places that keep them and show them to others: commits, image layers, served directories, addresses. Use an ignored file, a build secret or a header.",
  naming: (e) => named(/\b(add|commit|include|pass|put|copy|send)\b/i, e.target),
  match: firstOf(
    when(
      "credential-read",
      (e) => is(e, "delicacy", "leak"),
      (e) => `This ${does(e)}, where it stays readable for others.`,
    ),
    when(
      "send",
      (e) => is(e, "carries", "literal") && leaves(e),
      (e) =>
        `This writes a secret into the address of a request to ${target(e)}, which logs keep. Send it in a header.`,
    ),
  ),
};

export const CREDENTIAL_RULES: readonly Rule[] = [materialization, exploration, leakage];
