import type { Parsed } from "./parsed";
import { parseUrlPrefix } from "./url-prefix";

/** A trusted package registry, or a part of one: `https://packages.corp.example.com/npm/`. */
export const parseRegistry = (raw: string): Parsed =>
  parseUrlPrefix(withoutProtocol(raw.trim()), "https://packages.corp.example.com/npm/");

/** Cargo and container tools write their own scheme before what is https all the same. */
export const withoutProtocol = (url: string): string => url.replace(/^(?:sparse\+https|oci):\/\//i, "https://");
