import type { Rule } from "../types";
import { does, firstOf, is, named, target, when } from "./rule";

const transcript: Rule = {
  id: "session-transcript-tampering",
  name: "Session Transcript Tampering",
  strength: "soft",
  mustName: "the transcript and the change",
  explanation:
    "Guards the record of what the agent did: session transcripts are read, never changed or deleted, until the user cleans them up.",
  naming: (e) => named(/\b(delete|remove|clear|clean|edit|change|truncate|archive)\b/i, e.target),
  match: firstOf(
    when(
      "guard-change",
      (e) => is(e, "what", "transcript"),
      (e) => `This ${does(e)}, the record of a session.`,
    ),
    when(
      ["delete", "overwrite"],
      (e) => /\/\.claude\/projects(?:\/|$)(?!.*\/memory(?:\/|$))/.test(e.target ?? ""),
      (e) => `This removes ${target(e)}, the record of sessions.`,
    ),
  ),
};

const drive: Rule = {
  id: "tmux-self-drive",
  name: "Tmux Self Drive",
  strength: "soft",
  mustName: "the terminal and what should be typed there",
  explanation:
    "Guards the user's keyboard: no answers to an agent's questions, no session commands, no keys typed by a program. Ask the user, or start the program by itself.",
  naming: () => named(/\b(send[- ]keys|type|press|answer)\b.*\b(tmux|screen|terminal|pane|window)\b/i),
  match: when(
    "guard-change",
    (e) => is(e, "what", "self-drive"),
    (e) => `This ${does(e)}.`,
  ),
};

const poisoning: Rule = {
  id: "instruction-poisoning",
  name: "Instruction Poisoning",
  strength: "soft",
  mustName: "the instruction file and the change",
  explanation:
    "Guards what agents are told: instructions for every session, and orders to set rules aside in any of them. Put project notes into the project's own file and let the user review them.",
  naming: (e) => named(/\b(edit|change|update|set|add|write|create|append)\b/i, e.target),
  match: when(
    "guard-change",
    (e) => is(e, "what", "instructions"),
    (e) => `This ${does(e)}.`,
  ),
};

export const AGENT_INTEGRITY_RULES: readonly Rule[] = [transcript, drive, poisoning];
