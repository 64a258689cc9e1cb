import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { headersForConsole } from "./console-headers";

/** Tunnels the WebSocket over which `next dev` reloads pages. Not part of the product: it asks nobody who they are. */
export function tunnelHotReload(app: FastifyInstance, consolePort: number): void {
  const open = new Set<Duplex>();
  // A page that is open in a browser must not hold up the end of this process.
  app.addHook("preClose", async () => open.forEach((socket) => socket.destroy()));

  app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    if (request.url?.startsWith("/_next/")) tunnel(request, socket, head, consolePort);
    else refuse(socket, "400 Bad Request");
  });
}

function tunnel(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const { method, url: path, headers } = request;
  const upgrade = ["connection", "Upgrade", "upgrade", headers.upgrade ?? ""];
  const ours = [...headersForConsole(request), ...upgrade];
  const upstream = httpRequest({ host: "127.0.0.1", port, method, path, headers: ours });
  const giveUp = () => {
    upstream.destroy();
    socket.destroy();
  };
  socket.on("close", giveUp);
  upstream.on("error", giveUp);
  upstream.on("response", () => refuse(socket, "502 Bad Gateway"));
  upstream.on("upgrade", (response, consoleSocket, consoleHead) => {
    consoleSocket.on("error", giveUp).on("close", giveUp);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headerLines(response)}\r\n`);
    socket.write(consoleHead);
    consoleSocket.write(head);
    socket.pipe(consoleSocket).pipe(socket);
  });
  upstream.end();
}

const refuse = (socket: Duplex, status: string) =>
  socket.resume().end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);

function headerLines({ rawHeaders }: IncomingMessage): string {
  let lines = "";
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) lines += `${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`;
  return lines;
}
