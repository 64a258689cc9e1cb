/** The `classifier_context` of Claude Code 2.1.329 in a repository. For tests. */
export const classifierContext = (over: Record<string, unknown> = {}) => ({
  v: 1,
  permission_mode: "auto",
  platform: "linux",
  live_cwd: "/home/dev/app/web",
  home_dir: "/home/dev",
  rule_roots: { userSettings: "/home/dev", projectSettings: "/home/dev/app" },
  trusted_directories: {
    primary: { path: "/home/dev/app", resolved: ["/home/dev/app"] },
    additional: [{ path: "/home/dev/shared", resolved: ["/home/dev/shared"], source: "cliArg" }],
    network: [],
    block_reads_outside_working_directories: false,
  },
  rules: { allow: [{ rule: "Bash(ls *)", source: "userSettings" }], deny: [], ask: [] },
  auto_mode: { allow: ["$defaults"], soft_deny: [], hard_deny: [], environment: [] },
  artifact_consent_holdback: false,
  case_insensitive_paths: false,
  restricted: false,
  is_remote_mode: false,
  classify_all_shell: false,
  user_identity: null,
  git_state: gitState(),
  ...over,
});

export const gitState = (over: Record<string, unknown> = {}) => ({
  cwd: "/home/dev/app/web",
  root: "/home/dev/app",
  branch: "feature/login",
  default_branch: "main",
  status: {
    clean: false,
    counts: { staged: 1, modified: 2, untracked: null, untracked_normal: 0 },
    porcelain: "M  src/login.ts\n M README.md",
    truncated: false,
  },
  visibility: {
    origin: { host: "github.com", remote: "acme/app", visibility: "public" },
    push_remote: "origin",
    remotes: [{ name: "origin", host: "github.com", remote: "acme/app", visibility: "public" }],
    visibility_cache: [],
  },
  ...over,
});

const INSTRUCTIONS =
  "<system-reminder>\nWhat the project says follows.\n\nContents of /home/dev/app/CLAUDE.md (project instructions, checked into the codebase):\n\nUse pnpm. Staging needs TOKEN=ghp_0123456789abcdefghijklmnopqrstuvwxyz.\n</system-reminder>";

/** A model request in auto mode, with a conversation in front of which the client shows an instructions file. */
export const modelRequest = (context: unknown = classifierContext(), over: Record<string, unknown> = {}) =>
  JSON.stringify({
    model: "claude-opus-5-5",
    max_tokens: 32_000,
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: INSTRUCTIONS },
          { type: "text", text: "Bring the login page up to date. The remote may take my version." },
        ],
      },
      { role: "assistant", content: [{ type: "tool_use", id: "t1", name: "Bash", input: { command: "pnpm build" } }] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "t1", content: "ok" }] },
    ],
    system: [{ type: "text", text: "You are an agent." }],
    tools: [],
    stream: true,
    safeguards: [{ type: "dangerous_tool_use", classifier_context: context }],
    ...over,
  });
