import type { SimpleCommand } from "../../shell/types";
import { isInspection, operands } from "../arguments";
import { clip } from "../clip";
import { add, type Maker, type Scene } from "../scene";

/** Agents that go on by themselves, and the words by which they are started; null where any do. */
const AUTONOMOUS: Readonly<Record<string, RegExp | null>> = {
  autogpt: null, "auto-gpt": null, agentgpt: null, babyagi: null, metagpt: null, superagi: null, "gpt-engineer": null, "swe-agent": null, sweagent: null, openhands: null, devin: null, plandex: null,
  crewai: /^(?:run|kickoff|flow)$/, langgraph: /^(?:up|run)$/, autogen: /^(?:run|start)$/, interpreter: null, "open-interpreter": null, aider: null, goose: /^run$/,
}; // prettier-ignore

const DETACHED = new Set(["nohup", "setsid", "daemonize", "disown"]);
const MULTIPLEXERS = /^(?:screen|tmux|zellij|abduco|dtach)$/;

/** Started so that it goes on where nobody sees it. */
const isDetached = (command: SimpleCommand, { reading }: Scene): boolean =>
  command.background ||
  command.wrappers.some((name) => DETACHED.has(name)) ||
  reading.commands.some(
    ({ name, args, start, end }) =>
      MULTIPLEXERS.test(name) &&
      start <= command.start &&
      command.end <= end &&
      args.some(({ value }) => /^-(?:[a-zA-Z]*d[a-zA-Z]*|n)$/.test(value)),
  );

const starts: Maker = (command, scene) => {
  const verb = AUTONOMOUS[command.name] ?? null;
  if (verb !== null && !verb.test(operands(command)[0]?.value ?? "")) return;
  if (isInspection(command) || !isDetached(command, scene)) return;
  const note = `starts ${clip(command.name)}, which goes on by itself where nobody sees it`;
  add(scene, "guard-change", "command", command.name, command, note, { what: "agent-unattended" });
};

const RECORDS = /(?:^|[:._/-])(?:grants?|approvals?|approved|consents?)(?=$|[:._/-])/i;
const OF_AGENTS = /agent|orchestrat|assistant|copilot|crew|swarm/i;
/** A file that says what an agent was allowed, where an agent keeps it. */
const GRANT_FILE =
  /\/\.(?:claude|codex|cursor|gemini|[\w-]*agents?[\w-]*)\/(?:[^/]+\/)*[^/]*(?:approv|grant|consent)[^/]*$/i;
const WRITES = /^(?:set|setex|setnx|mset|hset|hmset|sadd|lpush|rpush|zadd|json\.set)$/i;

const grants = (target: string, command: SimpleCommand, scene: Scene): void =>
  add(scene, "guard-change", "command", target, command, `records an approval for an agent (${clip(target)})`, { what: "agent-grant" }); // prettier-ignore

export const grantFile = (path: string): boolean => GRANT_FILE.test(path);

const store: Maker = (command, scene) => {
  const [verb, key] = operands(command, ["-h", "-p", "-a", "-n", "-u", "--user", "--pass", "-s"]);
  if (verb === undefined || key === undefined || !WRITES.test(verb.value)) return;
  if (RECORDS.test(key.value) && OF_AGENTS.test(key.value)) grants(key.value, command, scene);
};

export const AGENT_RUN_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.keys(AUTONOMOUS).map((name) => [name, starts])),
  "redis-cli": store,
  "valkey-cli": store,
};
