import type { EffectKind } from "../../types";
import type { Traits } from "../scene";

/** A word, and another that must follow it: in the same statement, or anywhere later where the first feeds the second. */
export type Form = { first: RegExp; next?: RegExp; anywhere?: boolean; kind: EffectKind; note: string; traits: Traits };

const REQUEST = "iwr|irm|Invoke-WebRequest|Invoke-RestMethod";
const FETCH = new RegExp(`\\b(?:${REQUEST}|DownloadString|DownloadData|curl|wget)\\b`, "i");
const FETCHED: Pick<Form, "anywhere" | "kind" | "note" | "traits"> = {
  anywhere: true, kind: "fetch-and-execute", note: "runs fetched code", traits: { to: "unknown", host: "", how: "pipe" },
}; // prettier-ignore
const PROTECTION: Pick<Form, "kind" | "note" | "traits"> = { kind: "guard-change", note: "turns a protection off", traits: { what: "security-service" } }; // prettier-ignore
const RECORD: Pick<Form, "kind" | "note" | "traits"> = { kind: "guard-change", note: "removes logs", traits: { what: "logging" } }; // prettier-ignore
const STORE: Pick<Form, "kind" | "note" | "traits"> = { kind: "credential-read", note: "reads a credential store", traits: { how: "read", delicacy: "store" } }; // prettier-ignore
const BACKUPS: Pick<Form, "kind" | "note" | "traits"> = { kind: "system-change", note: "removes backups", traits: { act: "backup" } }; // prettier-ignore
const GUARDS = /WinDefend|Sense|EventLog|mpssvc|wscsvc|Sysmon|CrowdStrike|CSFalcon/i;
const LOSS = { place: "unknown", recursive: true, unresolved: true, sweeping: true, where: "here", found: false, git: false, text: "" }; // prettier-ignore
const DISK = { disk: true, place: "critical", protected: "", logs: false, terminal: false, inProject: false };
const UPLOAD = { carries: "file", label: "a file", to: "unknown", via: "http", bulk: true, url: "" };

/** PowerShell and cmd: the plain forms of what must not pass. */
export const FORMS: readonly Form[] = [
  { first: /\b(?:Remove-Item|rm|ri|del|rd|rmdir|erase)\b/i, next: /-Recurse|-r\b|\/s\b/i, kind: "delete", note: "deletes a directory", traits: LOSS },
  { first: /\b(?:Get-ChildItem|gci|ls|dir)\b/i, next: /\|\s*(?:Remove-Item|rm|ri|del)\b/i, anywhere: true, kind: "delete", note: "deletes what it finds", traits: LOSS },
  { first: /\bClear-(?:Content|RecycleBin)\b/i, next: /\*|-Force/i, kind: "delete", note: "empties files", traits: LOSS },
  { first: /\b(?:iex|Invoke-Expression)\b/i, next: FETCH, ...FETCHED },
  { first: FETCH, next: /\|\s*(?:iex|Invoke-Expression)\b/i, ...FETCHED },
  { first: /\bDownloadFile\b/i, next: /\bStart-Process\b|;\s*&/i, ...FETCHED },
  { first: /\b(?:powershell|pwsh)(?:\.exe)?\b/i, next: /\s-e(?:nc|ncodedcommand)?\s+[A-Za-z\d+/=]{16}/i, ...FETCHED, note: "runs a command that nobody can read" },
  { first: new RegExp(`\\b(?:${REQUEST})\\b`, "i"), next: /-InFile\b|-Body\s*\(?\s*(?:Get-Content|gc|cat)\b|\[IO\.File\]::Read/i, kind: "send", note: "sends a file to another host", traits: UPLOAD },
  { first: /\bUpload(?:File|String|Data)\b/i, kind: "send", note: "sends a file to another host", traits: UPLOAD },
  { first: /\b(?:Get-Content|gc|type|cat|Copy-Item|copy|cp)\b/i, next: /\.ssh[\\/]id_|\.aws[\\/]credentials|\.kube[\\/]config|\\Credentials\\|\bNTUSER\.DAT|\\config\\SAM\b/i, ...STORE },
  { first: /\b(?:Format-Volume|Clear-Disk|Initialize-Disk|Remove-Partition|diskpart)\b|\bformat(?:\.com)? [a-z]:/i, kind: "overwrite", note: "erases a disk", traits: DISK },
  { first: /\bcertutil\b/i, next: /[-/](?:urlcache|verifyctl)\b.{0,300}?https?:/i, ...FETCHED, note: "fetches a program past the browser's checks" },
  { first: /\b(?:bitsadmin\b.{0,100}?\/transfer|Start-BitsTransfer\b)/i, next: /https?:.{0,400}?\.(?:exe|dll|ps1|bat|cmd|msi|scr|vbs|js|hta)\b/i, ...FETCHED, note: "fetches a program past the browser's checks" },
  { first: /\bmshta\b/i, next: /https?:|javascript:|vbscript:/i, ...FETCHED },
  { first: /\bregsvr32\b/i, next: /\/i:\s?https?:/i, ...FETCHED },
  { first: /\brundll32\b/i, next: /javascript:|https?:|\\\\\w/i, ...FETCHED },
  { first: /\bmsiexec\b/i, next: /\/(?:i|package)\s+https?:/i, ...FETCHED },
  { first: /\bwmic\b/i, next: /\bshadowcopy delete\b/i, ...BACKUPS },
  { first: /\bwbadmin\b/i, next: /\bdelete\b/i, ...BACKUPS },
  { first: /\bbcdedit\b/i, next: /\/set\b.{0,100}?\b(?:recoveryenabled|bootstatuspolicy|safeboot|testsigning|nointegritychecks)\b/i, ...PROTECTION },
  { first: /\breg(?:\.exe)? add\b/i, next: /\\Policies\\|Windows Defender|DisableAntiSpyware|EnableLUA|SafeBoot/i, ...PROTECTION },
  { first: /\breg(?:\.exe)? add\b|\b(?:New|Set)-ItemProperty\b/i, next: /\\?shell\\?open\\?command|CurrentVersion\\?Run|\\?Winlogon\b|Image File Execution Options|AppInit_DLLs/i, kind: "persist", note: "makes another program start something", traits: { what: "login-item" } },
  { first: /\breg(?:\.exe)? save\b/i, next: /\b(?:HKLM|HKEY_LOCAL_MACHINE)\\?(?:SAM|SECURITY|SYSTEM)\b/i, ...STORE },
  { first: /\b(?:net|sc)(?:\.exe)? (?:stop|delete|config)\b/i, next: GUARDS, ...PROTECTION },
  { first: /\bSet-MpPreference\b|\bAdd-MpPreference\b/i, next: /Disable|Exclusion/i, ...PROTECTION },
  { first: /\bSet-ExecutionPolicy\b/i, next: /Bypass|Unrestricted/i, ...PROTECTION },
  { first: /netsh advfirewall set \S{1,40} state off|\bSet-NetFirewallProfile\b|\bDisable-NetFirewallRule\b|\bNew-NetFirewallRule\b/i, ...PROTECTION },
  { first: /\b(?:Stop|Set|Remove|Suspend)-Service\b/i, next: GUARDS, ...PROTECTION },
  { first: /\b(?:Clear-EventLog|Remove-EventLog|Limit-EventLog)\b|\bwevtutil(?:\.exe)? cl\b/i, ...RECORD },
  { first: /\bvssadmin(?:\.exe)?\b/i, next: /\bdelete\b/i, ...BACKUPS },
  { first: /\b(?:Stop|Restart)-Computer\b|\bshutdown(?:\.exe)? \/[rsp]\b/i, kind: "system-change", note: "stops the machine", traits: { act: "power" } },
  { first: /\b(?:New-LocalUser|Add-LocalGroupMember|New-ADUser|Add-ADGroupMember)\b|\bnet user \S{1,60} \S{1,60} \/add\b/i, kind: "persist", note: "adds an account or a right", traits: { what: "account" } },
  { first: /\b(?:Register-ScheduledTask|Register-ScheduledJob|schtasks(?:\.exe)? \/create|New-Service|Set-WmiInstance|Register-WmiEvent)\b|(?<!\b(?:reg(?:\.exe)? (?:query|export)|Get-(?:Item\w{0,14}|ChildItem)|Test-Path)\b[^\n;|]{0,120})CurrentVersion\\Run\b/i, kind: "persist", note: "starts something at login", traits: { what: "login-item" } },
  { first: /\b(?:Add|Set)-Content\b|>>?\s*/i, next: /\$PROFILE\b|Microsoft\.PowerShell_profile/i, kind: "persist", note: "changes what every shell runs", traits: { what: "shell-start-up" } },
  { first: /\bRemove-(?:ADUser|ADGroup|ADObject|AzResourceGroup|AzVM|AzStorageAccount|S3Bucket|EC2Instance|RDSDBInstance)\b/i, kind: "cloud-change", note: "deletes shared resources", traits: { act: "delete" } },
  { first: /git(?:\.exe)? push\b/i, next: /--force\b|-f\b/i, kind: "git-force-push", note: "rewrites a branch", traits: { remote: "", branch: "", trusted: true, all: false, lease: false, shared: true } },
]; // prettier-ignore
