import type { FastifyInstance, HTTPMethods } from "fastify";
import { AppError } from "@/lib/http/errors";

const METHODS: readonly HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** 405 with `Allow` on a path of ours; without it the request would be handed on to the console. */
export function refuseOtherMethods(app: FastifyInstance, url: string, ...allowed: HTTPMethods[]): void {
  const served = new Set(allowed.includes("GET") ? [...allowed, "HEAD"] : allowed);
  app.route({
    method: METHODS.filter((method) => !served.has(method)),
    url,
    onRequest: async (_request, reply) => {
      reply.header("allow", [...served].join(", "));
      throw new AppError(405, "method_not_allowed", `Use ${[...served].join(" or ")} here.`);
    },
    handler: async () => {},
  });
}
