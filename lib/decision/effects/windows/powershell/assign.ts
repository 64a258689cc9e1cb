import type { Span } from "../../../shell/types";
import { evaluate } from "./evaluate";
import { define, does, doubt, place, type State } from "./state";
import type { Expression } from "./syntax";
import { both, madeOf, NOTHING, spliced, textOf, type Value, valueOf } from "./values";

/** `$x = ...`, `$h.a = ...`, `$a[0] = ...`, `$function:f = ...`. */
export function assign(state: State, target: Expression, value: Value, adds: boolean): void {
  switch (target.type) {
    case "variable":
      setVariable(state, target, adds ? added(state, state.variables.get(target.name), value, target) : value);
      return;
    case "cast":
      return assign(state, target.of, value, adds);
    case "list":
      for (const item of target.items) assign(state, item, value, adds);
      return;
    case "member":
    case "index": {
      const of = evaluate(state, target.of);
      const name = evaluate(state, target.type === "member" ? target.name : target.at);
      if (target.type === "member" && target.isStatic) return setting(state, target);
      if (isDefaults(target.of)) {
        if (!HARMLESS_DEFAULT.test(textOf(name) ?? "")) doubt(state, UNSEEN, target);
        return;
      }
      return assign(state, target.of, replaced(state, of, name, adds ? valueOf([madeOf("$sum", target, [value])]) : value, target), false); // prettier-ignore
    }
    default:
      evaluate(state, target);
  }
}

const UNSEEN = "This gives commands arguments that do not stand in them.";
const HARMLESS_DEFAULT = /:(?:encoding|erroraction|verbose|usebasicparsing|progressaction)$/i;
const isDefaults = (target: Expression): boolean => target.type === "variable" && target.name === "psdefaultparametervalues"; // prettier-ignore

function setVariable(state: State, target: Expression & { type: "variable" }, value: Value): void {
  const { name } = target;
  if (isDefaults(target) && [...(value.table?.keys() ?? [""])].some((key) => !HARMLESS_DEFAULT.test(key))) doubt(state, UNSEEN, target); // prettier-ignore
  if (name === "env:psmodulepath") doubt(state, "This changes where modules come from.", target);
  if (!name.startsWith("function:")) state.variables.set(name, value);
  else if (value.block !== null) define(state, name.slice("function:".length), value.block);
  else doubt(state, "What this function does is only known when it runs.", target);
}

/** A table or a list with another entry. */
function replaced(state: State, of: Value, name: Value, value: Value, span: Span): Value {
  const key = textOf(name)?.toLowerCase() ?? null;
  if (of.table !== null) {
    const entries = new Map(of.table);
    if (key !== null) entries.set(key, value);
    else for (const [other, entry] of of.table) entries.set(other, both(entry, value));
    return { ...of, table: entries };
  }
  const at = Number(key ?? Number.NaN);
  if (of.words.length < 2 || Number.isNaN(at)) return both(of, value);
  const [item = madeOf("$item", place(state, span), [value])] = value.words.length === 1 ? value.words : [];
  return { ...of, words: of.words.map((word, i) => (i === (at < 0 ? of.words.length + at : at) ? item : word)) };
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
