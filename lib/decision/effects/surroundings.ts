import { inputText } from "../input-text";
import type { Reading, SimpleCommand } from "../shell/types";
import { operands } from "./arguments";
import { isProduction } from "./phrases";
import { settingsOf } from "./rehearsal";
import type { Scene } from "./scene";

/** What was set up before a call decides where it acts: variables, a file of settings that was read in, a context that was chosen. */

/** The words by which a tool is told what all later calls are about; what follows them names it. */
const CHOOSES: Readonly<Record<string, readonly string[]>> = {
  kubectl: ["config use-context", "config use"], oc: ["project", "config use-context"], kubectx: [""], kubens: [""], docker: ["context use"], gcloud: ["config set", "config configurations activate"],
  az: ["account set"], terraform: ["workspace select"], tofu: ["workspace select"], pulumi: ["stack select"], heroku: ["git:remote"], argocd: ["context"], nomad: ["namespace use"], vercel: ["switch"], aws: ["configure set"],
}; // prettier-ignore
/** Which tools the choice is for, where it is for another than the one that makes it. */
const FOR: Readonly<Record<string, RegExp>> = { kubectl: /^(?:kubectl|helm|k|oc|helmfile|skaffold|flux|kubecolor)$/, kubectx: /^(?:kubectl|helm|k|oc|helmfile|skaffold|flux)$/, kubens: /^(?:kubectl|helm|k)$/, docker: /^docker/ }; // prettier-ignore

/** What one call sets up for the later ones; `isFor`: the programs that heed it. */
type Choice = { start: number; words: readonly string[]; isFor: (name: string) => boolean };

/** All of it as one text, to be searched for the name of an environment. */
export function surroundings(command: SimpleCommand, scene: Scene): string {
  const said = [...settingsOf(command, scene).map(([, { value }]) => value), wrapping(command, scene)];
  for (const { start, words, isFor } of choicesIn(scene.reading)) {
    if (start >= command.start) break;
    if (isFor(command.name)) said.push(...words);
  }
  return said.join(" ").slice(0, MAX_LENGTH);
}
const MAX_LENGTH = 4_000;

/** What stands before the program itself: `aws-vault exec prod --`, `dotenv -e .env.production --`. */
function wrapping({ wrappers, start, program }: SimpleCommand, { action, field }: Scene): string {
  const text = wrappers.length === 0 ? "" : (inputText(action, field) ?? "");
  const isHere = program.value !== "" && text.startsWith(program.value, program.start);
  return isHere ? text.slice(start, Math.min(program.start, start + MAX_WRAPPING)) : "";
}
const MAX_WRAPPING = 500;

/** `export $(cat .env.production | xargs)` */
const readInto = ({ args }: SimpleCommand): string[] =>
  args.flatMap(({ from }) => from).flatMap((source) => [source, ...source.stdin.from]).flatMap((source) => source.args.map(({ value }) => value)); // prettier-ignore

/** Each call of a command line asks for them. */
const known = new WeakMap<Reading, readonly Choice[]>();
const MAX_CHOICES = 50;

function choicesIn(reading: Reading): readonly Choice[] {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const choices = reading.commands.flatMap(choiceOf).slice(-MAX_CHOICES);
  known.set(reading, choices);
  return choices;
}

function choiceOf(command: SimpleCommand): Choice[] {
  const { name, args, start } = command;
  const isFor = () => true;
  if (name === "source" || name === ".") return [{ start, words: [args[0]?.value ?? ""], isFor }];
  if (name === "export") {
    const words = readInto(command);
    return words.length === 0 ? [] : [{ start, words, isFor }];
  }
  const phrases = Object.hasOwn(CHOOSES, name) ? (CHOOSES[name] ?? []) : [];
  if (phrases.length === 0) return [];
  const text = operands(command).map(({ value }) => value).join(" "); // prettier-ignore
  if (!phrases.some((phrase) => text.startsWith(phrase))) return [];
  return [{ start, words: args.map(({ value }) => value), isFor: (one) => FOR[name]?.test(one) ?? one === name }];
}

export const isInProduction = (command: SimpleCommand, scene: Scene): boolean =>
  isProduction(surroundings(command, scene));
