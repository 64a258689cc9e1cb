import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Permission } from "@/lib/auth/permissions";
import { TOKEN_SCOPES } from "@/lib/auth/permissions";
import type { Route, RouteDescription } from "./route";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
/** What a route file exports, by method. */
export type RouteModule = Partial<Record<Method, Route>>;

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe("Stable, for programs"),
    requestId: z.string(),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

/** Schemas of parameters are objects, or combined or transformed ones, by the nature of what they parse. */
function objectOf(schema: z.core.$ZodType): z.ZodObject {
  if (schema instanceof z.ZodIntersection) return objectOf(schema.def.left).extend(objectOf(schema.def.right).shape);
  if (schema instanceof z.ZodPipe)
    return objectOf(schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in);
  return schema as z.ZodObject;
}

const parametersOf = ({ params, query }: RouteDescription) => ({
  ...(params ? { path: objectOf(params) } : {}),
  ...(query ? { query: objectOf(query) } : {}),
});

const securityOf = (auth: Permission | "public"): Record<string, string[]>[] => {
  if (auth === "public") return [];
  const takesToken = (TOKEN_SCOPES as readonly string[]).includes(auth);
  return takesToken ? [{ apiToken: [auth] }, { session: [] }] : [{ session: [] }];
};

/** `GET /api/v1/groups/{id}/members` → `getGroupsIdMembers` */
const operationId = (method: string, path: string) =>
  method.toLowerCase() +
  path
    .replace("/api/v1", "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

const success = ({ response, status = 200 }: RouteDescription): ZodOpenApiOperationObject["responses"] =>
  response instanceof z.ZodVoid
    ? { "204": { description: "Done" } }
    : { [status]: { description: "Done", content: { "application/json": { schema: response } } } };

function operationOf(method: Method, path: string, about: RouteDescription): ZodOpenApiOperationObject {
  return {
    operationId: operationId(method, path),
    summary: about.summary,
    tags: [path.split("/")[3] ?? ""],
    security: securityOf(about.auth),
    requestParams: parametersOf(about),
    ...(about.body ? { requestBody: { required: true, content: { "application/json": { schema: about.body } } } } : {}),
    responses: {
      ...success(about),
      default: { description: "Problem", content: { "application/problem+json": { schema: Problem } } },
    },
  };
}

/** Next's `[id]` is OpenAPI's `{id}`. */
const templateOf = (path: string) => path.replace(/\[(\w+)\]/g, "{$1}");

const pathsOf = (routes: Record<string, RouteModule>): ZodOpenApiPathsObject =>
  Object.fromEntries(
    Object.entries(routes).map(([path, routeModule]) => [
      templateOf(path),
      Object.fromEntries(
        METHODS.flatMap((method) => {
          const about = routeModule[method]?.description;
          return about ? [[method.toLowerCase(), operationOf(method, templateOf(path), about)]] : [];
        }),
      ),
    ]),
  );

/** Describes the API from what its routes declare of themselves; the same schemas check each request and answer. */
export const openApiDocument = (baseUrl: string, routes: Record<string, RouteModule>) =>
  createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Gatehouse",
        version: "1",
        description: "API tokens are made under Settings; each names the scopes that it may use.",
      },
      servers: [{ url: baseUrl }],
      paths: pathsOf(routes),
      components: {
        securitySchemes: {
          apiToken: { type: "http", scheme: "bearer", description: "An API token, gh_…" },
          session: { type: "apiKey", in: "cookie", name: "gatehouse.session", description: "Signed in to the console" },
        },
      },
    },
    {
      override: ({ jsonSchema, zodSchema, io }) => {
        if (zodSchema._zod.def.type === "date" && io === "output")
          Object.assign(jsonSchema, { type: "string", format: "date-time" });
      },
      allowEmptySchema: { date: true, undefined: true, void: true },
    },
  );
