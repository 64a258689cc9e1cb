import { z } from "zod";
import { StartUpError } from "./start-up-error";

const flag = z.enum(["0", "1", "true", "false"]).transform((v) => v === "1" || v === "true");

/** Logged and told to administrators, and the key goes along: nothing else secret belongs into it. */
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !/^[^/]*\/\/[^/?#]*@|[?#]/.test(url), "Without user, password, query and fragment");

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  /** Where people and clients reach Gatehouse; the issuer of its tokens. */
  GATEHOUSE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** 32 random bytes or more, base64url: signs sessions and tokens. */
  GATEHOUSE_SECRET: z.string().min(32),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Loopback port of the console process. */
  CONSOLE_PORT: z.coerce.number().int().optional(),
  /** Set by `npm run dev`, whose pages reload over a WebSocket. */
  CONSOLE_HOT_RELOAD: flag.default(false),
  ANTHROPIC_UPSTREAM_URL: z.url().default("https://api.anthropic.com"),
  /** The organization's key for the upstream; without one /v1/messages answers with an API error. */
  ANTHROPIC_UPSTREAM_API_KEY: z.string().optional(),
  /** The LLM classifier's own key and address, where they are not the upstream's. */
  CLASSIFIER_API_KEY: z.string().optional(),
  CLASSIFIER_BASE_URL: baseUrl.optional(),
  /** Further addresses that an organization's policy may name; the key is sent to no other. */
  CLASSIFIER_BASE_URLS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((url) => url.trim() || []))
    .pipe(z.array(baseUrl)),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
  /** Some providers list groups only when asked for a scope of that name. */
  OIDC_SCOPE: z.string().default("openid email profile"),
  /** The claim that lists a person's groups. */
  OIDC_GROUPS_CLAIM: z.string().default("groups"),
  /** After as many days a client of someone who came by OIDC signs in anew, and the provider is asked again. */
  SIGN_IN_MAX_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
  /** The organization's own package advisories: a file in OSV format or a directory of them (docs/advisories.md). */
  GATEHOUSE_ADVISORIES: z.string().min(1).optional(),
  /** Trust X-Forwarded-For of the connection's peer; only behind a proxy of your own. */
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});
export type Env = z.output<typeof Env>;

/** Parses the environment once. @throws StartUpError that names each variable at fault */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = Env.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new StartUpError(`environment: ${faults.join("; ")}`);
}

let cached: Env | undefined;
export const env = (): Env => (cached ??= readEnv());
