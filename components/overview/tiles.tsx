import { auditHref } from "@/lib/audit/filter-query";
import type { Latency } from "@/lib/audit/latency";
import type { Overview } from "@/lib/audit/overview";
import { Tile } from "./tile";

const whole = new Intl.NumberFormat("en");
const ms = (us: number) => `${(us / 1000).toFixed(us < 10_000 ? 2 : 0)} ms`;
const share = (part: number, all: number) => (all === 0 ? "none" : `${((100 * part) / all).toFixed(1)} %`);

const latencyNote = (latency: Latency | null) =>
  latency ? `p99 ${ms(latency.p99Us)}, the latest ${whole.format(latency.sampled)}` : "no decision in 7 days";

/** The week in six figures. */
export function Tiles({ overview: { days, clients, latency, rollout, revision } }: { overview: Overview }) {
  const sum = (key: "block" | "fallback" | "ask" | "allow" | "none") =>
    days.reduce((total, day) => total + day[key], 0);
  const [blocks, fallbacks] = [sum("block"), sum("fallback")];
  const all = blocks + fallbacks + sum("ask") + sum("allow") + sum("none");
  const fleet = Object.values(clients).reduce((total, count) => total + count, 0);
  const on = rollout?.filter(({ autoMode }) => autoMode).length ?? 0;
  const trouble = clients.drifted + clients.failed;
  return (
    <section aria-label="This week" className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      <Tile
        label="Auto mode"
        value={rollout ? `${on} of ${rollout.length}` : "off"}
        note={revision ? `audiences on, revision ${revision.number}` : "no policy published"}
        href="/policy"
      />
      <Tile
        label="Decisions"
        value={whole.format(all)}
        note={`${share(sum("allow"), all)} allowed`}
        href={auditHref({ type: "decisions" })}
      />
      <Tile
        label="Blocks"
        value={whole.format(blocks)}
        note={`${share(blocks, all)} of decisions`}
        href={auditHref({ verdict: ["block"] })}
      />
      <Tile
        label="Fallbacks"
        value={whole.format(fallbacks)}
        note={fallbacks === 0 ? "no session hit a limit" : "sessions that hit a limit"}
        href={auditHref({ verdict: ["fallback"] })}
      />
      <Tile
        label="Clients up to date"
        value={`${whole.format(clients.applied)} of ${whole.format(fleet)}`}
        note={trouble > 0 ? `${trouble} drifted or failed` : "none drifted or failed"}
        href="/developers"
      />
      <Tile
        label="Decision time, p50"
        value={latency ? ms(latency.p50Us) : "–"}
        note={latencyNote(latency)}
        href={auditHref({ type: "decisions" })}
      />
    </section>
  );
}
