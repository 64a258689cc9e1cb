import { forEachChild, type ArithmeticExpression, type SyntaxNode } from "unbash";
import { setVariable, type Frame } from "./frame";
import { targetOf } from "./variables";
import { SOME_NUMBER, type WordBuilder } from "./word";

/** `$((...))`: the number where it follows from the text, else some number. */
export function expandArithmetic(node: ArithmeticExpression | undefined, into: WordBuilder): void {
  const value = node === undefined ? 0 : valueOf(node);
  if (value === null) return into.word(SOME_NUMBER, true);
  into.text(String(value));
}

function valueOf(node: ArithmeticExpression): number | null {
  switch (node.type) {
    case "ArithmeticGroup":
      return valueOf(node.expression);
    case "ArithmeticWord":
      return numberIn(node.value);
    case "ArithmeticUnary":
      return node.operator === "-" && node.prefix ? negated(valueOf(node.operand)) : null;
    case "ArithmeticBinary":
      return combined(node.operator, valueOf(node.left), valueOf(node.right));
    default:
      return null;
  }
}

const negated = (value: number | null) => (value === null ? null : -value);

/** Digits behind a zero are octal. What a variable holds may change from one round of a loop to the next. */
const numberIn = (text: string): number | null => (/^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : null);

function combined(operator: string, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    default:
      return null;
  }
}

const CHANGES = /^(?:\+\+|--|(?:[-+*/%&|^]|<<|>>)?=)$/;

/** From here on what arithmetic changes is some number. */
export function forgetCounted(frame: Frame, node: SyntaxNode): void {
  if (node.type === "ArithmeticBinary" && CHANGES.test(node.operator)) forgetNumber(frame, node.left);
  if (node.type === "ArithmeticUnary" && CHANGES.test(node.operator)) forgetNumber(frame, node.operand);
}

function forgetNumber(frame: Frame, node: ArithmeticExpression): void {
  if (node.type === "ArithmeticWord") setSomeNumber(frame, /^[A-Za-z_]\w*/.exec(node.value)?.[0]);
  else forEachChild(node, (child) => forgetNumber(frame, child as ArithmeticExpression));
}

/** An element of a list may be any of them. */
export function setSomeNumber(frame: Frame, name: string | undefined): void {
  if (name !== undefined) setVariable(frame, targetOf(frame, name), [SOME_NUMBER]);
}
