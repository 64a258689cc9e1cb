import { expect, test } from "vitest";
import { describeCommands } from "@/lib/testing/describe-commands";
import { classify } from "../classify";
import { bash } from "../testing";
import { type EarlierCall, NOTHING_TRUSTED } from "../types";

describeCommands(
  "jobs of a shared queue are not cancelled unasked",
  ["scancel 4711", "qdel 4711.pbs", "bkill 4711 4712", "condor_rm 4711.0", "ssh login-1 scancel 4711"],
  ["squeue --me", "bkill -l", "qstat 4711", "id=$(sbatch --parsable train.sh); sleep 60; scancel $id"],
);

const verdict = (command: string, earlier: readonly EarlierCall[], message: string) =>
  classify(bash(command, { earlier, userMessages: [message] }), NOTHING_TRUSTED).verdict;

test("what the session submitted it may cancel, and what the user names", () => {
  const submit: EarlierCall = { tool: "Bash", input: { command: "sbatch train.sh" }, cwd: "/home/dev/project" };
  expect(verdict("scancel 4711", [submit], "Get the training going.")).toBe("allow");
  expect(verdict("scancel 884711", [], "Cancel job 884711.")).toBe("allow");
  expect(verdict("scancel 884711 884712", [], "Cancel job 884711.")).toBe("ask");
});
