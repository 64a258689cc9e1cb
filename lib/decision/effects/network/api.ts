import type { Deed } from "../deeds";

/**
 * A request to a service's own interface, and what it does there. `host`: ends with one of these. `port`: one of these. `path`, `body`
 * and `said` (anything in the call, such as a header) must hold the words where given.
 */
export type Api = {
  host?: readonly string[];
  port?: readonly string[];
  method: string;
  path?: RegExp;
  body?: RegExp;
  said?: RegExp;
  deed: Deed;
};

export const WRITES = "POST PUT PATCH DELETE";
/** Flags by which programs are told the method. */
export const METHOD_FLAGS = ["-X", "--request", "--method"];
