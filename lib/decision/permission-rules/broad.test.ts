import { expect, test } from "vitest";
import { isBroadAllow } from "./broad";

test.each([
  "*", "Bash", "Bash()", "Bash(*)", "Bash(:*)", "Bash( * )", "PowerShell", "PowerShell(*)", "Agent", "Agent(Explore)", "Task(*)", "Monitor", "Monitor(tail *)",
  "Bash(python)", "Bash(python*)", "Bash(python:*)", "Bash(python3 *)", "Bash(python3.12 *)", "Bash(PYTHON:*)", "Bash(python3 -c *)", "Bash(node -e*)", "Bash(bash -c:*)",
  "Bash(npm run *)", "Bash(yarn run:*)", "Bash(pnpm run*)", "Bash(bun run *)", "Bash(npx *)", "Bash(bunx:*)", "Bash(deno *)", "Bash(tsx *)",
  "Bash(env *)", "Bash(xargs:*)", "Bash(sudo *)", "Bash(sudo -u app *)", "Bash(ssh *)", "Bash(ssh -p 22 *)", "Bash(eval *)", "Bash(exec *)", "Bash(zsh:*)",
  "PowerShell(pwsh *)", "PowerShell(pwsh.exe *)", "PowerShell(Invoke-Expression *)", "PowerShell(iex:*)", "PowerShell(Start-Process *)", "PowerShell(cmd /c *)", "PowerShell(python *)",
])("set aside: %s", (rule) => expect(isBroadAllow(rule)).toBe(true)); // prettier-ignore

test.each([
  "Bash(npm test)", "Bash(npm run build)", "Bash(npm run test:*)", "Bash(git *)", "Bash(git push *)", "Bash(curl:*)", "Bash(python manage.py test)", "Bash(python3 scripts/check.py *)",
  "Bash(node --version)", "Bash(pythonic *)", "Bash(shellcheck *)", "Bash(envsubst *)", "Bash(nodemon *)", "Bash(sudo systemctl status nginx)", "Bash(ssh build.example.com uptime)", "Bash(iex *)",
  "PowerShell(Get-ChildItem *)", "Edit", "Read(**)", "WebFetch", "WebFetch(domain:*)", "mcp__github__*",
])("kept: %s", (rule) => expect(isBroadAllow(rule)).toBe(false)); // prettier-ignore
