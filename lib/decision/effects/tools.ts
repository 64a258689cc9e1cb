import { delicacyOf } from "../credential-paths";
import { inputText } from "../input-text";
import { resolvePath } from "../paths";
import { editedPath } from "../tiers";
import type { Action, Opaque } from "../types";
import { destinationOf, hostOf, isMetadataService } from "./destinations";
import { clip } from "./clip";
import { writePath } from "./writing";
import { isTrustedRemote } from "./git-remotes";
import { windowsEffects } from "./windows";
import { add, type Scene } from "./scene";

/** Effects of tools other than the shell. Returns what could not be read. */
export function addToolEffects(scene: Scene): Opaque[] {
  const { action } = scene;
  switch (action.tool) {
    case "Write":
    case "Edit":
    case "MultiEdit":
    case "NotebookEdit":
      return edits(scene);
    case "Read":
    case "Grep":
    case "Glob":
    case "LS":
      reads(scene);
      return [];
    case "WebFetch":
      fetches(scene);
      return [];
    case "PowerShell":
      return windowsEffects(scene);
    default:
      if (action.tool.startsWith("mcp__")) externalCall(scene);
      return [];
  }
}

const whole = (action: Action, field: string) => ({ start: 0, end: (inputText(action, field) ?? "").length });

function edits(scene: Scene): Opaque[] {
  const { action } = scene;
  const path = editedPath(action);
  const field = action.tool === "NotebookEdit" ? "notebook_path" : "file_path";
  scene.field = field;
  if (path === null) return [{ reason: "The edit names no file.", evidence: { field, start: 0, end: 0, note: "" } }];
  writePath(path, whole(action, field), scene, "edit-tool", false);
  return [];
}

function reads(scene: Scene): void {
  const { action } = scene;
  for (const field of ["file_path", "path"]) {
    const value = inputText(action, field);
    const path = value !== null ? resolvePath(value, action.cwd, scene.home) : null;
    if (path === null || delicacyOf(path, scene.home) !== "store") continue;
    scene.field = field;
    add(scene, "credential-read", "path", path, whole(action, field), `reads ${path}`, {
      how: "read",
      delicacy: "store",
    });
  }
}

function fetches(scene: Scene): void {
  const url = inputText(scene.action, "url");
  if (url === null) return;
  scene.field = "url";
  const host = hostOf(url);
  const span = whole(scene.action, "url");
  const to = destinationOf(host, scene.trust);
  if (host !== null && isMetadataService(host))
    add(scene, "credential-read", "url", url, span, "asks the cloud metadata service for credentials", {
      how: "metadata",
      delicacy: "store",
    });
  add(scene, "fetch", "url", url, span, `fetches ${clip(url)}`, { to, method: "GET" });
  if (SECRET_VALUE.test(url))
    add(scene, "send", "host", host, span, `sends a secret to ${host ?? "an unknown place"}`, {
      carries: "secret",
      label: "a secret in the address",
      to,
      via: "web-fetch",
      bulk: false,
      url: clip(url),
    });
}

/** Forms that only live secrets have. */
const SECRET_VALUE =
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|sk-ant-[\w-]{20,}|sk-[A-Za-z0-9]{32,}|xox[abprs]-[\w-]{20,}|glpat-[\w-]{18,}|AIza[\w-]{33,}|npm_[A-Za-z0-9]{34,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

const READING_VERB =
  /(?:^|_)(?:get|list|read|search|find|fetch|query|describe|show|view|lookup|count|check|status|resolve|explain|analy[sz]e|browse|screenshot|snapshot|navigate|wait|hover|ping|help|docs?)(?:_|$)/i;
const DELETING_VERB =
  /(?:^|_)(?:delete|drop|destroy|remove|purge|truncate|wipe|terminate|revoke|uninstall|reset)(?:_|$)/i;
const PUBLISHING_VERB =
  /(?:^|_)(?:merge|approve|publish|deploy|release|promote|rollback|pay|transfer|refund|charge|purchase|invite|grant|send_(?:email|mail|money|payment))(?:_|$)/i;

/** MCP tools are judged by the verb in their name and by what their arguments hold. */
function externalCall(scene: Scene): void {
  const { action } = scene;
  const [, server = "", ...rest] = action.tool.split("__");
  const name = snake(rest.join("_"));
  for (const [field, text] of strings(action.input)) {
    scene.field = field;
    const span = { start: 0, end: text.length };
    if (SECRET_VALUE.test(text))
      add(scene, "send", "host", server, span, `hands a secret to ${server}`, {
        carries: "secret",
        label: "a secret",
        to: "unknown",
        via: "mcp",
        bulk: false,
        url: server,
      });
    if (/^(path|file|file_?path|filename|uri|source|directory)$/i.test(field.split(".").at(-1) ?? "")) {
      const path = resolvePath(text.replace(/^file:\/\//, ""), action.cwd, scene.home);
      if (path !== null && delicacyOf(path, scene.home) === "store")
        add(scene, "credential-read", "path", path, span, `reads ${path}`, { how: "read", delicacy: "store" });
      if (path !== null && /(write|edit|create|move|append|save)/i.test(name))
        writePath(path, span, scene, "mcp", false);
    }
    if (
      /^(sql|query|statement)$/i.test(field) &&
      /\b(drop\s+(table|database|schema)|truncate\s|delete\s+from\s+\w+\s*;?\s*$)/i.test(text)
    ) {
      add(scene, "database-change", "command", null, span, "drops or empties tables", {
        act: "drop",
        what: "drops or empties tables",
        production: false,
        local: false,
        text: "",
      });
    }
    if (/^(remote|repo(sitory)?_?url)$/i.test(field) && !isTrustedRemote(text, scene))
      add(scene, "git-remote-change", "remote", text, span, `uses ${clip(text)}`, {
        verb: "mcp",
        name: field,
        trusted: false,
      });
  }
  scene.field = "";
  const span = { start: 0, end: 0 };
  if (READING_VERB.test(name) && !DELETING_VERB.test(name)) return;
  if (DELETING_VERB.test(name))
    add(scene, "external-write", "command", name, span, `${server}: deletes something`, { what: "mcp-delete" });
  else if (PUBLISHING_VERB.test(name))
    add(scene, "external-write", "command", name, span, `${server}: acts towards other people`, {
      what: "mcp-publish",
    });
}

const snake = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toLowerCase();

/** String values of an input, two levels deep, with the path of their field. */
function strings(input: Readonly<Record<string, unknown>>, prefix = "", depth = 0): [string, string][] {
  const found: [string, string][] = [];
  for (const [key, value] of Object.entries(input)) {
    if (found.length > 200) break;
    if (typeof value === "string") found.push([prefix + key, value.slice(0, 20_000)]);
    else if (depth < 2 && value !== null && typeof value === "object")
      found.push(...strings(value as Record<string, unknown>, `${prefix}${key}.`, depth + 1));
  }
  return found;
}
