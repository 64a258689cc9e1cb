import { z } from "zod";
import { route } from "@/lib/http/route";
import { ClientFilter, ClientRow, listClients } from "@/lib/org/clients";

export const GET = route({
  auth: "self:read",
  summary: "List signed-in clients; without client:read, one's own by memberId",
  query: ClientFilter,
  response: z.object({ items: z.array(ClientRow), nextCursor: z.uuid().nullable() }),
  handler: ({ ctx, query }) => listClients(ctx, query),
});
