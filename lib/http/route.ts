import type { z } from "zod";
import { authenticate } from "@/lib/auth/authenticate";
import { type Ctx, may, type PublicCtx } from "@/lib/auth/ctx";
import type { Permission } from "@/lib/auth/permissions";
import { rootDb } from "@/lib/db/root";
import { forbidden, unauthenticated } from "./errors";
import { log } from "./log";
import { problemOf, toAppError } from "./problem";
import { consume, type Limit } from "./rate-limit";
import { readJson } from "./read-json";
import { ipOf, requestIdOf } from "./request-facts";
import { requireSameOrigin } from "./same-origin";

type CtxFor<A> = A extends "public" ? PublicCtx : Ctx & { organization: { id: string; name: string } };
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export type RouteSpec<A, P, Q, B, R extends z.ZodType> = {
  /** The permission asked of the session's member or of the API token. The verb asks again. */
  auth: A;
  params?: P;
  query?: Q;
  body?: B;
  /** What is answered; fields it does not name are left out. `z.void()` answers 204. */
  response: R;
  /** Status of a success; 200, or 204 without content. */
  status?: 200 | 201 | 202;
  /** Per member, token or, where nobody is known, IP address. */
  rateLimit?: Limit;
  maxBodyBytes?: number;
  /** One line for OpenAPI. */
  summary: string;
  handler: (given: {
    ctx: CtxFor<A>;
    params: Parsed<P>;
    query: Parsed<Q>;
    body: Parsed<B>;
    request: Request;
  }) => Promise<z.input<R> | Response>;
};

type AnySpec = RouteSpec<
  Permission | "public",
  z.ZodType | undefined,
  z.ZodType | undefined,
  z.ZodType | undefined,
  z.ZodType
>;
export type RouteDescription = Omit<AnySpec, "handler">;

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
/** A Next route handler that also describes itself for OpenAPI. */
export type Route = ((request: Request, context?: Context) => Promise<Response>) & { description: RouteDescription };

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

async function ctxFor(spec: AnySpec, request: Request, requestId: string): Promise<CtxFor<Permission | "public">> {
  const base = { db: rootDb(), requestId, ip: ipOf(request.headers) };
  if (spec.auth === "public") {
    if (!SAFE_METHODS.has(request.method)) requireSameOrigin(request.headers);
    if (spec.rateLimit) await consume(spec.rateLimit, base.ip ?? "unknown");
    return base;
  }
  const principal = await authenticate(base.db, request.headers);
  if (!principal) throw unauthenticated();
  if (principal.via === "cookie" && !SAFE_METHODS.has(request.method)) requireSameOrigin(request.headers);
  const { actor, organization } = principal;
  if (!may(actor, spec.auth)) throw forbidden();
  if (spec.rateLimit) await consume(spec.rateLimit, "id" in actor ? actor.id : "system");
  return { ...base, actor, organization };
}

/** Repeated keys become a list. */
function queryOf(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

function answer(spec: AnySpec, result: unknown): Response {
  if (result instanceof Response) return result;
  const shaped = spec.response.safeParse(result);
  if (!shaped.success) throw new Error("the answer does not have its declared shape", { cause: shaped.error });
  if (shaped.data === undefined) return new Response(null, { status: 204 });
  return Response.json(shaped.data, { status: spec.status ?? 200 });
}

function refusal(thrown: unknown, requestId: string): Response {
  const error = toAppError(thrown);
  if (error.status >= 500) log().error({ requestId, err: error.cause ?? error }, error.message);
  const headers = new Headers({ "content-type": "application/problem+json" });
  const retryAfterSeconds = error.retryAfterSeconds ?? (error.status === 503 ? 2 : undefined);
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (error.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(problemOf(error, requestId)), { status: error.status, headers });
}

async function handle(spec: AnySpec, request: Request, context: Context | undefined, requestId: string) {
  const ctx = await ctxFor(spec, request, requestId);
  const params = spec.params?.parse((await context?.params) ?? {});
  const query = spec.query?.parse(queryOf(request.url));
  const body = spec.body?.parse(await readJson(request, spec.maxBodyBytes));
  return answer(spec, await spec.handler({ ctx: ctx as never, params, query, body, request }));
}

/**
 * Makes a handler of the console's API from its declaration: who may call it, what goes in and out. Errors become
 * problem+json (RFC 9457) here and nowhere else.
 */
export function route<
  const A extends Permission | "public",
  R extends z.ZodType,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(given: RouteSpec<A, P, Q, B, R>): Route {
  const spec = given as unknown as AnySpec;
  const handler = async (request: Request, context?: Context) => {
    const requestId = requestIdOf(request.headers);
    const response = await handle(spec, request, context, requestId).catch((error: unknown) =>
      refusal(error, requestId),
    );
    response.headers.set("x-request-id", requestId);
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    return response;
  };
  return Object.assign(handler, { description: spec });
}
