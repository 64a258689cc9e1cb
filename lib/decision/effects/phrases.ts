import type { EffectKind } from "../types";
import { isInspection } from "./arguments";
import { clip } from "./clip";
import { cannotRead } from "./code/code-scripts";
import { add, type Maker, type Traits } from "./scene";

/** Programs whose effect shows in the words after their name. First match of a program wins. */
export type Phrase = {
  /** Tested against the arguments joined by spaces. */
  when: RegExp;
  kind: EffectKind;
  /** After the program's name: "deletes a bucket". */
  note: string;
  traits?: Traits;
};
export type Phrasebook = Readonly<Record<string, readonly Phrase[]>>;

const MAX_LENGTH = 4_000;

/** Makes effects from phrasebooks. The target is the phrase itself: what a user has to name. */
export function phraseMaker(phrases: readonly Phrase[]): Maker {
  return (command, scene) => {
    if (isInspection(command)) return;
    const words = command.args.map((arg) => arg.value).join(" ");
    const text = words.slice(0, MAX_LENGTH);
    for (const { when, kind, note, traits } of phrases) {
      const match = when.exec(text);
      if (match === null) continue;
      const target = match.groups?.target ?? lastOperand(text);
      add(scene, kind, "command", target, command, `${command.name}: ${note}`, {
        what: note,
        text: clip(`${command.name} ${text}`),
        production: isProduction(`${text} ${[...command.assignments.values()].map((word) => word.value).join(" ")}`),
        ...traits,
      });
      return;
    }
    if (words.length > MAX_LENGTH) cannotRead("The call is longer than can be looked through.", command, scene);
  };
}

/** Names with `prod` or `production` in them mean what must stay up. */
export const isProduction = (text: string): boolean =>
  /(?:^|[^a-z])(?:prod|production|prd|live)(?:[^a-z]|$)/i.test(text);

const lastOperand = (text: string): string | null =>
  text.split(" ").findLast((word) => word !== "" && !word.startsWith("-")) ?? null;
