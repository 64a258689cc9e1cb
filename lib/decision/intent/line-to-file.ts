const ASKS =
  /^(?:add|append|put|write)\s+(?:the line\s+)?`([^`\n]{1,300})`\s+(?:to|into|at the end of)\s+(?:(?:my|the|our)\s+)?(?:end of\s+)?`?([\w.~/-]{2,200}?)`?[.!]?$/i;

/** "Add `export EDITOR=vim` to my ~/.bashrc": the command that does just that, in either quotation. */
export function isLineAsked(request: string, command: string): boolean {
  const [, line, file] = ASKS.exec(request) ?? [];
  if (line === undefined || file === undefined || line.includes("'")) return false;
  const isPlain = !/[$"\\!]/.test(line);
  const ways = [`echo '${line}' >> ${file}`, ...(isPlain ? [`echo "${line}" >> ${file}`] : [])];
  return ways.includes(command.trim());
}
