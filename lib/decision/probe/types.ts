/** What the probe looks for in the outputs of tools. */
export const PROBE_SIGNALS = [
  /** Tells the reader to drop the instructions it has. */
  "override",
  /** Speaks to an AI, not to a person. */
  "addressed-to-agent",
  /** Puts another task before or in place of the user's. */
  "task-hijack",
  /** Asks to keep something from the user. */
  "secrecy",
  /** Gives the reader another role, or takes its restrictions away. */
  "role-play",
  /** Claims to speak for the user, an administrator or a vendor; claims a permission. */
  "false-authority",
  /** Markup or turns that look like the client's or the model's own. */
  "fake-turn",
  /** Instructions where a person does not see them. */
  "hidden-text",
  /** Characters that show nothing and carry text. */
  "invisible-characters",
  /** Decodes to instructions. */
  "encoded-instructions",
  /** Asks for secrets or data to be carried outside. */
  "exfiltration-lure",
  /** An order to act, in data that came from elsewhere. */
  "embedded-order",
  /** Tells the reader how its own reply must look or what it must hold. */
  "reply-shaping",
  /** A request to an assistant beside data it has nothing to do with. */
  "stray-request",
  /** Urges code into the reader's work that spies, sends out or destroys. */
  "planted-code",
] as const;
export type ProbeSignal = (typeof PROBE_SIGNALS)[number];

/** One thing seen: UTF-16 offsets into the text that was scanned. */
export type ProbeFinding = { signal: ProbeSignal; weight: number; start: number; end: number; note: string };

export type ProbeResult = {
  verdict: "clean" | "injection";
  /** Of the densest part of the text; 1 and more is an injection. */
  score: number;
  /** Those that made the score, in the order of the text; empty where the text is clean. */
  findings: readonly ProbeFinding[];
};

/** What is known of where the text came from. */
export type ProbeContext = {
  /** Of the tool's own input: a path or a command that read it. */
  input?: Readonly<Record<string, unknown>>;
};

/** A text with what its place tells about it. */
export type Probed = {
  text: string;
  /** Written by people elsewhere (mail, pages, tickets), not by the project. */
  isRemote: boolean;
  /** A file that is there to instruct agents (CLAUDE.md, AGENTS.md, skills, rules). */
  isForAgents: boolean;
  /** A file of tests or of material for them. */
  isTestMaterial: boolean;
};
