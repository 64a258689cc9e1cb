import type { Span } from "../../../shell/types";

/** PowerShell as far as it matters what it runs. Names of variables, members and operators are in lower case: the language does not tell. */
export type Expression = Span &
  (
    | { type: "text"; value: string; bare: boolean }
    | { type: "joined"; parts: readonly Expression[]; patched: boolean }
    | { type: "variable"; name: string }
    | { type: "run"; body: readonly Statement[] }
    | { type: "block"; block: Block }
    | { type: "list"; items: readonly Expression[] }
    | { type: "table"; entries: readonly (readonly [key: Expression, value: Statement])[] }
    | { type: "type"; name: string }
    | { type: "cast"; to: string; of: Expression }
    | { type: "member"; of: Expression; name: Expression; isStatic: boolean; args: readonly Expression[] | null }
    | { type: "index"; of: Expression; at: Expression }
    | { type: "operation"; operator: string; left: Expression | null; right: Expression }
  );

/** A parameter (`-Name`, `-Name:value`), a splatted variable, or a plain value. `word`: all of it, as a program would get it. */
export type Argument = { flag: string | null; attached: Expression | null; splat: boolean; word: Expression };

export type Redirect = { append: boolean; target: Expression };

export type Stage = Span &
  (
    | { type: "command"; operator: "" | "&" | "."; name: Expression; args: readonly Argument[]; redirects: readonly Redirect[] }
    | { type: "value"; expression: Expression; redirects: readonly Redirect[] }
  ); // prettier-ignore

export type Block = Span & { parameters: readonly Parameter[]; body: readonly Statement[] };
export type Parameter = { name: string; otherwise: Expression | null };

export type Statement = Span &
  (
    | { type: "pipeline"; stages: readonly Stage[] }
    | { type: "assignment"; target: Expression; adds: boolean; value: Statement }
    /** `first` runs, then any of the ways may, then `last`. */
    | { type: "branch"; first: readonly Statement[]; ways: readonly (readonly Statement[])[]; last: readonly Statement[] }
    | { type: "loop"; variable: string; items: readonly Statement[]; body: readonly Statement[] }
    | { type: "function"; name: string; block: Block }
  ); // prettier-ignore
