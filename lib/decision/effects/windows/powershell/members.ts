import { baseName, parentOf } from "../../../paths";
import type { Word } from "../../../shell/types";
import { isKnown, literal } from "../../../shell/word";
import { created, instanceCall, staticCall } from "./methods";
import { place, type State } from "./state";
import type { Expression } from "./syntax";
import { madeOf, textOf, unknown, type Value, valueOf } from "./values";

type Evaluate = (state: State, node: Expression) => Value;

/** `.Name`, `::Name` and calls of both. */
export function member(state: State, node: Expression & { type: "member" }, evaluate: Evaluate): Value {
  const span = place(state, node);
  const name = (textOf(evaluate(state, node.name)) ?? "").toLowerCase();
  const type = node.isStatic && node.of.type === "type" ? node.of.name.replace(/^system\./, "") : null;
  const of = type === null ? evaluate(state, node.of) : valueOf([]);
  const args = node.args?.map((arg) => evaluate(state, arg)) ?? null;
  if (args === null) return type === null ? property(of, name, node, state) : valueOf([unknown(`[${type}]`, span)]);
  const call = { state, span: node, name, args };
  if (type === null) return instanceCall(of, call);
  return name === "new" ? created(type, call) : staticCall(type, call);
}

/** Properties that tell something about a value and not what it holds. */
const TELLS = /^(?:length|count|id|pid|statuscode|hasexited|exitcode|lastwritetime\w*|creationtime\w*|starttime|cpu|workingset\w*|exists|psiscontainer|attributes|totalseconds|totalmilliseconds|totaldays|status|success|lines|words|characters|sum|average|maximum|minimum)$/; // prettier-ignore

function property(of: Value, name: string, node: Expression, state: State): Value {
  const span = place(state, node);
  const entry = of.table?.get(name);
  if (entry !== undefined) return entry;
  if (TELLS.test(name)) return valueOf([unknown(`$${name}`, span)]);
  const words = of.words.map((word) => part(word, name));
  return words.length === 0 || words.includes(null)
    ? valueOf([madeOf(`$${name}`, span, [of])])
    : valueOf(words as Word[], of.commands);
}

/** A part of a path; of what is not known, the same with its commands. */
function part(word: Word, name: string): Word | null {
  const known = isKnown(word) && word.value.includes("/");
  const path = word.value.replaceAll("\\", "/");
  const as = (value: string): Word => ({ ...literal(value, word), from: word.from, glob: word.glob });
  switch (name) {
    case "fullname":
    case "path":
    case "providerpath":
    case "allusersallhosts":
    case "alluserscurrenthost":
    case "currentuserallhosts":
    case "currentusercurrenthost":
    case "pspath":
    case "value":
    case "source":
      return word;
    case "name":
    case "pschildname":
      return known ? as(baseName(path)) : null;
    case "directory":
    case "directoryname":
    case "parent":
    case "psparentpath":
      return known ? as(parentOf(path)) : null;
    default:
      return null;
  }
}
