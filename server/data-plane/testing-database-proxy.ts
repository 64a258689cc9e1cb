import net from "node:net";
import pg from "pg";

/** A database server that can be made to hang, for tests: everything passes through until `freeze`. */
export async function createDatabaseProxy(databaseUrl: string) {
  const target = new pg.Client({ connectionString: databaseUrl });
  const connectTo = target.host.startsWith("/")
    ? { path: `${target.host}/.s.PGSQL.${target.port}` }
    : { host: target.host, port: target.port };
  const pairs = new Set<{ client: net.Socket; server: net.Socket }>();
  let frozen: "no" | "answers" | "everything" = "no";

  const pipe = ({ client, server }: { client: net.Socket; server: net.Socket }) => {
    if (frozen === "no") server.pipe(client);
    else server.unpipe(client).pause();
    if (frozen === "everything") client.unpipe(server).pause();
    else client.pipe(server);
  };

  const listener = net.createServer((client) => {
    const server = net.connect(connectTo);
    const pair = { client, server };
    pairs.add(pair);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
    pipe(pair);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as net.AddressInfo;
  const url = new URL(databaseUrl);
  url.searchParams.delete("host");
  url.host = `127.0.0.1:${port}`;

  return {
    url: url.toString(),
    /** `answers`: statements still reach the server and take effect; nobody hears of it. */
    freeze(what: "answers" | "everything") {
      frozen = what;
      pairs.forEach(pipe);
    },
    thaw() {
      frozen = "no";
      pairs.forEach(pipe);
    },
    async close() {
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
