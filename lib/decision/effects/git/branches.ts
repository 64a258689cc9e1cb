import type { SimpleCommand } from "../../shell/types";
import type { Scene } from "../scene";

/** A branch that others build on. */
export const isShared = (branch: string | null, { action }: Scene): boolean =>
  branch !== null &&
  (branch === action.git?.defaultBranch ||
    /^(main|master|develop|trunk|release.*|production|prod|staging)$/.test(branch));

/** The branch that is checked out when a call runs: the session's, or the one this command line went to by name. */
export function currentBranch({ start, cwd }: SimpleCommand, { action, reading }: Scene): string | null {
  const last = reading.commands.findLast((one) => one.name === "git" && one.start < start && one.cwd === cwd && branchOf(one) !== null); // prettier-ignore
  return (last === undefined ? null : branchOf(last)) ?? action.git?.branch ?? null;
}

/** `git checkout NAME`, `git switch NAME`, with the name of a new one in a flag. */
function branchOf({ args }: SimpleCommand): string | null {
  const [verb, ...rest] = args.map(({ value }) => value);
  if (verb === undefined || !/^(?:checkout|switch)$/.test(verb)) return null;
  const words = rest.filter((word) => !/^-(?!$)/.test(word));
  const made = rest.findIndex((word) => /^(?:-f?[bBcC]|--create|--force-create)$/.test(word));
  const name = made === -1 ? (words.length === 1 ? words[0] : undefined) : rest[made + 1];
  return name === undefined || rest.includes("--") || !/^\w[\w./-]*$/.test(name) ? null : name;
}
