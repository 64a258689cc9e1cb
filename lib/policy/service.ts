import { ok, type Parsed, refuse } from "./parsed";
import { parseUrlPrefix } from "./url-prefix";

/** As they stand in the names of tools (`mcp__<server>__<tool>`), where two underscores part the server from the tool. */
const SERVER_NAME = /^(?!.*__)[\w-]{1,64}$/;

/**
 * A trusted service: an address that takes in everything below it, `https://jira.corp.example.com/`, or an MCP server by
 * the name that it is configured under, `mcp:jira`.
 */
export function parseService(raw: string): Parsed {
  const text = raw.trim();
  const [, name] = /^mcp(?::|__)(.*)$/i.exec(text) ?? [];
  if (name === undefined) return parseUrlPrefix(text, "https://jira.corp.example.com/ or mcp:jira");
  if (name.includes("*")) return refuse("Any server could have any name. List each server: mcp:jira.");
  if (name.startsWith("//")) return refuse("Write the server's name as Claude Code knows it: mcp:jira.");
  if (name.replace(/^_+|_+$/g, "").includes("__"))
    return refuse(`Write only the server, without a tool: mcp:${name.split("__", 1)[0]}.`);
  // Claude Code writes everything else in a server's name as an underscore.
  const server = name.trim().replace(/[^\w-]/g, "_");
  return SERVER_NAME.test(server)
    ? ok(`mcp:${server}`)
    : refuse("Write the server's name as Claude Code knows it: mcp:jira.");
}
