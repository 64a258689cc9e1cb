import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { StartUpError } from "@/lib/start-up-error";

/**
 * Tries a port and lets it go again.
 * @param port 0 for any free one
 * @returns the port
 */
async function tryPort(port: number, host: string): Promise<number> {
  const server = createServer();
  server.listen({ port, host, exclusive: true });
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return address.port;
}

export const freeLoopbackPort = (): Promise<number> => tryPort(0, "127.0.0.1");

/** The port to listen on, known to be free. @throws StartUpError */
export async function claimPort(port: number, host: string): Promise<number> {
  try {
    return await tryPort(port, host);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const explanations: Record<string, string> = {
      EADDRINUSE: `port ${port} is in use: stop what uses it, or set PORT`,
      EACCES: `port ${port} needs more rights than this user has: set PORT to one above 1023`,
      EADDRNOTAVAIL: `this machine has no address ${host}: set HOST`,
      ENOTFOUND: `no address of the name ${host}: set HOST`,
    };
    throw new StartUpError(explanations[code ?? ""] ?? `cannot listen on ${host}:${port}: ${message}`, { cause });
  }
}
