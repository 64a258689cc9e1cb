import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/lib/db/testing";
import { startTestDataPlane } from "./testing";
import { startTestUpstream } from "./testing-upstream";

const t = await createTestDatabase();
const console = await startTestUpstream();
const plane = await startTestDataPlane(t, { CONSOLE_PORT: Number(new URL(console.url).port) });
afterAll(async () => {
  await plane.close();
  await console.close();
  await t.close();
});

/** Its answer shows that the connection still speaks HTTP/1.1. */
const LAST = "GET /healthz HTTP/1.1\r\nHost: gatehouse.test\r\nConnection: close\r\n\r\n";

/** Everything the server says to these lines, and then to a last request on the same connection. */
async function exchange(url: string, ...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let said = "";
  socket.on("data", (chunk) => (said += String(chunk)));
  socket.write(lines.join("\r\n"));
  socket.once("data", () => socket.write(LAST));
  await once(socket, "close", { signal: AbortSignal.timeout(3_000) });
  return said;
}

const OFFERS = {
  h2c: ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"],
  websocket: ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAA"],
};

test.each(Object.entries(OFFERS))(
  "an offer to upgrade to %s is ignored on the data plane's own paths",
  async (_, offer) => {
    const decision = await exchange(
      plane.url,
      "POST /api/v1/decisions HTTP/1.1",
      "Host: gatehouse.test",
      "Content-Type: application/json",
      ...offer,
      "Content-Length: 2",
      "",
      "{}",
    );
    expect(decision).toMatch(/^HTTP\/1\.1 401 /);
    expect(decision).toContain('"code":"unauthenticated"');
    expect(decision).toMatch(/HTTP\/1\.1 200 OK[^]*"status":"ok"/);
    expect(console.seen).toEqual([]);
  },
);

test.each(Object.entries(OFFERS))(
  "a page asked for with an offer of %s is a page, its headers cleaned",
  async (_, offer) => {
    console.answerWith((_request, response) => response.end("a page"));
    const page = await exchange(
      plane.url,
      "GET /_next/webpack-hmr HTTP/1.1",
      "Host: gatehouse.test",
      ...offer,
      "X-Forwarded-For: 203.0.113.9",
      "X-Middleware-Subrequest: middleware",
      "",
      "",
    );
    expect(page).toMatch(/^HTTP\/1\.1 200 [^]*a page[^]*HTTP\/1\.1 200 OK/);
    const seen = console.seen.at(-1);
    expect(seen).toMatchObject({ url: "/_next/webpack-hmr", headers: { "x-forwarded-for": "127.0.0.1" } });
    for (const name of ["upgrade", "http2-settings", "x-middleware-subrequest"])
      expect(seen?.headers).not.toHaveProperty(name);
  },
);

test("with hot reload its WebSocket is tunnelled both ways, and nothing else is", async () => {
  const asked: unknown[] = [];
  const server = createServer().on("upgrade", (request, socket) => {
    asked.push([request.url, request.headers["x-middleware-subrequest"]]);
    socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
    socket.pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const developing = await startTestDataPlane(t, { CONSOLE_PORT: port, CONSOLE_HOT_RELOAD: true });
  const request = httpRequest(`${developing.url}/_next/webpack-hmr?id=1`, {
    headers: { connection: "Upgrade", upgrade: "websocket", "x-middleware-subrequest": "middleware" },
  }).end();
  const [, socket] = await once(request, "upgrade");
  socket.write("ping");
  expect(String((await once(socket, "data"))[0])).toBe("ping");

  const refused = await exchange(developing.url, "GET /api/v1/audit HTTP/1.1", "Host: x", ...OFFERS.websocket, "", "");
  expect(refused).toMatch(/^HTTP\/1\.1 400 /);
  expect(asked).toEqual([["/_next/webpack-hmr?id=1", undefined]]);
  // An open page does not hold up the end.
  await developing.close();
  await once(socket, "close");
  server.close();
});
