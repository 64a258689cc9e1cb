import { isPackageRunner, packageProgram } from "../shell/runners";
import type { SimpleCommand, Word } from "../shell/types";

/**
 * The program that a package runner runs, as a call of its own; null for other programs.
 * @param left runners that may still run one another: `corepack pnpm dlx x`
 */
export function withinRunner(command: SimpleCommand, left = 2): SimpleCommand | null {
  if (!isPackageRunner(command.name)) return null;
  const argv = [command.program, ...command.args];
  const inner = packageProgram(command.name, argv);
  if (inner === null) return null;
  const program = argv[inner.at] as Word;
  const found: SimpleCommand = { ...command, name: inner.name, program, args: argv.slice(inner.at + 1), redirects: [] };
  return (left > 0 ? withinRunner(found, left - 1) : null) ?? found;
}
