import { parse } from "unbash";
import { decide } from "@/lib/decision/decide";
import { action, policy } from "@/lib/decision/testing";
import { mutated, numbers, seeds } from "./support/mutations";
import type { Report } from "./support/report";

const COMMANDS = 200_000;
const SEED = 20_260_327;

/** Mutated commands: none may make the classifier throw, and none that is not valid syntax may be allowed. */
export async function run(report: Report): Promise<void> {
  const commands = seeds();
  const next = numbers(SEED);
  const rules = policy();
  const started = performance.now();
  let [throws, invalid, allowed] = [0, 0, 0];
  for (let i = 0; i < COMMANDS; i++) {
    const command = mutated(commands, next);
    // `decide` catches what goes wrong inside, and says so by the tier.
    const { verdict, tier } = decide(action("Bash", { command }), rules);
    if (tier === "unavailable") throws++;
    if (parse(command).errors === undefined) continue;
    invalid++;
    if (verdict === "allow") allowed++;
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  report({ name: "fuzz, throws", value: throws, unit: "of", commands: COMMANDS, seed: SEED, seconds });
  report({ name: "fuzz, invalid syntax allowed", value: allowed, unit: "of", commands: invalid });
  if (throws + allowed > 0) throw new Error("the classifier does not hold what it promises for any text");
}
