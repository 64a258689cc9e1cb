/** Allow rules that grant running anything. Claude Code sets them aside in auto mode; so do the decisions here, and the policy's lint says so. */

/** Programs that run whatever they are given. */
const RUNNERS: ReadonlySet<string> = new Set([
  "python", "python2", "python3", "node", "deno", "tsx", "ruby", "perl", "php", "lua", "npx", "bunx", "npm run", "yarn run", "pnpm run",
  "bun run", "bash", "sh", "zsh", "fish", "ssh", "eval", "exec", "env", "xargs", "sudo",
]); // prettier-ignore

/** The same for PowerShell, which runs the programs above as well. */
const POWERSHELL_RUNNERS: ReadonlySet<string> = new Set([
  "pwsh", "powershell", "cmd", "wsl", "iex", "invoke-expression", "icm", "invoke-command", "start-process", "saps", "start", "start-job", "sajb",
  "start-threadjob", "add-type", "new-object", "new-pssession", "nsn", "enter-pssession", "etsn", "register-objectevent",
  "register-engineevent", "register-scheduledjob", "register-scheduledtask",
]); // prettier-ignore

/** Rules of these stand for a program or an agent, whatever is in the brackets. */
const ALWAYS: ReadonlySet<string> = new Set(["Agent", "Task", "Monitor"]);

export function isBroadAllow(rule: string): boolean {
  const match = /^(Bash|PowerShell|Monitor|Agent|Task)(?:\(([\s\S]*)\))?$/.exec(rule.trim());
  if (match === null) return rule.trim().startsWith("*");
  const [, tool = "", specifier = ""] = match;
  if (ALWAYS.has(tool) || /^[*:\s]*$/.test(specifier)) return true;
  const text = specifier.trim().toLowerCase();
  const program = runnerOf(text);
  return program !== null && (RUNNERS.has(program) || (tool === "PowerShell" && POWERSHELL_RUNNERS.has(program)));
}

/** The program of a rule that covers it by itself (`sudo`), with anything (`env:*`, `node*`), or with any words after flags (`ssh -p 22 *`). */
function runnerOf(text: string): string | null {
  const flagged = /^(\S+(?: run)?) (?:-|\/[a-z] )[\s\S]*\*$/.exec(text)?.[1];
  const alone = /^([^*:]*?)(?::\*| ?\*)?$/.exec(text)?.[1];
  const program = (flagged ?? alone ?? null)?.trim().replace(/\.exe$/, "") ?? null;
  // `python3.12` is Python like any other.
  return program?.replace(/^(python)\d+\.\d+$/, "$1") ?? null;
}
