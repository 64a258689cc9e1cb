import { z } from "zod";
import { ENFORCEMENTS } from "@/lib/policy/schemas";
import { TIERS } from "./types";

/** No control character can be stored, or belongs into an id, a name or a path. */
const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, "Without control characters");

export const PERMISSION_MODES = ["default", "plan", "acceptEdits", "auto", "dontAsk", "bypassPermissions"] as const;

/** As in the Messages API: blocks of any type pass, and of most of them nothing is used. */
const Message = z.object({
  role: z.enum(["user", "assistant", "system"]),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
});

const DecisionContext = z
  .object({
    cwd: text(4_096).describe("Absolute path of the project directory"),
    home: text(4_096).nullable().default(null).describe("Home directory on the developer's machine, where known"),
    git: z
      .object({
        root: text(4_096),
        branch: text(500).nullable().default(null),
        default_branch: text(500).nullable().default(null),
        remotes: z.record(text(200), text(2_000)).default({}).describe("Name to URL"),
      })
      .nullable()
      .default(null),
    additional_directories: z.array(text(4_096)).max(50).default([]),
    permission_mode: z.enum(PERMISSION_MODES).default("auto"),
    user_messages: z
      .array(z.string().max(20_000))
      .max(50)
      .default([])
      .describe("What the user wrote in this session, oldest first"),
    messages: z
      .array(Message)
      .max(5_000)
      .optional()
      .describe(
        "In place of user_messages: the session so far as `messages` of the Messages API, without the call in question. The user's words, " +
          "earlier calls and instructions files are taken from it; what the model wrote and what tools returned is not used. " +
          "With agent_id, the first message is taken for the task that another agent gave.",
      ),
  })
  .refine(({ messages, user_messages }) => messages === undefined || user_messages.length === 0, {
    path: ["messages"],
    error: "Send either messages or user_messages",
  });

/** Body of `POST /api/v1/decisions`. */
export const DecisionRequest = z.object({
  developer: z.email().max(320).describe("E-mail of the member on whose behalf the agent acts"),
  session_id: text(200).describe("Block limits are counted per session"),
  tool: text(200).describe('Name of the tool, e.g. "Bash"'),
  input: z.record(z.string(), z.unknown()).describe('Input of the tool, e.g. {"command": "git status"}'),
  context: DecisionContext,
  agent_id: text(200).nullable().default(null),
  tool_use_id: text(200).nullable().default(null),
});
export type DecisionRequest = z.output<typeof DecisionRequest>;

export const DecisionResponse = z.object({
  id: z.uuid(),
  verdict: z.enum(["allow", "block", "ask", "none"]).describe("`none`: no opinion, the group is not rolled out"),
  answer: z
    .enum(["allow", "deny", "ask", "none"])
    .describe("What to do about it under the group's enforcement; act on this"),
  fallback: z.boolean().describe("A block that became `ask` because its session reached a limit"),
  tier: z.enum(TIERS),
  rule: z.string().nullable(),
  reason: z.string(),
  enforcement: z.enum(ENFORCEMENTS).nullable(),
  revision: z.number().int().nullable().describe("Policy revision it was made under; null when unavailable"),
  recorded: z.boolean().describe("False only for tier `unavailable`: decided by nobody, so `ask`"),
});
export type DecisionResponse = z.output<typeof DecisionResponse>;
