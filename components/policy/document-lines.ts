import { isJsonObject, type Json, pointerTo } from "@/lib/policy/json";

export type DocumentLine = {
  depth: number;
  /** The key before the value, for members of objects. */
  key?: string;
  /** A scalar, a bracket or an empty container, as JSON. */
  text: string;
  kind: "string" | "literal" | "bracket";
  hasComma: boolean;
  /** JSON pointer of the value, where the line holds a whole one. */
  pointer?: string;
};

/** A JSON value as lines, keys sorted as in the canonical form. */
export const documentLines = (value: Json): DocumentLine[] =>
  linesOf(value, { depth: 0, pointer: "", hasComma: false });

type Place = { depth: number; key?: string; pointer: string; hasComma: boolean };

function linesOf(value: Json, place: Place): DocumentLine[] {
  const { pointer, ...rest } = place;
  const children = childrenOf(value);
  if (children.length === 0)
    return [{ ...rest, text: JSON.stringify(value), kind: typeof value === "string" ? "string" : "literal", pointer }];
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return [
    { ...rest, text: open ?? "", kind: "bracket", hasComma: false },
    ...children.flatMap(([key, child], index) =>
      linesOf(child, {
        depth: place.depth + 1,
        key: typeof key === "string" ? key : undefined,
        pointer: pointerTo(pointer, key),
        hasComma: index < children.length - 1,
      }),
    ),
    { depth: place.depth, text: close ?? "", kind: "bracket", hasComma: place.hasComma },
  ];
}

function childrenOf(value: Json): [string | number, Json][] {
  if (Array.isArray(value)) return [...value.entries()];
  if (!isJsonObject(value)) return [];
  return Object.keys(value)
    .sort()
    .map((key) => [key, value[key] as Json]);
}
