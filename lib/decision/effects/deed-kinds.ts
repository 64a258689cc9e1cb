import type { EffectKind } from "../types";
import type { Deed } from "./deeds";

const deed =
  (kind: EffectKind, act: string) =>
  (note: string, more: Deed["traits"] = {}): Deed => ({ kind, note, traits: { act, ...more } });
const guard =
  (what: string) =>
  (note: string): Deed => ({ kind: "guard-change", note, traits: { what } });

/** Cloud accounts and services that teams share. */
export const massDelete = deed("cloud-change", "mass-delete");
export const serviceDelete = deed("cloud-change", "delete");
export const unprotects = deed("cloud-change", "unprotect");
export const grant = deed("cloud-change", "grant");
export const publicSurface = deed("cloud-change", "expose");
export const publicLink = (note: string): Deed => publicSurface(note, { link: true });
export const nameChange = deed("cloud-change", "dns");
export const secretWrite = deed("cloud-change", "secret-write");
export const remoteExec = deed("cloud-change", "remote-exec");
/** As `ssh` does: what it is depends on the machine. */
export const remoteShell = deed("execute", "remote-shell");
export const flagWrite = deed("cloud-change", "feature-flag");
export const cloudStop = deed("cloud-change", "stop-workload");
export const message = deed("external-write", "message");
export const transaction = deed("external-write", "transaction");
export const account = deed("external-write", "account");
export const deploys = deed("deploy", "deploy");

/** Clusters. */
export const clusterDelete = deed("cluster-change", "delete");
export const clusterChange = deed("cluster-change", "change");
export const clusterWide = deed("cluster-change", "cluster-wide");
export const clusterGrant = deed("cluster-change", "grant");
export const nodeChange = deed("cluster-change", "node");
export const clusterExec = deed("cluster-change", "exec");
export const stopsWork = deed("cluster-change", "stop-workload");

/** Infrastructure as code. */
export const destroys = deed("infrastructure-change", "destroy");
export const blindApply = deed("infrastructure-change", "blind");
export const applies = deed("infrastructure-change", "apply");

/** Data stores. */
export const drops = deed("database-change", "drop");
export const resets = deed("database-change", "reset");
export const migrates = deed("database-change", "migrate");
export const undoes = deed("database-change", "undo");

/** The machine, its containers and its volumes. */
export const escapes = deed("system-change", "escape");
export const takesOver = deed("system-change", "inject");
export const prunes = deed("system-change", "prune");
export const volumes = deed("system-change", "volume");
export const backups = deed("system-change", "backup");
export const power = deed("system-change", "power");
export const service = deed("system-change", "service");
export const accounts = deed("system-change", "account");
export const kernel = deed("system-change", "kernel");
export const disks = deed("overwrite", "disk");
export const DISK_LOSS: Deed = disks("erases a disk, a partition or a volume", {
  disk: true, place: "critical", protected: "", logs: false, terminal: false, inProject: false,
}); // prettier-ignore

/** Review and forges. */
export const review = deed("review-change", "merge");
export const approval = deed("review-change", "approve");
export const ciBypass = deed("review-change", "ci");
export const chatOps = deed("review-change", "chatops");
export const forgeDelete = (note: string): Deed => ({ kind: "external-write", note, traits: { what: "forge-delete" } });

/** Guards, and what runs by itself later. */
export const logging = guard("logging");
export const firewall = guard("firewall");
export const firewallRule = guard("firewall-rule");
export const provenance = guard("provenance");
export const security = guard("security-service");
export const naming = guard("name-resolution");
export const certificates = guard("certificates");
export const traffic = guard("traffic");
export const persists = (what: string, note: string): Deed => ({ kind: "persist", note, traits: { what } });
export const publishes = (note: string): Deed => ({ kind: "publish", note, traits: { act: "image" } });
export const exposes = (what: string, note: string): Deed => ({ kind: "expose", note, traits: { what } });
