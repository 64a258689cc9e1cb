/** The engine compiles what runs often; from here on it has. */
const WARM_AFTER = 2_000;

/** Time of a run on one core: processor time too, since other programs share the machine. */
export function startStopwatch(total: number, what: string) {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const leftOut = { ms: 0, cpuMs: 0 };
  let done = 0;
  let warmMs = 0;
  const elapsed = () => performance.now() - startedAt - leftOut.ms;
  const used = () => millisOf(process.cpuUsage(cpu)) - leftOut.cpuMs;
  return {
    lap() {
      if (++done === WARM_AFTER) warmMs = elapsed();
    },
    /** Work that is not what is measured, such as writing down what came out. */
    leaveOut(work: () => void) {
      const [ms, cpuMs] = [elapsed(), used()];
      work();
      leftOut.ms += elapsed() - ms;
      leftOut.cpuMs += used() - cpuMs;
    },
    report(): string {
      const [ms, cpuMs] = [elapsed(), used()];
      const rate = (count: number, time: number) =>
        Math.round(count / Math.max(time / 1000, 1e-6)).toLocaleString("en");
      const warm = total >= 2 * WARM_AFTER ? `, ${rate(total - WARM_AFTER, ms - warmMs)} once warm` : "";
      return `${total} ${what}, ${rate(total, ms)} a second${warm}, ${rate(total, cpuMs)} a second of processor time`;
    },
  };
}

const millisOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
