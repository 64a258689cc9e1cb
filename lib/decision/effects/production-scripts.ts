import type { SimpleCommand } from "../shell/types";
import { isInspection } from "./arguments";
import { clip } from "./clip";
import { add, type Maker } from "./scene";
import { isInProduction } from "./surroundings";

/** What people call the project's own scripts that change what is deployed or stored. */
const CHANGES = /(?:^|[\s/:_.-])(?:deploy|migrat|seed|rollback|rollout|promote|backfill|reset|purge|cleanup|truncate|wipe|nuke|erase|destroy|provision|release)/i; // prettier-ignore
const RUNNERS = new Set(["npm", "pnpm", "yarn", "bun", "make", "just", "task", "rake", "invoke", "nox", "tox", "composer", "mage", "fab", "inv"]); // prettier-ignore
const INTERPRETERS = /^(?:python[\d.]*|node|tsx|ts-node|bun|deno|ruby|php|bash|sh|zsh)$/;

/** The name of a script of the project's that a call runs; null for other programs. */
function scriptIn({ name, program, args }: SimpleCommand): string | null {
  const words = args.filter(({ value }) => !value.startsWith("-")).map(({ value }) => value);
  if (RUNNERS.has(name)) return words.slice(0, 2).join(" ");
  if (INTERPRETERS.test(name)) return words[0] ?? null;
  return program.value.includes("/") ? program.value : null;
}

/** `--env production`, `ENV=prod`, `prod` alone, or `deploy:prod`. */
const PRODUCTION_WORD = /^(?:--?[\w-]+=|\w+=)?(?:prod|production|prd|live)$/i;
const PRODUCTION_NAME = /[\w/][:_-](?:prod|production)$/i;
const namesProduction = ({ args }: SimpleCommand, script: string): boolean =>
  PRODUCTION_NAME.test(script.replace(/\.\w{1,4}$/, "")) || args.some(({ value }) => PRODUCTION_WORD.test(value));

/** A script of the project's that changes what is deployed or stored, for production: named to it, or with its settings around it. */
export const productionScripts: Maker = (command, scene) => {
  const script = command.where === "here" ? scriptIn(command) : null;
  if (script === null || !CHANGES.test(script) || isInspection(command)) return;
  const file = command.args.some(({ value }) => /^--env-file(?:=|$)/.test(value)) ? command.args : [];
  if (
    !isInProduction(command, scene) &&
    !namesProduction(command, script) &&
    !file.some(({ value }) => /\.(?:env\.)?prod/i.test(value))
  )
    return;
  add(scene, "deploy", "command", script, command, `runs ${clip(script)} with the settings of production`, { act: "deploy", what: "runs a script with the settings of production", text: clip(script), production: true }); // prettier-ignore
};
