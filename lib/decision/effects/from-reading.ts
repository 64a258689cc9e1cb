import type { Reading, SimpleCommand } from "../shell/types";
import { isInspection } from "./arguments";
import { isLocalCloud, upload } from "./cloud";
import { exportsData } from "./cloud-exports";
import { servedAgent } from "./guard/agent-flags";
import { AGENT_MAKERS, answered, instructions } from "./guard/agents";
import { CAPTURE_MAKERS } from "./secrets/capture";
import { credentialUse } from "./secrets/credentials";
import { everyday } from "./everyday";
import { FILE_MAKERS, disk } from "./files/files";
import { redirects } from "./files/writing";
import { git } from "./git/git";
import { impersonation } from "./guard/impersonation";
import { borrowed } from "./guard/borrowed";
import { guardFlags } from "./guard/guards";
import { runnerFiles } from "./guard/runner-files";
import { execution } from "./code/interpreters";
import { HTTP_MAKERS } from "./network/http";
import { SOCKET_MAKERS } from "./network/sockets";
import { BINARY_MAKERS, toolchain } from "./packages/toolchains";
import { TRANSFER_MAKERS } from "./network/transfer";
import { TUNNEL_MAKERS } from "./network/tunnels";
import { OPERATION_PHRASES } from "./operations";
import { mining } from "./mining";
import { packages } from "./packages/packages";
import { packageSettings } from "./packages/package-settings";
import { LEAK_MAKERS, staging } from "./secrets/leaks";
import { phraseMaker } from "./phrases";
import { isLocalCluster } from "./local-cluster";
import { localCode } from "./code/local-code";
import { withinUnknown } from "./unknown-runner";
import { WINDOWS_MAKERS } from "./windows/windows-shell";
import { buildFiles } from "./packages/build-files";
import { pipelines } from "./packages/pipelines";
import { KILL_MAKERS } from "./processes";
import { perName } from "./per-name";
import { productionScripts } from "./production-scripts";
import { PROGRAM_MAKERS } from "./program-makers";
import { PUBLISH_MAKERS } from "./packages/publishing";
import { SQL_MAKERS } from "./sql";
import { SHARE_MAKERS } from "./network/sharing";
import { add, type Maker, type NamedMaker, type Scene } from "./scene";
import { withinRunner } from "./within-runner";
import { writtenFiles } from "./written/written";

/** Makers by program name; a program may have several. */
const MAKERS: ReadonlyMap<string, readonly Maker[]> = (() => {
  const makers = new Map<string, Maker[]>();
  const put = (name: string, maker: Maker) => {
    const list = makers.get(name);
    if (list === undefined) makers.set(name, [maker]);
    else list.push(maker);
  };
  for (const [name, phrases] of Object.entries(OPERATION_PHRASES)) put(name, phraseMaker(phrases));
  for (const [name, maker] of [...PROGRAM_MAKERS, ...WINDOWS_MAKERS]) put(name, maker);
  for (const table of [
    FILE_MAKERS,
    HTTP_MAKERS,
    SOCKET_MAKERS,
    TRANSFER_MAKERS,
    TUNNEL_MAKERS,
    PUBLISH_MAKERS,
    AGENT_MAKERS,
    CAPTURE_MAKERS,
    LEAK_MAKERS,
    BINARY_MAKERS,
    KILL_MAKERS,
    SQL_MAKERS,
    SHARE_MAKERS,
  ]) {
    for (const [name, maker] of Object.entries(table)) put(name, maker);
  }
  for (const name of ["aws", "gsutil", "gcloud", "az", "rclone", "s3cmd", "mc", "b2", "azcopy", "s5cmd"])
    put(name, upload);
  for (const name of ["aws", "gcloud", "az", "bq"]) put(name, exportsData);
  put("git", git);
  return makers;
})();

const NAMED: readonly NamedMaker[] = [packages, answered, servedAgent, staging, disk];

const makersNamed = perName((name) => NAMED.filter(({ concerns }) => concerns(name)).map(({ make }) => make));

const isProgram = (name: string): boolean => MAKERS.has(name);

/** Adds the effects of a command line, call by call in the order they would run. */
export function addReading(reading: Reading, scene: Scene): void {
  const outer = scene.reading;
  scene.reading = reading;
  for (const { how, ...span } of reading.disguised)
    add(scene, "execute", "command", null, span, `hides what it runs: ${how}`, { disguise: how });
  for (const command of reading.commands) {
    addCommand(command, scene);
    const inner = withinRunner(command) ?? (isProgram(command.name) ? null : withinUnknown(command, isProgram));
    if (inner !== null) addCommand(inner, scene);
  }
  if (reading.files.size > 0) pipelines(scene);
  scene.reading = outer;
}

function addCommand(command: SimpleCommand, scene: Scene): void {
  redirects(command, scene);
  guardFlags(command, scene);
  impersonation(command, scene);
  localCode(command, scene);
  execution(command, scene);
  everyday(command, scene);
  if (command.assignments.size > 0) borrowed(command, scene);
  if (scene.reading.files.size > 0) {
    buildFiles(command, scene);
    writtenFiles(command, scene);
  }
  runnerFiles(command, scene);
  packageSettings(command, scene);
  toolchain(command, scene);
  instructions(command, scene);
  productionScripts(command, scene);
  mining(command, scene);
  for (const make of makersNamed(command.name)) make(command, scene);
  const makers = MAKERS.get(command.name);
  if (
    makers !== undefined &&
    (command.name === "git" || !isInspection(command)) &&
    !isLocalCloud(command, scene) &&
    !isLocalCluster(command, scene)
  )
    // prettier-ignore
    for (const make of makers) make(command, scene);
  credentialUse(command, scene);
}
