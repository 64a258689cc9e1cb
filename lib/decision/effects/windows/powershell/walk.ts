import { spend } from "../../../shell/frame";
import type { FileRedirect, Span } from "../../../shell/types";
import { isSecretName } from "../../../credential-paths";
import { runCommand } from "./call";
import { eachOf } from "./cmdlets-running";
import { evaluate } from "./evaluate";
import { does, doubt, place, stdinOf, type State } from "./state";
import type { Expression, Redirect, Stage, Statement } from "./syntax";
import { both, NOTHING, spliced, textOf, type Value } from "./values";
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
      return eachOf({ state }, items, statement.variable, () => perhaps(state, () => walk(state, statement.body, captured))); // prettier-ignore
    }
    case "function":
      state.functions.set(statement.name, statement.block);
      return NOTHING;
  }
}

function branch(state: State, { first, ways, last }: Statement & { type: "branch" }, captured: boolean): Value {
  let found = walk(state, first, ways.length > 0 || captured);
  const cwd = state.frame.cwd;
  for (const way of ways) {
    found = both(
      found,
      perhaps(state, () => walk(state, way, captured)),
    );
    if (state.frame.cwd !== cwd) state.frame.cwd = null;
  }
  return both(found, walk(state, last, captured));
}

/** What may run or not: variables it sets hold the one or the other. */
function perhaps(state: State, read: () => Value): Value {
  const before = new Map(state.variables);
  const found = read();
  for (const [name, value] of state.variables) {
    const other = before.get(name);
    if (other !== undefined && other !== value) state.variables.set(name, both(other, value));
  }
  return found;
}

function assign(state: State, target: Expression, value: Value, adds: boolean): void {
  switch (target.type) {
    case "variable":
      state.variables.set(target.name, adds ? added(state, state.variables.get(target.name), value, target) : value);
      return;
    case "cast":
      return assign(state, target.of, value, adds);
    case "list":
      for (const item of target.items) assign(state, item, value, adds);
      return;
    default:
      // A property, or a part of a list: what it belongs to holds it, too.
      evaluate(state, target);
      if (target.type === "member" && target.isStatic) setting(state, target);
      if ((target.type === "member" || target.type === "index") && target.of.type === "variable")
        state.variables.set(target.of.name, both(state.variables.get(target.of.name) ?? NOTHING, value));
  }
}

/** `+=` puts a text behind another one, or one more item into a list. */
function added(state: State, before: Value = NOTHING, value: Value, span: Span): Value {
  const together = both(before, value);
  if (before.words.length !== 1 || value.words.length !== 1) return together;
  return { ...together, words: [spliced([before, value], place(state, span), null), ...together.words] };
}

/** A setting of the whole session: of .NET itself, and so of every connection. */
function setting(state: State, target: Expression & { type: "member" }): void {
  const name = (textOf(evaluate(state, target.name)) ?? "").toLowerCase();
  if (/certificatevalidationcallback$|^certificatepolicy$/.test(name))
    does(state, target, "disable-certificatechecks", []); // prettier-ignore
  else if (!/^(?:securityprotocol|\w*encoding|currentdirectory|currentculture|\w*color|windowtitle)$/.test(name))
    doubt(state, "What this setting of .NET does is not known.", target);
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
