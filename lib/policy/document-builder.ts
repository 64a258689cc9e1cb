import { canonicalJson } from "./canonical";
import { isJsonObject, type Json, type JsonObject, pointerTo } from "./json";

/** Where a value of the document came from; `rollout:` names a group id or `everyone-else`, `trust:` an entry id. */
export type Origin = "gatehouse" | "rules" | "permissions" | "settings" | `rollout:${string}` | `trust:${string}`;

/** By JSON pointer, for every scalar and empty container; more than one where several say the same. */
export type Origins = Record<string, Origin[]>;

export type Overridden = { pointer: string; kept: Json; dropped: Json };

/** Builds a JSON document and remembers where each part came from. */
export class DocumentBuilder {
  readonly document: JsonObject = {};
  readonly origins: Origins = {};

  /** Sets one value; objects on the way are made. */
  set(path: readonly string[], value: Json, origin: Origin): void {
    const { holder, key, pointer } = this.#descend(path);
    holder[key] = value;
    this.#note(pointer, value, [origin]);
  }

  /** Adds to the end of a list, which is made if need be. */
  append(path: readonly string[], items: readonly { value: string; origins: Origin[] }[]): void {
    const { holder, key, pointer } = this.#descend(path);
    const list = (holder[key] ??= []) as Json[];
    for (const { value, origins } of items) this.#note(pointerTo(pointer, list.push(value) - 1), value, origins);
  }

  /**
   * Merges what ranks below: objects by key, lists one after the other without repeats, and of two scalars the one that
   * is there stays.
   * @returns what was dropped
   */
  mergeBelow(layer: JsonObject, origin: Origin): Overridden[] {
    const overridden: Overridden[] = [];
    this.#mergeObject(this.document, layer, "", origin, overridden);
    return overridden;
  }

  #mergeObject(target: JsonObject, layer: JsonObject, pointer: string, origin: Origin, overridden: Overridden[]): void {
    for (const [key, value] of Object.entries(layer)) {
      const here = pointerTo(pointer, key);
      const present = Object.hasOwn(target, key) ? target[key] : undefined;
      if (present === undefined) {
        target[key] = value;
        this.#note(here, value, [origin]);
      } else if (isJsonObject(present) && isJsonObject(value)) {
        this.#mergeObject(present, value, here, origin, overridden);
      } else if (Array.isArray(present) && Array.isArray(value)) {
        this.#mergeList(present, value, here, origin);
      } else if (canonicalJson(present) === canonicalJson(value)) {
        this.#note(here, value, [origin]);
      } else {
        overridden.push({ pointer: here, kept: present, dropped: value });
      }
    }
  }

  #mergeList(target: Json[], items: readonly Json[], pointer: string, origin: Origin): void {
    const indexOf = new Map(target.map((item, index) => [canonicalJson(item), index]));
    for (const item of items) {
      const text = canonicalJson(item);
      const index = indexOf.get(text) ?? target.push(item) - 1;
      indexOf.set(text, index);
      this.#note(pointerTo(pointer, index), item, [origin]);
    }
  }

  #descend(path: readonly string[]): { holder: JsonObject; key: string; pointer: string } {
    let holder = this.document;
    let pointer = "";
    for (const key of path.slice(0, -1)) {
      holder = (holder[key] ??= {}) as JsonObject;
      pointer = pointerTo(pointer, key);
    }
    const key = path.at(-1) ?? "";
    return { holder, key, pointer: pointerTo(pointer, key) };
  }

  #note(pointer: string, value: Json, origins: readonly Origin[]): void {
    const children: [string | number, Json][] = Array.isArray(value)
      ? [...value.entries()]
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, child] of children) this.#note(pointerTo(pointer, key), child, origins);
    if (children.length === 0) this.origins[pointer] = [...new Set([...(this.origins[pointer] ?? []), ...origins])];
  }
}
