import { baseName, isInside } from "./paths";

/** Directories and files that change how tools and shells behave: edits to them are always judged (Claude Code's list). */
const PROTECTED_DIRECTORIES = new Set([
  ".git", ".vscode", ".idea", ".husky", ".cargo", ".devcontainer", ".yarn", ".mvn", ".claude",
]); // prettier-ignore

const PROTECTED_FILES = new Set([
  ".gitconfig", ".gitmodules",
  ".bashrc", ".bash_profile", ".bash_login", ".bash_aliases", ".bash_logout",
  ".zshrc", ".zprofile", ".zshenv", ".zlogin", ".zlogout", ".profile", ".envrc",
  ".npmrc", ".yarnrc", ".yarnrc.yml", ".pnp.cjs", ".pnp.loader.mjs", ".pnpmfile.cjs", "bunfig.toml", ".bunfig.toml",
  ".bazelrc", ".bazelversion", ".bazeliskrc",
  ".pre-commit-config.yaml", "lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml",
  "gradle-wrapper.properties", "maven-wrapper.properties", ".devcontainer.json",
  ".ripgreprc", "pyrightconfig.json", ".mcp.json", ".claude.json",
]); // prettier-ignore

/** What agents keep for themselves in `.claude`: notes, plans, tasks, worktrees. */
const AGENT_NOTES = /\/\.claude\/(?:worktrees|plans|memory|todos|projects\/[^/]+\/memory)(?:\/|$)/;
/** Parts of `.claude` that sessions write as ordinary work, and prose that people and agents write for agents. */
const CLAUDE_WORK = new RegExp(
  `${AGENT_NOTES.source}|\\/\\.claude\\/(?:(?:commands|skills|agents|output-styles|rules)\\/.*|claude(?:\\.local)?)\\.md$`,
);

export const isAgentNote = (path: string): boolean => AGENT_NOTES.test(path.toLowerCase());

/** Files in `.git` that git itself lets people edit, and that change nothing about what runs. */
const GIT_NOTES = /\/\.git\/(info\/exclude|commit_editmsg|merge_msg)$/;

/** Why an absolute path is protected, or null. Compared without case: macOS and Windows do not tell it apart. */
export function protectedPart(path: string): string | null {
  const lower = path.toLowerCase();
  if (GIT_NOTES.test(lower)) return null;
  const file = baseName(lower);
  if (PROTECTED_FILES.has(file)) return file;
  const parts = lower.split("/");
  // Inside a worktree the project's own protected parts still count, so the exception looks at what follows it.
  const work = CLAUDE_WORK.exec(lower);
  const rest = work === null ? parts : lower.slice(work.index + work[0].length).split("/");
  for (let i = 0; i < rest.length; i++) {
    const part = rest[i] as string;
    if (PROTECTED_DIRECTORIES.has(part)) return part;
    if (part === ".config" && rest[i + 1] === "git") return ".config/git";
  }
  return null;
}

/** True for the cwd, the repository around it and the session's additional directories. */
export function isInProject(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => isInside(path, root));
}
