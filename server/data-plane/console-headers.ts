import type { IncomingMessage } from "node:http";
import { endToEndHeaders } from "./hop-by-hop";

/** Ours to set: what a client says of itself under these names is not passed on. */
const SET_BY_US = [
  "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-real-ip",
  "x-request-id", "x-middleware-subrequest", "expect",
]; // prettier-ignore

/** What the console gets to see of a request's headers, in name-value pairs. */
export const headersForConsole = (request: IncomingMessage): string[] => endToEndHeaders(request, SET_BY_US);
