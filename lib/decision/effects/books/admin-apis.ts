import { account, ciBypass, clusterChange, clusterDelete, drops, grant, logging, secretWrite, stopsWork } from "../deed-kinds"; // prettier-ignore
import { WRITES, type Api } from "../network/api";

const DELETES = drops("deletes stored data");
const QUEUES = drops("deletes queues, topics or their messages");
const SETTINGS = clusterDelete("changes how a shared cluster keeps or moves its data");
const SHARED = clusterChange("changes shared configuration");
const STOPS = stopsWork("takes servers or workloads out of service");
const SILENCES = logging("silences or changes alerts");

const ELASTIC = ["9200", "9201", "9243"];
const PROXIES = ["9901", "15000", "15020", "19000", "15021"];

/** Interfaces by which servers are run, told by their paths or the ports that they listen on. */
export const ADMIN_APIS: readonly Api[] = [
  // Secrets.
  { path: /\/v1\/(?:secret|kv|sys|auth)\//, port: ["8200"], method: WRITES, deed: secretWrite("writes to the secret store") },
  { path: /\/v1\//, said: /x-vault-token/i, method: WRITES, deed: secretWrite("writes to the secret store") },

  // Search.
  { path: /\/_delete_by_query(?:$|\?)/, method: "POST", deed: drops("deletes documents by a query") },
  { path: /\/_update_by_query(?:$|\?)/, method: "POST", deed: drops("changes documents by a query") },
  { port: ELASTIC, method: "DELETE", deed: drops("deletes an index or a snapshot") },
  { path: /\/_snapshot\/[^/]+\/[^/]+\/_restore/, method: "POST", deed: drops("restores over an index") },
  { path: /\/_(?:security|opendistro\/_security|plugins\/_security)\//, method: WRITES, deed: grant("changes who may read an index") },
  { path: /\/_(?:ilm\/policy|ilm\/stop|slm\/stop|watcher\/(?:_stop|watch))|\/_watcher\/watch\/[^/]+\/_deactivate/, method: WRITES, deed: logging("changes when data goes or who is told") },
  { path: /^\/_(?:cluster\/(?:settings|reroute|voting_config_exclusions)|all\/_settings|settings|nodes\/[^/]*\/?_?shutdown|license)|\/_(?:close|shrink|freeze)(?:$|\?)/, method: WRITES, deed: SETTINGS },
  { path: /\/solr\/admin\/(?:cores|collections)\?(?:[^#]*&)?action=(?:DELETE|UNLOAD|DELETE\w+|RELOAD)/i, method: `GET ${WRITES}`, deed: DELETES },
  { path: /\/solr\/[^/]+\/update/, body: /<delete>|"delete"\s*:/, method: "POST", deed: DELETES },
  { path: /\/solr\/[^/]+\/update\?[^#]*stream\.body=[^#]*delete/i, method: `GET ${WRITES}`, deed: DELETES },

  // Databases.
  { port: ["7700", "6333", "8108", "8983", "5984", "8086", "19530", "6334", "9312", "8529"], method: "DELETE", deed: DELETES },
  { port: ["7700", "6333", "19530"], path: /\/(?:delete(?:-batch)?|drop|purge)(?:$|\?)/, method: "POST", deed: DELETES },
  { port: ["8123", "8443"], body: /\b(?:DROP|TRUNCATE|ALTER\s+TABLE\s+\S+\s+DELETE)\b/i, method: "POST GET", deed: DELETES },
  { port: ["8123", "8086"], path: /[?&](?:query|q)=(?:drop|truncate|delete)\b/i, method: `GET ${WRITES}`, deed: DELETES },
  { port: ["8086"], path: /\/(?:query|api\/v2\/delete)/, body: /\bdrop\b|\bdelete\b|predicate|start/i, method: "POST", deed: DELETES },
  { port: ["7474", "7473"], body: /\bdetach\s+delete\b|\bdrop\s/i, method: "POST", deed: DELETES },

  // Queues.
  { port: ["15672", "15671"], path: /\/api\/(?:queues|exchanges|vhosts|users|connections)\//, method: "DELETE", deed: QUEUES },
  { port: ["15672", "15671"], path: /\/api\/(?:users|permissions)\//, method: "PUT", deed: grant("changes who may use the queues") },
  { port: ["8083"], path: /^\/connectors\/[^/]+(?:\/(?:pause|stop|restart))?$/, method: "PUT POST DELETE", deed: STOPS },
  { path: /\/subjects\/[^/]+|\/v3\/clusters\/[^/]+\/topics\//, port: ["8081", "8082", "443", ""], method: "DELETE", deed: QUEUES },
  { path: /\/admin\/v2\/(?:persistent|non-persistent|namespaces|tenants)\//, method: "DELETE", deed: QUEUES },
  { path: /^\/admin\/v2\/.*\/(?:skip_all|clearBacklog|expireMessages)/, method: "POST", deed: QUEUES },

  // Shared configuration and what runs where.
  { port: ["8500", "8501"], path: /^\/v1\/(?:agent\/(?:leave|force-leave|maintenance|service\/deregister)|catalog\/deregister|operator)/, method: WRITES, deed: STOPS },
  { port: ["8500", "8501", "4646"], path: /^\/v1\/(?:kv|job|jobs|acl|config|namespace|node|system|volume)/, method: "DELETE", deed: clusterDelete("deletes shared configuration") },
  { port: ["8500", "8501", "4646"], path: /^\/v1\/(?:kv|job|jobs|acl|config|node|system|txn)/, method: "PUT POST", deed: SHARED },
  { port: ["2379", "4001"], path: /\/(?:v3(?:alpha|beta)?\/(?:kv\/(?:deleterange|compaction)|auth\/disable|cluster\/member\/remove)|v2\/keys\/)/, method: "POST DELETE", deed: clusterDelete("deletes the cluster's state") },
  { port: ["2379", "4001"], path: /\/(?:v3(?:alpha|beta)?\/kv\/(?:put|txn)|v2\/keys\/)/, method: "POST PUT", deed: clusterChange("changes the cluster's state") },
  { port: ["8001", "8444"], path: /^\/(?:services|routes|plugins|consumers|upstreams|certificates|snis|targets)\//, method: "DELETE", deed: clusterDelete("deletes configuration of a gateway") },
  { port: ["6443", "8443"], path: /^\/apis?\//, method: "DELETE", deed: clusterDelete("deletes cluster resources") },
  { port: ["6443", "8443"], path: /^\/apis?\//, method: "POST PUT PATCH", deed: clusterChange("changes cluster resources") },
  { port: ["2375", "2376"], path: /\/(?:containers|services|volumes|images|networks)\//, method: "DELETE", deed: STOPS },
  { port: ["2375", "2376"], path: /\/containers\/[^/]+\/(?:stop|kill|restart|pause)|\/(?:containers|volumes|images|system)\/prune/, method: "POST", deed: STOPS },

  // Proxies and services.
  { path: /^\/(?:quitquitquit|drain_listeners|healthcheck\/fail|reset_counters)/, method: "POST", deed: STOPS },
  { port: PROXIES, path: /^\/(?:runtime_modify|logging)/, method: "POST", deed: STOPS },
  { path: /\/services\/haproxy\/(?:runtime\/servers|configuration)\//, method: "PUT POST DELETE", deed: STOPS },
  { path: /\/api\/\d+\/(?:http|stream)\/upstreams\/[^/]+\/servers/, method: "PATCH POST DELETE", deed: STOPS },
  { path: /\/actuator\/(?:shutdown|restart|pause)$/, method: "POST", deed: STOPS },
  { path: /^\/-\/quit$/, method: "POST PUT", deed: STOPS },

  // What watches.
  { path: /\/api\/v2\/silences?$|\/api\/v2\/silence\//, method: WRITES, deed: SILENCES },
  { path: /\/api\/v1\/provisioning\/(?:alert-rules|policies|contact-points|mute-timings)|\/api\/ruler\/|\/api\/(?:alerts\/\d+\/pause|admin\/pause-all-alerts)/, method: WRITES, deed: SILENCES },
  { path: /\/api\/v1\/admin\/tsdb\//, method: "POST PUT DELETE", deed: drops("deletes recorded metrics") },
  { path: /\/loki\/api\/v1\/delete/, method: "POST PUT DELETE", deed: drops("deletes recorded logs") },
  { path: /\/api\/(?:admin\/users|org\/users|users)\/\d+|\/api\/admin\/users/, port: ["3000"], method: "PUT PATCH DELETE", deed: account("changes accounts of the dashboards") },

  // Build servers.
  { path: /\/(?:doDelete|doKill|quietDown|safeRestart|scriptText|disable|exit|safeExit)(?:$|\?)/, said: /jenkins|\/job\/|scriptText|quietDown|safe/i, method: "POST", deed: ciBypass("deletes or stops something of the build server") },
]; // prettier-ignore
