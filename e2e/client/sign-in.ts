import { writeFile } from "node:fs/promises";
import path from "node:path";
import { CLAUDE_BIN, cleanEnvironment, type Machine } from "./claude";
import { KEY, openTerminal } from "./terminal";

/**
 * Signs the real client in through its own `/login`, as a developer does: trust the gateway, show the code to whoever
 * confirms it in the browser, accept the managed settings.
 * @param confirm does what the person does in the browser with the code, e.g. "BCDF-GHJK"
 */
export async function signInThroughTerminal(
  machine: Machine,
  gatewayUrl: string,
  confirm: (userCode: string) => Promise<void>,
): Promise<void> {
  const home = (file: string) => path.join(machine.home, file);
  await writeFile(
    home(".claude/settings.json"),
    JSON.stringify({ forceLoginMethod: "gateway", forceLoginGatewayUrl: gatewayUrl }),
  );
  // First-run questions that have nothing to do with signing in.
  const projects = { [machine.project]: { hasTrustDialogAccepted: true } };
  await writeFile(home(".claude.json"), JSON.stringify({ hasCompletedOnboarding: true, theme: "dark", projects }));

  const terminal = openTerminal([CLAUDE_BIN ?? "claude"], machine.project, {
    ...cleanEnvironment(machine),
    TERM: "xterm-256color",
  });
  try {
    await terminal.waitFor("shift+tab to cycle");
    await terminal.press("/login");
    await terminal.waitFor("Sign in with");
    await terminal.press(KEY.enter);
    await terminal.waitFor("Enter to connect");
    await terminal.press(KEY.enter);
    await terminal.waitFor("No, cancel login");
    await terminal.press(KEY.up, KEY.enter);
    const [userCode] = await terminal.waitFor(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
    await confirm(userCode);
    await terminal.waitFor("Continue only if this is your account");
    await terminal.press(KEY.up, KEY.enter);
    await terminal.waitFor("Press Enter to continue");
    await terminal.press(KEY.enter);
    await terminal.waitFor("Yes, I trust these settings");
    await terminal.press(KEY.down, KEY.enter);
    // It starts anew under the settings; what its last line offers then depends on the mode it is in.
    await terminal.waitFor(/shift\+tab\s*to\s*cycle|\?\s*for\s*shortcuts/);
  } finally {
    await terminal.stop();
  }
}
