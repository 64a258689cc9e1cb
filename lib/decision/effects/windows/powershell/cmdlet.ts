import type { Span, Word } from "../../../shell/types";
import { literal } from "../../../shell/word";
import type { Bound, Shape } from "./parameters";
import { place, type State } from "./state";
import { NOTHING, type Value } from "./values";
import { filePath, providerOf, registryKey } from "./variables";

/** One call of a cmdlet. */
export type CmdletCall = { state: State; span: Span; name: string; bound: Bound; input: Value };

/** A cmdlet that is told in the terms of another shell's programs, and what it gives. */
export type Cmdlet = Shape & {
  /** Runs the blocks it is given by itself. */
  blocks?: boolean;
  run: (call: CmdletCall) => Value;
};

export const given = ({ bound }: CmdletCall, ...names: readonly string[]): Value => {
  for (const name of names) {
    const found = bound.values.get(name);
    if (found !== undefined) return found;
  }
  return NOTHING;
};

export const has = ({ bound }: CmdletCall, ...names: readonly string[]): boolean =>
  names.some((name) => bound.switches.has(name) || bound.values.has(name));

export const word = (text: string, { state, span }: CmdletCall): Word => literal(text, place(state, span));

/** All that a cmdlet is given, by parameter or without a name. */
export const allOf = ({ bound }: CmdletCall): Value[] => [...bound.values.values(), ...bound.rest];

/** What a cmdlet is given by parameter, else over the pipe. */
export const givenOrInput = (call: CmdletCall, ...names: readonly string[]): readonly Word[] => {
  const { words } = given(call, ...names);
  return words.length > 0 ? words : call.input.words;
};

/** The same for a cmdlet that takes any number of them. */
export const operandsOf = (call: CmdletCall, ...names: readonly string[]): readonly Word[] => {
  const own = [...given(call, ...names).words, ...call.bound.rest.flatMap(({ words }) => [...words])];
  return own.length > 0 ? own : call.input.words;
};

export type Places = {
  files: readonly Word[];
  keys: readonly Word[];
  others: readonly { provider: string; word: Word }[];
};

/** Files, registry keys, and items of other providers. */
export function placesOf(words: readonly Word[], state: State): Places {
  const files: Word[] = [];
  const keys: Word[] = [];
  const others: { provider: string; word: Word }[] = [];
  for (const one of words) {
    const key = registryKey(one);
    const provider = key === null ? providerOf(one) : null;
    if (key !== null) keys.push(key);
    else if (provider !== null) others.push({ provider, word: one });
    else files.push(filePath(state, one));
  }
  return { files, keys, others };
} // prettier-ignore
