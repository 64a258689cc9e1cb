import type { SimpleCommand } from "../shell/types";
import { operands, optionValues } from "./arguments";
import { destinationOf } from "./destinations";
import { flowInto } from "./flow";
import { add, type Maker } from "./scene";
import { addSend } from "./sending";

const ssh: Maker = (command, scene) => {
  const remote = command.args.some((arg) => /^-[a-zA-Z]*[Rw]($|\d|\[|:)/.test(arg.value));
  const words = operands(command, ["-p", "-i", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-W"]);
  const host = words[0]?.value.replace(/^[^@]*@/, "") ?? null;
  if (remote) add(scene, "expose", "host", host, command, "opens a reverse tunnel", { what: "tunnel" });
  if (hasOption(command, /^StrictHostKeyChecking=(no|off)$/i)) {
    add(scene, "guard-change", "host", host, command, "turns host key checks off", {
      what: "host-keys",
      to: destinationOf(host, scene.trust),
    });
  }
  const flow = flowInto(command, scene, words.slice(1));
  if (flow.length > 0) addSend(words[0] ?? null, host, flow, "ssh", command, scene);
};

const hasOption = (command: SimpleCommand, pattern: RegExp) =>
  optionValues(command, "-o").some((value) => pattern.test(value.value));

const tunnel: Maker = (command, scene) => {
  if (
    /^(version|help|update|config|login|authtoken|list|--version|diagnose|credits)$/.test(
      command.args[0]?.value ?? "help",
    )
  )
    return;
  if (command.name === "cloudflared" && command.args[0]?.value !== "tunnel") return;
  if (command.name === "tailscale" && !/^(funnel|serve|up)$/.test(command.args[0]?.value ?? "")) return;
  if (command.name === "gh" || command.name === "code") return;
  add(scene, "expose", "none", null, command, "makes a local service reachable from the internet", {
    what: "tunnel",
    port: command.args.find((arg) => /\d{2,5}$/.test(arg.value))?.value ?? "",
  });
};

export const TUNNEL_MAKERS: Readonly<Record<string, Maker>> = {
  ssh, ngrok: tunnel, cloudflared: tunnel, localtunnel: tunnel, lt: tunnel, bore: tunnel, devtunnel: tunnel, chisel: tunnel, frpc: tunnel, frps: tunnel,
  tailscale: tunnel, zrok: tunnel, rathole: tunnel, tmate: tunnel, upterm: tunnel, ttyd: tunnel, gotty: tunnel, sshuttle: tunnel,
}; // prettier-ignore
