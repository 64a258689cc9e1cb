import type { Book, Program } from "../deeds";
import { clusterChange, drops, nodeChange, service, stopsWork } from "../deed-kinds";

const OFF = stopsWork("takes servers out of what customers reach, or empties its cache");
const STOPS = service("stops a web server or proxy");
const CLUSTER = nodeChange("takes a node or its services out of a cluster");

const APACHE: Program = { does: [[STOPS, "stop|graceful-stop", "-k=stop|graceful-stop"]] };

/** What stands between customers and services. */
export const BALANCERS: Book = {
  varnishadm: { values: "-n -S -T -t", does: [[null, "*.list|*.show|status|ping|help|banner"], [OFF, "ban*|stop|vcl.use*|vcl.load*|vcl.discard*|vcl.inline*|backend.set_health*|param.set*|panic.clear"]] },
  haproxyctl: { does: [[OFF, "disable|shutdown|set|stop|restart|clear|drain **"]] },
  apache2ctl: APACHE,
  httpd: APACHE,
  caddy: { does: [[STOPS, "stop"]] },
  squid: { does: [[STOPS, "-k=shutdown|interrupt|kill"]] },
  ipvsadm: { does: [[OFF, "-C|--clear|-D|--delete-service|-d|--delete-server|-R|--restore|-E|-e"]] },
  maxctrl: { does: [[OFF, "set|clear|drain|destroy|stop|kill server|service|listener|monitor|maxscale|session **", "drain|destroy|stop **"]] },
  deck: { unless: "--dry-run", does: [[drops("replaces all of a gateway's configuration"), "reset", "gateway reset"], [clusterChange("changes a gateway's configuration"), "sync|gateway sync|apply", "gateway sync|apply"]] },
  pcs: { does: [[CLUSTER, "cluster stop|destroy|kill|node **", "node standby|maintenance|utilization", "resource disable|delete|move|ban|unmanage|remove", "stonith **"]] },
  crm: { does: [[CLUSTER, "node standby|fence|delete|maintenance|clearstate", "resource stop|move|ban|unmanage|demote", "configure delete|erase|load", "cluster stop|remove"]] },
}; // prettier-ignore
