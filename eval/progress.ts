const REDRAW_MS = 100;
const REPORT_MS = 5_000;
const WIDTH = 30;

/** How far a run is, on stderr: a bar on a terminal, a line now and then elsewhere. */
export function createProgress(total: number, what: string) {
  const isTerminal = process.stderr.isTTY === true;
  let done = 0;
  let nextMs = performance.now() + (isTerminal ? 0 : REPORT_MS);
  const draw = () => {
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * WIDTH);
    if (!isTerminal) return process.stderr.write(`${done} of ${total} ${what}\n`);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    return process.stderr.write(`\r${bar} ${Math.floor(100 * share)}% of ${total} ${what}`);
  };
  return {
    tick() {
      done++;
      // The clock costs more than most cases.
      if (done % 64 !== 0 && done !== total) return;
      const now = performance.now();
      if (now < nextMs) return;
      nextMs = now + (isTerminal ? REDRAW_MS : REPORT_MS);
      draw();
    },
    end() {
      if (!isTerminal) return;
      draw();
      process.stderr.write("\n");
    },
  };
}
