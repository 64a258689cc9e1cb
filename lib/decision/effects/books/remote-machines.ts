import type { SimpleCommand } from "../../shell/types";
import { service } from "../deed-kinds";
import type { Book, Program } from "../deeds";

/** On this machine whoever works here restarts what they need; on another one somebody may be using it. */
const isHere = ({ where }: SimpleCommand): boolean => where !== "remote";

const RESTARTS = service("restarts a service");
const STOPS = service("stops or restarts what runs in containers");
const program = (does: Program["does"], values = ""): Program => ({ values, spares: isHere, does });
const CONTAINERS = program([[STOPS, "restart|stop|kill|rm|pause *", "container restart|stop|kill|rm *", "service update|scale|rm|rollback *", "stack rm|deploy *", "compose ** restart|stop|down|kill|rm|up"]], "-H --host --context -f --file -p --project-name"); // prettier-ignore

export const REMOTE_MACHINES: Book = {
  systemctl: program([[RESTARTS, "restart|try-restart|reload-or-restart|force-reload *"]], "-t --type -H --host -M --machine"), // prettier-ignore
  service: program([[RESTARTS, "* restart|force-reload"]]),
  "rc-service": program([[RESTARTS, "* restart"]]),
  initctl: program([[RESTARTS, "restart|stop *"]]),
  launchctl: program([[RESTARTS, "kickstart"]]),
  supervisorctl: program([[RESTARTS, "restart|stop|reload|shutdown"]], "-c -s -u -p"),
  pm2: program([[RESTARTS, "restart|reload|stop|delete|kill"]]),
  monit: program([[RESTARTS, "restart|stop *"]], "-c -g"),
  apachectl: program([[RESTARTS, "restart"]]),
  docker: CONTAINERS,
  podman: CONTAINERS,
  "docker-compose": program([[STOPS, "** restart|stop|down|kill|rm|up"]], "-f --file -p --project-name"),
}; // prettier-ignore
