import { deriveKey } from "./secret";
import type { Settings } from "./settings";

type Facts = {
  settings: Settings;
  ports: { dataPlane: number; console: number };
  secret: string;
  databaseUrl: string;
};

/** The environment of both planes: the supervisor's own, and what it has found out. */
export function childEnv(source: NodeJS.ProcessEnv, facts: Facts): NodeJS.ProcessEnv {
  const { settings, ports, secret, databaseUrl } = facts;
  const url = settings.GATEHOUSE_URL ?? defaultUrl(settings.HOST, ports.dataPlane);
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  return {
    ...set,
    NODE_ENV: source.NODE_ENV ?? "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    GATEHOUSE_URL: url,
    GATEHOUSE_SECRET: secret,
    HOST: settings.HOST,
    PORT: String(ports.dataPlane),
    CONSOLE_PORT: String(ports.console),
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: deriveKey(secret, "next-auth"),
  };
}

function defaultUrl(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
