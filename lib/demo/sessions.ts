import { type DemoAction, type Place, riskyAction, routineAction } from "./action";
import type { DemoPerson } from "./people";
import { PERSONAS } from "./personas";
import type { Random } from "./random";

export type DemoStep = { atMs: number; action: DemoAction };
export type DemoSession = {
  startMs: number;
  place: Place;
  permissionMode: string;
  prompt: string;
  steps: DemoStep[];
};

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
export const DEMO_DAYS = 30;

const PROMPTS = [
  "Fix the failing test and open a pull request", "Why is the {symbol} page slow? Profile it and suggest a fix", "Upgrade the dependencies and run everything",
  "Add a retry with backoff to {symbol}", "Clean up the old build output and rebuild", "Rename {symbol} everywhere, tests included",
  "Review my branch and tidy the commits", "Write a migration for {symbol} and test it on the dev database", "Find out who calls {symbol} and document it",
  "The pipeline is red, have a look", "Set up the project on this machine", "Port the {symbol} script to the new API",
]; // prettier-ignore

/** Thirty days of one developer: on working days, in working hours, none to three sessions. */
export function planSessions(person: DemoPerson, nowMs: number, random: Random): DemoSession[] {
  const sessions: DemoSession[] = [];
  for (let day = DEMO_DAYS; day >= 0; day--) {
    const midnightMs = Math.floor((nowMs - day * DAY_MS) / DAY_MS) * DAY_MS;
    const weekday = new Date(midnightMs).getUTCDay();
    const count = weekday === 0 || weekday === 6 ? (random.chance(0.06) ? 1 : 0) : random.pick([0, 1, 1, 1, 2, 2, 3]);
    for (let n = 0; n < count; n++) {
      const startMs = midnightMs + 7 * HOUR_MS + random.int(0, 10 * HOUR_MS);
      const session = planSession(person, startMs, random);
      // What would lie in the future has not happened yet.
      session.steps = session.steps.filter(({ atMs }) => atMs < nowMs);
      if (session.steps.length > 0) sessions.push(session);
    }
  }
  return sessions;
}

function planSession(person: DemoPerson, startMs: number, random: Random): DemoSession {
  const place = placeOf(person, random);
  const symbols = place.project.words.symbol ?? ["build"];
  const prompt = random.pick(PROMPTS).replace("{symbol}", random.pick(symbols));
  const permissionMode = random.chance(0.88) ? "auto" : random.pick(["default", "acceptEdits", "plan"]);
  return { startMs, place, permissionMode, prompt, steps: planSteps(place, person.risk, startMs, random) };
}

function placeOf({ name, persona }: DemoPerson, random: Random): Place {
  const found = PERSONAS.find(({ id }) => id === persona);
  if (!found) throw new Error(`no persona ${persona}`);
  const project = random.pick(found.projects);
  return { persona: found, project, cwd: `${homeOf(name)}/src/${project.name}` };
}

/** `/home/mira` */
export const homeOf = (name: string): string =>
  `/home/${name
    .normalize("NFD")
    .replace(/[^a-z ]/gi, "")
    .split(" ", 1)[0]
    ?.toLowerCase()}`;

const STUCK = 0.035;

/** Ordinary work with a risky step now and then; a few sessions get stuck and try one way around after the other. */
function planSteps(place: Place, risk: number, startMs: number, random: Random): DemoStep[] {
  const steps: DemoStep[] = [];
  let atMs = startMs;
  const add = (action: DemoAction) => {
    atMs += random.int(4_000, 90_000);
    steps.push({ atMs, action });
  };
  const count = random.int(5, 26);
  const stuckAt = random.chance(STUCK) ? random.int(2, count) : -1;
  for (let n = 0; n < count; n++) {
    if (n === stuckAt) for (let tries = random.int(3, 5); tries > 0; tries--) add(riskyAction(place, random));
    else add(random.chance(risk) ? riskyAction(place, random) : routineAction(place, random));
  }
  return steps;
}
