import type { Doing } from "./ordinary-work";

type Reader = (words: readonly string[]) => readonly Doing[];

const RESTARTS = /^(?:restart|reload|try-restart|reload-or-restart|force-reload|kickstart|bounce|reboot)$/;
const STOPS = /^(?:stop|kill|pause|rm|remove|down|disable|mask|bootout|unload|delete|terminate|shutdown|quit)$/;
const STARTS = /^(?:start|up|run|create|recreate|unpause|enable|bootstrap|load)$/;

const deed = (word: string): string | null =>
  RESTARTS.test(word) ? "restart" : STOPS.test(word) ? "stop" : STARTS.test(word) ? "start" : null;

/** Programs whose verb stands before what it is about: `docker compose restart api`, `systemctl stop nginx`. */
const verbThenName =
  (of: string): Reader =>
  (words) => {
    const at = words.findIndex((word) => deed(word) !== null);
    if (at === -1) return [];
    const act = deed(words[at] as string) as string;
    return [{ act, of, names: words.slice(at + 1).filter((word) => !word.startsWith("-")).join(" ") }]; // prettier-ignore
  };

/** `service nginx restart`. */
const nameThenVerb: Reader = ([name = "", verb = ""]) => {
  const act = deed(verb);
  return act === null ? [] : [{ act, of: "service", names: name }];
};

/** What this very command line started is its own. */
const OWN = /^(?:\$!|%\d*)$/;
const kill: Reader = (words) => {
  const names = words.filter((word) => !word.startsWith("-"));
  if (names.every((word) => OWN.test(word)) || words.includes("-0")) return [];
  return [{ act: "stop", of: "process", names: names.filter((word) => /^[a-z]/i.test(word)).join(" ") }];
};

const CONTAINERS = verbThenName("container");
const SERVICES = verbThenName("service");

const TABLE: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...["docker", "docker-compose", "podman", "podman-compose", "nerdctl"].map((name) => [name, CONTAINERS] as const),
  ...["systemctl", "pm2", "supervisorctl", "launchctl", "brew", "nodemon", "foreman", "overmind", "sv", "monit", "apachectl", "pg_ctl", "nginx"].map((name) => [name, SERVICES] as const),
  ["service", nameThenVerb],
  ["rc-service", nameThenVerb],
  ...["kill", "pkill", "killall", "fuser", "kill-port"].map((name) => [name, kill] as const),
]); // prettier-ignore

export const servicesOf = (program: string): Reader | null => TABLE.get(program) ?? null;
