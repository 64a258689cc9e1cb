import Anthropic from "@anthropic-ai/sdk";
import { EnvHttpProxyAgent, fetch as undiciFetch } from "undici";
import type { Env } from "@/lib/env";
import { normalBaseUrl } from "./base-url";

export type ClassifierEnv = Pick<
  Env,
  | "ANTHROPIC_UPSTREAM_API_KEY"
  | "ANTHROPIC_UPSTREAM_URL"
  | "CLASSIFIER_API_KEY"
  | "CLASSIFIER_BASE_URL"
  | "CLASSIFIER_BASE_URLS"
>;

/** One address of the Messages API, with the installation's key for it. */
export type Endpoint = { baseUrl: string; client: Anthropic };

export type Endpoints = {
  /** Null where the operator did not list the address. @param baseUrl of an organization's policy; null for the installation's own */
  of(baseUrl: string | null): Endpoint | null;
  close(): Promise<void>;
};

const CONNECT_TIMEOUT_MS = 2_000;

/**
 * Null without a key: then the LLM classifier is off. The key goes to the addresses that the operator listed and to no other: a policy
 * cannot name one, and a redirect is an error.
 */
export function createEndpoints(env: ClassifierEnv): Endpoints | null {
  const apiKey = env.CLASSIFIER_API_KEY || env.ANTHROPIC_UPSTREAM_API_KEY;
  if (!apiKey) return null;
  const own = normalBaseUrl(env.CLASSIFIER_BASE_URL ?? env.ANTHROPIC_UPSTREAM_URL);
  const listed = new Set([own, ...env.CLASSIFIER_BASE_URLS.map(normalBaseUrl)]);
  // Honours HTTPS_PROXY and NO_PROXY, as for inference.
  const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: CONNECT_TIMEOUT_MS } });
  const fetch: typeof globalThis.fetch = (input, init) =>
    undiciFetch(
      input as Parameters<typeof undiciFetch>[0],
      { ...init, dispatcher, redirect: "error" } as Parameters<typeof undiciFetch>[1],
    ) as unknown as Promise<Response>;
  const endpoints = new Map<string, Endpoint>();

  return {
    of(wanted) {
      const baseUrl = wanted === null ? own : normalBaseUrl(wanted);
      if (!listed.has(baseUrl)) return null;
      let endpoint = endpoints.get(baseUrl);
      if (!endpoint) {
        // Retries are ours: the SDK's know no deadline. What goes wrong is ours to log, too.
        const options = { apiKey, baseURL: baseUrl, fetch, maxRetries: 0, logLevel: "off", openTelemetry: false } as const;
        endpoint = { baseUrl, client: withoutVariables(() => new Anthropic(options)) };
        endpoints.set(baseUrl, endpoint);
      }
      return endpoint;
    },
    close: () => dispatcher.destroy(),
  };
} // prettier-ignore

/**
 * The SDK reads variables of the environment when a client is made, some of them whatever it is given: headers of ANTHROPIC_CUSTOM_HEADERS
 * even replace the key. They may be meant for another program on the machine, so it gets to see none. Nothing else runs in between.
 */
function withoutVariables<T>(make: () => T): T {
  const hidden = Object.entries(process.env).filter(([name]) => name.startsWith("ANTHROPIC_"));
  for (const [name] of hidden) delete process.env[name];
  try {
    return make();
  } finally {
    Object.assign(process.env, Object.fromEntries(hidden));
  }
}
