import { add, type Scene } from "../scene";
import { spanOf } from "./span";

const ROOT_MOUNT =
  /^[ \t]*-\s*["']?\/:\/[^:\s"']*(?::[\w,]+)?["']?\s*$|^[ \t]*(?:-\s*)?source:\s*["']?\/["']?\s*$|^[ \t]*volumes:\s*\[(?:[^\]\n]{0,500},)?\s*["']?\/:\/[^\]\n]{0,500}\]/m;
const SOCKET = /\/(?:docker|containerd|crio|podman)\.sock\b(?![^\n]*:ro\b)/;
const PRIVILEGED = /^[ \t]*(?:-\s*)?privileged:\s*["']?true\b/m;
const HOST_SPACE = /^[ \t]*(?:-\s*)?(?:pid|ipc|userns_mode):\s*["']?host\b/m;

const NOTE = "gives a service the rights of the machine it runs on";

/** Images by their publishers' names: agents that look at the whole machine and only read. */
const LOOKS_AT_HOST = new Set([
  "prom/node-exporter", "prometheus/node-exporter", "cadvisor/cadvisor", "google/cadvisor", "grafana/promtail", "grafana/alloy", "grafana/agent", "otel/opentelemetry-collector",
  "otel/opentelemetry-collector-contrib", "netdata/netdata", "nicolargo/glances", "telegraf", "timberio/vector", "fluentd", "fluent/fluentd", "fluent/fluent-bit", "beats/filebeat",
  "beats/metricbeat", "datadog/agent", "datadoghq/agent", "newrelic/infrastructure", "falcosecurity/falco", "ncabatoff/process-exporter",
]); // prettier-ignore
/** Those that drive the machine's containers by their calling. */
const DRIVES_CONTAINERS = new Set([
  "traefik", "portainer/portainer-ce", "portainer/portainer-ee", "portainer/agent", "containrrr/watchtower", "gitlab/gitlab-runner", "gitea/act_runner", "moby/buildkit", "docker",
  "cadvisor/cadvisor", "google/cadvisor", "willfarrell/autoheal", "localstack/localstack", "localstack/localstack-pro", "crazymax/diun", "amir20/dozzle", "nginxproxy/nginx-proxy",
]); // prettier-ignore
const IMAGE = /^[ \t]*image:[ \t]*["']?(?:(?:docker\.io|quay\.io|gcr\.io|ghcr\.io|docker\.elastic\.co)\/)?(?:library\/)?([\w./-]+)(?:[:@]|["']?[ \t]*(?:#.*)?$)/m; // prettier-ignore

const isOneOf = (images: ReadonlySet<string>, service: string): boolean => images.has(IMAGE.exec(service)?.[1] ?? "");

const READ_ONLY = /:(?:[\w,]+,)?ro\b|^[ \t]*read_only:\s*true\b/;

/** Services that own the machine they run on. A socket or a privilege alone is how builders and proxies run. */
export function servicesIn(path: string, text: string, scene: Scene): void {
  for (const { service, start } of servicesOf(text)) {
    const found = ownsMachine(service);
    if (found === null) continue;
    const traits = { act: "escape", what: NOTE, text: "", production: false, where: "here" };
    const span = spanOf(found);
    return add(
      scene,
      "system-change",
      "path",
      path,
      { start: span.start + start, end: span.end + start },
      NOTE,
      traits,
    );
  }
}

function ownsMachine(service: string): RegExpExecArray | null {
  const root = ROOT_MOUNT.exec(service);
  if (root !== null && !(READ_ONLY.test(root[0]) && isOneOf(LOOKS_AT_HOST, service))) return root;
  if (!PRIVILEGED.test(service)) return null;
  return HOST_SPACE.exec(service) ?? (isOneOf(DRIVES_CONTAINERS, service) ? null : SOCKET.exec(service));
}

const SERVICE = /^([ \t]+)[\w.-]+:[ \t]*(?:#.*)?$/;

/** Each service by itself, by the indentation of the first; of a part of a file all of it. */
function servicesOf(text: string): { service: string; start: number }[] {
  const from = /^services:[ \t]*$/m.exec(text);
  if (from === null) return [{ service: text, start: 0 }];
  const starts: number[] = [];
  let indent: string | undefined;
  let at = 0;
  for (const line of text.split("\n")) {
    const found = at > from.index ? SERVICE.exec(line)?.[1] : undefined;
    indent ??= found;
    if (found !== undefined && found === indent) starts.push(at);
    at += line.length + 1;
  }
  return starts.length === 0
    ? [{ service: text, start: 0 }]
    : starts.map((start, i) => ({ service: text.slice(start, starts[i + 1]), start }));
}

const POD = /^[ \t]*(?:-\s*)?["']?(?:kind|apiVersion|containers|spec)["']?\s*:/m;
const OWNS_NODE =
  /["']?privileged["']?\s*:\s*["']?true\b|["']?host(?:PID|IPC)["']?\s*:\s*["']?true\b|["']?hostPath["']?\s*:\s*\{?\s*["']?path["']?\s*:\s*["']?\/(?:["'\s},]|$|etc\b|root\b|var\/run\b|proc\b|var\/lib\/kubelet\b)/;

/** A workload that owns the node it runs on. */
export const takesHost = (manifest: string): boolean =>
  (POD.test(manifest) || manifest.trimStart().startsWith("{")) && OWNS_NODE.test(manifest);
