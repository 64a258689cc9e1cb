/** Tools that the rules of one of them speak for. */
export const EDITING: ReadonlySet<string> = new Set(["Edit", "Write", "MultiEdit", "NotebookEdit"]);
export const READING: ReadonlySet<string> = new Set(["Read", "Grep", "Glob", "LS", "NotebookRead"]);
export const SHELL: ReadonlySet<string> = new Set(["Bash", "Monitor", "PowerShell"]);
