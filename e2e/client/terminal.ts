import { spawn } from "node:child_process";

/** A program in a pseudo-terminal, driven by what it shows. */
export type Terminal = {
  /** Resolves once the text appears in what was printed since the last wait; white space does not count. */
  waitFor: (text: string | RegExp, timeoutMs?: number) => Promise<RegExpMatchArray>;
  press: (...keys: string[]) => Promise<void>;
  stop: () => Promise<void>;
};

export const KEY = { enter: "\r", up: "\u001b[A", down: "\u001b[B" } as const;

// Cursor movement stands where spaces would, so both are dropped before matching.
// oxlint-disable-next-line no-control-regex
const CONTROL = /\u001b\[[0-9;?<>=]*[a-zA-Z]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[()=>].?|\s/g;

const escaped = (text: string) => text.replaceAll(/\s/g, "").replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Uses `script` from util-linux for the terminal, so that no native addon is needed. */
export function openTerminal(command: string[], cwd: string, env: Record<string, string>): Terminal {
  const line = `stty rows 40 cols 120; exec ${command.map(quoted).join(" ")}`;
  const child = spawn("script", ["-qfec", line, "/dev/null"], {
    cwd,
    env: env as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "ignore"],
  });
  let raw = "";
  child.stdout.on("data", (chunk) => (raw += String(chunk)));
  const closed = new Promise<void>((resolve, reject) => child.on("error", reject).on("close", () => resolve()));

  return {
    async press(...keys) {
      for (const key of keys) {
        await pause(300); // a dialog takes no keys while it is being drawn
        child.stdin.write(key);
      }
    },
    async waitFor(text, timeoutMs = 20_000) {
      const pattern = typeof text === "string" ? new RegExp(escaped(text)) : text;
      for (const deadline = Date.now() + timeoutMs; ;) {
        const shown = raw.replaceAll(CONTROL, "");
        const match = pattern.exec(shown);
        if (match) {
          raw = "";
          return match;
        }
        if (Date.now() > deadline)
          throw new Error(`the terminal never showed ${String(text)}; it shows:\n${shown.slice(-1500)}`);
        await pause(100);
      }
    },
    async stop() {
      child.kill("SIGTERM");
      await closed;
    },
  };
}
