import { spend } from "../../../shell/frame";
import type { FileRedirect } from "../../../shell/types";
import { isSecretName } from "../../../credential-paths";
import { assign } from "./assign";
import { way } from "./branches";
import { runCommand } from "./call";
import { eachOf } from "./cmdlets-running";
import { evaluate } from "./evaluate";
import { define, does, place, stdinOf, type State } from "./state";
import type { Redirect, Stage, Statement } from "./syntax";
import { both, NOTHING, textOf, type Value } from "./values";
import { filePath } from "./variables";

/** Reads statements in order. What they give is the value of the script block or the brackets around them. */
export function walk(state: State, statements: readonly Statement[], captured: boolean): Value {
  let found = NOTHING;
  for (const statement of statements) {
    spend(state.reader, place(state, statement));
    found = both(found, one(state, statement, captured));
  }
  return found;
}

function one(state: State, statement: Statement, captured: boolean): Value {
  switch (statement.type) {
    case "pipeline":
      return pipeline(state, statement.stages, captured);
    case "assignment":
      assign(state, statement.target, state.walk(state, [statement.value], true), statement.adds);
      return NOTHING;
    case "branch":
      return branch(state, statement, captured);
    case "loop": {
      const items = walk(state, statement.items, true);
      return eachOf({ state }, items, statement.variable, () => way(state, () => walk(state, statement.body, captured))); // prettier-ignore
    }
    case "function":
      define(state, statement.name, statement.block);
      return NOTHING;
  }
}

function branch(state: State, { first, ways, last }: Statement & { type: "branch" }, captured: boolean): Value {
  let found = walk(state, first, ways.length > 0 || captured);
  for (const one of ways) {
    found = both(
      found,
      way(state, () => walk(state, one, captured)),
    );
  }
  return both(found, walk(state, last, captured));
}

function pipeline(state: State, stages: readonly Stage[], captured: boolean): Value {
  let input = NOTHING;
  stages.forEach((stage, i) => {
    const shown = !captured && i === stages.length - 1;
    input = stage.type === "value" ? shownValue(state, stage, shown) : runCommand(state, stage, input);
    redirect(state, stage, input);
  });
  return input;
}

/** A value that nothing takes is printed. */
function shownValue(state: State, stage: Stage & { type: "value" }, shown: boolean): Value {
  const found = evaluate(state, stage.expression);
  const secret = found.words.some(({ variables }) => variables.some(isSecretName));
  if (shown && secret) does(state, stage, "echo", found.words);
  return found;
}

function redirect(state: State, stage: Stage, output: Value): void {
  const files = stage.redirects.flatMap((one) => fileOf(state, one));
  if (files.length > 0) does(state, stage, "", [], { stdin: stdinOf(output, stage), redirects: files });
}

function fileOf(state: State, { append, target }: Redirect): FileRedirect[] {
  const value = evaluate(state, target);
  const [word] = value.words;
  if (word === undefined || textOf(value) === "" || /^nul$/i.test(word.value)) return [];
  return [{ op: append ? ">>" : ">", target: filePath(state, word) }];
}
