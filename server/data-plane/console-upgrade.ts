import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";

/** Tunnels WebSockets to the console; `next dev` reloads pages over one. */
export function tunnelUpgrades(app: FastifyInstance, consolePort: number): void {
  const open = new Set<Duplex>();
  // A page that is open in a browser must not hold up the end of this process.
  app.addHook("preClose", async () => open.forEach((socket) => socket.destroy()));

  app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { method, url, headers } = request;
    const upstream = httpRequest({ host: "127.0.0.1", port: consolePort, method, path: url, headers });
    const giveUp = () => {
      upstream.destroy();
      socket.destroy();
    };
    open.add(socket);
    socket.on("error", giveUp).on("close", () => {
      open.delete(socket);
      giveUp();
    });
    upstream.on("error", giveUp);
    upstream.on("response", () => socket.end("HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n"));
    upstream.on("upgrade", (response, consoleSocket, consoleHead) => {
      consoleSocket.on("error", giveUp).on("close", giveUp);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headerLines(response)}\r\n`);
      socket.write(consoleHead);
      consoleSocket.write(head);
      socket.pipe(consoleSocket).pipe(socket);
    });
    upstream.end();
  });
}

function headerLines({ rawHeaders }: IncomingMessage): string {
  let lines = "";
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) lines += `${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`;
  return lines;
}
