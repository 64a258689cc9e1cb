/** The engine compiles what runs often; from here on it has. */
const WARM_AFTER = 2_000;

/** Time of a run on one core: processor time too, since other programs share the machine. */
export function startStopwatch(total: number, what: string) {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  let done = 0;
  let warmAt = 0;
  return {
    lap() {
      if (++done === WARM_AFTER) warmAt = performance.now();
    },
    report(): string {
      const now = performance.now();
      const { user, system } = process.cpuUsage(cpu);
      const rate = (count: number, ms: number) => Math.round(count / Math.max(ms / 1000, 1e-6)).toLocaleString("en");
      const warm = total >= 2 * WARM_AFTER ? `, ${rate(total - WARM_AFTER, now - warmAt)} once warm` : "";
      return `${total} ${what}, ${rate(total, now - startedAt)} a second${warm}, ${rate(total, (user + system) / 1000)} a second of processor time`;
    },
  };
}
