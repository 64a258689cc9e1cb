import type { SimpleCommand } from "../shell/types";
import { operands } from "./arguments";
import { clip } from "./clip";
import { add, type Maker } from "./scene";

/** Traits of `kill`: `all` (every process, init, or everything of a user), `guard` (a security service or the agent itself). */
const kill: Maker = (command, scene) => {
  const words = command.args.map((arg) => arg.value);
  const pids = words.filter((word, i) => !(i === 0 && /^-(\d+|[A-Z]+|s|l)$/.test(word)));
  const all = pids.some((word) => word === "-1" || word === "1") && words.length > 1;
  report(command, scene, words.join(" "), all);
};

const byName: Maker = (command, scene) => {
  const names = operands(command, ["-s", "-u", "-U", "-t", "-g", "-P", "--signal", "-n"]).map((word) => word.value);
  const user = command.args.some((arg) => /^-[uU]/.test(arg.value)) && names.length === 0;
  const all = user || names.some((name) => /^(\.|\.\*|\^?|-1|\*)$/.test(name)) || command.name === "killall5";
  report(command, scene, names.join(" "), all);
};

function report(command: SimpleCommand, scene: Parameters<Maker>[1], what: string, all: boolean): void {
  const guard =
    /\b(auditd|rsyslogd?|syslogd?|falcon|falco|gatehouse|agentshield|sentinel\w*|crowdstrike\w*|mdatp|osquery|clamd|wazuh|sshd|systemd|launchd|init|Xorg|WindowServer|loginwindow)\b|(?<![\w./-])claude(?:-code)?(?![\w./-])/.test(
      what,
    );
  add(scene, "kill", "process", what || null, command, `stops ${clip(what) || "processes"}`, { all, guard });
}

/** The container that judges the agent. */
const container: Maker = (command, scene) => {
  const [verb, ...names] = command.args.filter(({ value }) => !value.startsWith("-")).map(({ value }) => value);
  const own = names.find((name) => /(?:^|[-_])gatehouse(?:$|[-_])/.test(name));
  if (own !== undefined && /^(?:stop|kill|rm|pause|restart)$/.test(verb ?? ""))
    report(command, scene, "gatehouse", false);
};

export const KILL_MAKERS: Readonly<Record<string, Maker>> = {
  kill,
  pkill: byName,
  killall: byName,
  killall5: byName,
  skill: byName,
  xkill: byName,
  docker: container,
  podman: container,
};
