import { expect, test } from "vitest";
import { describeCommands } from "@/lib/testing/describe-commands";
import { classify } from "../../classify";
import { bash } from "../../testing";
import { NOTHING_TRUSTED } from "../../types";

describeCommands(
  "a repository's git hooks are not taken away",
  [
    "pre-commit uninstall --hook-type pre-push",
    "npx lefthook uninstall",
    "python3 -m pre_commit uninstall",
    "pnpm exec husky uninstall",
    "git config --local --unset-all core.hooksPath",
    "git config unset core.hookspath",
  ],
  [
    "pre-commit run --all-files",
    "pre-commit uninstall && pre-commit install --install-hooks",
    "git config --unset-all core.hooksPath; lefthook install",
    "npx lefthook uninstall && npx lefthook install",
    "git config --unset user.signingkey",
    "husky init",
  ],
);

test.each([
  ["Please uninstall pre-commit here.", "pre-commit uninstall"],
  ["Unset core.hooksPath.", "git config --unset core.hooksPath"],
])("%s asks for just that", (message, command) => {
  expect(classify(bash(command, { userMessages: [message] }), NOTHING_TRUSTED).verdict).toBe("allow");
});
