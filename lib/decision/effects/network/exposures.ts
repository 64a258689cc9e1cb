import type { SimpleCommand } from "../../shell/types";
import { hasFlag } from "../arguments";
import { add, type Maker } from "../scene";

/** Everybody's address; `*` and an empty host mean the same to many servers. */
const ALL = /^(?:[a-z]+:\/\/)?(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?\/?$/;
const VALUED = /^(?:--?)(?:host|hostname|bind|ip|address|addr|listen|interface|bind-addr|bind-address|bind_ip|http-address|remote-debugging-address|inspect|inspect-brk|server-host|listen-address|listen-client-urls|NotebookApp\.ip|ServerApp\.ip|H|b)$/; // prettier-ignore

/** Servers that do what whoever reaches them asks: debuggers, notebooks, databases, model and container servers. */
const POWERFUL: Readonly<Record<string, (command: SimpleCommand) => boolean>> = {
  node: ({ args }) => args.some(({ value }) => /^--inspect(?:-brk)?=(?:0\.0\.0\.0|\[?::\]?)/.test(value)),
  deno: ({ args }) => args.some(({ value }) => /^--inspect(?:-brk|-wait)?=0\.0\.0\.0/.test(value)),
  python: (command) => runsModule(command) && listensToAll(command),
  python3: (command) => runsModule(command) && listensToAll(command),
  dlv: (command) => hasFlag(command, "--headless") && !hasLocal(command),
  gdbserver: ({ args }) => /^(?::|0\.0\.0\.0:)\d/.test(args.find(({ value }) => !value.startsWith("-"))?.value ?? ""),
  dockerd: ({ args }) => args.some(({ value }) => /^(?:-H=?|--host=)?tcp:\/\/(?!127\.|localhost)/.test(value)),
  mongod: (command) => hasFlag(command, "--bind_ip_all") || listensToAll(command),
  "redis-server": ({ args }) => args.some(({ value }, i) => value === "--protected-mode" && args[i + 1]?.value === "no"),
  sshd: ({ args }) => !args.some(({ value }) => /^-[a-zA-Z]*[tTG]/.test(value)),
  code: (command) => command.args[0]?.value === "serve-web" && listensToAll(command),
  ...Object.fromEntries(["dropbear", "telnetd", "in.telnetd", "shellinaboxd", "wetty"].map((name) => [name, (command: SimpleCommand) => isOpen(command)])),
  ...Object.fromEntries(
    ["jupyter", "jupyter-lab", "jupyter-notebook", "code-server", "ollama", "vllm", "llama-server", "text-generation-launcher", "litellm", "ray", "tensorboard", "mlflow", "chromium", "google-chrome", "chrome", "etcd", "pgweb", "adminer", "kibana", "rsh", "x11vnc", "vncserver", "ttyd", "phpmyadmin", "airflow", "consul"].map((name) => [name, listensToAll]),
  ),
}; // prettier-ignore

/** Modules of Python that serve more than files. */
const MODULE =
  /^(?:vllm\S*|llama_cpp\.server|debugpy|pydevd|notebook|jupyter\S*|jupyterlab|mlflow\S*|text_generation_server|ray\S*|pdb|rpyc\S*)$/;
const runsModule = ({ args }: SimpleCommand): boolean =>
  args.some(({ value }, i) => value === "-m" && MODULE.test(args[i + 1]?.value ?? ""));

function listensToAll({ args, assignments }: SimpleCommand): boolean {
  for (const [name, { value }] of assignments) if (/(?:^|_)HOST$/.test(name) && ALL.test(value)) return true;
  return args.some(({ value }, i) => {
    const at = value.indexOf("=");
    if (at !== -1) return VALUED.test(value.slice(0, at)) && ALL.test(value.slice(at + 1));
    return ALL.test(value) && (VALUED.test(args[i - 1]?.value ?? "") || /^(?:listen|--listen)$/.test(args[i - 1]?.value ?? ""));
  });
} // prettier-ignore
const hasLocal = ({ args }: SimpleCommand): boolean => args.some(({ value }) => /127\.0\.0\.1|localhost/.test(value));

/** Hands out shells wherever it is not told otherwise. */
const isOpen = (command: SimpleCommand): boolean => !hasLocal(command) && !hasFlag(command, "--localhost-only", "-V");

const serves: Maker = (command, scene) => {
  if (POWERFUL[command.name]?.(command) !== true || command.where === "container") return;
  const port = command.args.find(({ value }) => /^\d{2,5}$|:\d{2,5}$/.test(value))?.value ?? "";
  const note = "makes a service that obeys whoever reaches it listen on all interfaces";
  add(scene, "expose", "none", null, command, `${command.name}: ${note}`, { what: "open-service", port });
};

/** A port forwarded on all interfaces serves the neighbours as well. */
const forwards: Maker = (command, scene) => {
  const open = command.args.some(({ value }, i) => /^-[a-zA-Z]*[LD]$/.test(args(command, i - 1)) && /^(?:0\.0\.0\.0|\*|\[?::\]?):\d/.test(value) || /^-[LD](?:0\.0\.0\.0|\*):\d/.test(value)); // prettier-ignore
  if (open || (hasFlag(command, "-g") && command.args.some(({ value }) => /^-[a-zA-Z]*[LD]/.test(value))))
    add(scene, "expose", "none", null, command, "opens a forwarded port on all interfaces", { what: "open-service", port: "" });
}; // prettier-ignore
const args = ({ args: words }: SimpleCommand, at: number): string => words[at]?.value ?? "";

export const EXPOSURE_MAKERS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.keys(POWERFUL).map((name) => [name, serves])),
  ssh: forwards,
};
