/** What a process of ours tells the supervisor, so that one whose event loop is stuck is found by its silence. */
export const ALIVE = "gatehouse:alive";
const REPORT_EVERY_MS = 1_000;

/** For a process that was forked; does nothing in any other. */
export function reportAlive(): void {
  const report = () => {
    if (process.connected) process.send?.(ALIVE, undefined, undefined, () => {}); // gone meanwhile: "disconnect" says so
  };
  report();
  setInterval(report, REPORT_EVERY_MS).unref();
}
