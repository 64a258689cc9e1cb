import type { Book, Deed, Program } from "../deeds";
import { accounts, backups, certificates, cloudStop, DISK_LOSS, exposes, firewall, firewallRule, grant, logging, naming, persists, power, publishes, remoteExec, security, service, serviceDelete } from "../deed-kinds"; // prettier-ignore

const GUARDS = "*windefend*|*sense*|*eventlog*|*mpssvc*|*wscsvc*|*sysmon*|*crowdstrike*|*csfalcon*|*defender*|*wdnissvc*|*securityhealth*|*sentinel*|*wazuh*|*cylance*|*osquery*|*carbonblack*"; // prettier-ignore
const LOGIN = persists("login-item", "starts something by itself from now on");
const ACCOUNT = persists("account", "adds an account or a right");
const PROTECTION = security("turns a protection off");
const RECORDS = logging("removes logs");
const SECRET: Deed = { kind: "credential-read", note: "prints a credential", traits: { how: "print", delicacy: "store" } }; // prettier-ignore
const MEMORY: Deed = { ...SECRET, note: "copies the memory of the service by which people sign in" };
const OPENS: Deed = { kind: "change-permission", note: "changes who may use files", traits: { act: "world-writable", place: "elsewhere", recursive: true, delicate: false } }; // prettier-ignore
const TAKES: Deed = { kind: "change-permission", note: "takes files over", traits: { act: "owner", place: "system", recursive: true, delicate: false } }; // prettier-ignore

const each = (deed: Deed, names: string, ...lines: readonly string[]): Book =>
  Object.fromEntries(names.split(" ").map((name): [string, Program] => [name, { anyCase: true, does: [[deed, ...(lines.length > 0 ? lines : ["**"])]] }])); // prettier-ignore

/** Cmdlets that do harm, under their own names; what they are given comes in lower case. */
const CMDLETS: Book = {
  ...each(DISK_LOSS, "format-volume clear-disk initialize-disk remove-partition remove-virtualdisk remove-storagepool reset-physicaldisk"),
  ...each(power("stops the machine"), "stop-computer restart-computer"),
  ...each(PROTECTION, "set-mppreference add-mppreference disable-netfirewallrule remove-netfirewallrule disable-bitlocker disable-bitlockerautounlock disable-amsi set-executionpolicy disable-windowsdefender uninstall-windowsdefender set-smbserverconfiguration disable-wincredentialguard clear-tpm"),
  ...each(PROTECTION, "disable-windowsoptionalfeature uninstall-windowsfeature remove-windowsfeature remove-windowscapability", "** *defender*"),
  ...each(firewall("changes the firewall"), "set-netfirewallprofile", "** false|0|allow"),
  ...each(firewallRule("adds a rule to the firewall"), "new-netfirewallrule set-netfirewallrule enable-netfirewallrule"),
  "stop-service": { anyCase: true, does: [[PROTECTION, `** ${GUARDS}`], [service("stops a service"), "**"]] },
  ...each(PROTECTION, "set-service remove-service suspend-service", `** ${GUARDS}`),
  ...each(RECORDS, "clear-eventlog remove-eventlog limit-eventlog clear-winevent remove-winevent"),
  ...each(backups("removes backups"), "disable-computerrestore clear-recyclebin remove-wbbackupset remove-wbpolicy"),
  ...each(ACCOUNT, "new-localuser add-localgroupmember new-aduser add-adgroupmember add-adprincipalgroupmembership set-adaccountpassword set-localuser enable-localuser enable-adaccount add-kdsrootkey"),
  ...each(accounts("removes an account"), "remove-localuser remove-localgroupmember disable-localuser"),
  ...each(LOGIN, "register-scheduledtask register-scheduledjob set-scheduledtask new-service set-wmiinstance register-wmievent register-cimindicationevent"),
  ...each(remoteExec("runs commands on other machines"), "enter-pssession new-pssession invoke-command connect-pssession"),
  ...each(exposes("open-service", "lets other machines in"), "enable-psremoting new-smbshare grant-smbshareaccess enable-wsmancredssp"),
  ...each(naming("changes which server resolves names"), "set-dnsclientserveraddress add-dnsclientnrptrule"),
  ...each(certificates("trusts another certificate authority"), "import-certificate", "** *root*"),
  ...each(certificates("turns the certificate checks of connections off"), "disable-certificatechecks"),
  ...each(publishes("publishes a package"), "publish-module publish-script publish-psresource"),
  ...each(SECRET, "get-secret get-storedcredential get-azkeyvaultsecret get-azaccesstoken get-azstorageaccountkey get-ssmparametervalue get-secsecretvalue get-lapsadpassword get-admpwdpassword get-vaultcredential"),
  ...each(SECRET, "convertfrom-securestring", "** -asplaintext"),
  ...each(serviceDelete("deletes shared resources"), "remove-cloudresource"),
  ...each(cloudStop("stops shared resources"), "stop-cloudresource"),
  ...each(grant("changes who may do what"), "grant-cloudrole"),
}; // prettier-ignore

/** Cmdlets of clouds and directories, which have hundreds that do the same to one thing each. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^remove-(?:az|ad(?:user|group|object|computer|organizationalunit|domain)|ec2|s3|rds|ecs|eks|ecr|lm|ddb|cfn|iam|gcs|gce|gke|gcp|mg|entra|msol|dnsserver|exo|spo|vm$|vmhost|cluster)/, "remove-cloudresource"],
  [/^(?:stop|restart)-(?:az|ec2|rds|ecs|gce|vm$|cluster)/, "stop-cloudresource"],
  [/^(?:new|set|add)-(?:azroleassignment|azroledefinition|azkeyvaultaccesspolicy|iam\w*policy\w*|mgrolemanagement\w*|azureadms?\w*role\w*)/, "grant-cloudrole"],
]; // prettier-ignore

/** The name under which a cmdlet is judged. */
export const familyOf = (name: string): string => FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? name;

const NET: Program = { anyCase: true, does: [[exposes("open-service", "lets other machines in"), "share ** /grant:everyone*"], [ACCOUNT, "user ** /add*", "localgroup|group ** /add*"], [PROTECTION, `stop ${GUARDS}`]] }; // prettier-ignore

const ELSEWHERE = remoteExec("runs commands on other machines");
/** Everybody who may sign in, with the rights to change or to own. */
const GRANTED =
  ["everyone:", "*s-1-1-0:", "*s-1-5-11:", "*s-1-5-32-545:", "users:", "builtin\\users:", "authenticated*users:", "nt*users:", "domain*users:"] // prettier-ignore
    .flatMap((who) => ["f", "f)", "m", "m)", "w", "w)"].map((right) => `${who}*${right}`))
    .join("|");

/** Programs of Windows by their words. */
const PROGRAMS: Book = {
  ...each(SECRET, "cmdkey", "/list*"),
  ...each(SECRET, "vaultcmd", "/listcreds*|/listproperties*"),
  netsh: { anyCase: true, does: [[SECRET, "** key=clear"], [PROTECTION, "advfirewall|firewall ** off|disable|reset", "advfirewall reset"], [exposes("tunnel", "forwards a port to another machine"), "interface portproxy add"]] },
  icacls: { anyCase: true, does: [[OPENS, `** ${GRANTED}`]] },
  cacls: { anyCase: true, does: [[OPENS, `** ${GRANTED}`]] },
  ...each(ELSEWHERE, "psexec psexec64 paexec winrs"),
  wmic: { anyCase: true, does: [[ELSEWHERE, "** /node:* ** call|delete|set|create"]] },
  reg: { anyCase: true, does: [[ELSEWHERE, "add|delete|import|copy|restore|load \\\\*", "add|delete|import|copy|restore|load //*"]] },
  takeown: { anyCase: true, does: [[TAKES, "** /r"]] },
  net: NET, net1: NET,
  sc: { anyCase: true, does: [[ELSEWHERE, "\\\\* create|config|failure|sdset|delete|start|stop", "//* create|config|failure|sdset|delete|start|stop"], [PROTECTION, `stop|delete|config|failure|sdset ${GUARDS}`], [LOGIN, "create", "config ** binpath=*"]] },
  schtasks: { anyCase: true, does: [[LOGIN, "/create", "/change ** /tr"], [service("removes a scheduled task"), "/delete"]] },
  setx: { anyCase: true, does: [[persists("shell-start-up", "changes what every program is looked for in"), "** path **"]] },
  wevtutil: { anyCase: true, does: [[RECORDS, "cl|clear-log", "sl|set-log ** /e:false"]] },
  fsutil: { anyCase: true, does: [[RECORDS, "usn deletejournal"]] },
  wbadmin: { anyCase: true, does: [[backups("removes backups"), "delete"]] },
  diskpart: { anyCase: true, does: [[DISK_LOSS, "**"]] },
  rundll32: { anyCase: true, does: [[MEMORY, "*comsvcs*"]] },
  ...each(PROTECTION, "dism", "** /featurename:*defender*"),
  ...each(backups("overwrites what was deleted"), "cipher", "** /w*"),
  certutil: { anyCase: true, does: [[certificates("trusts another certificate authority"), "root ** *.*", "** root *.*"]] },
}; // prettier-ignore

/** A cmdlet that does harm under a name of its own. */
export const isBooked = (name: string): boolean => Object.hasOwn(CMDLETS, familyOf(name));

export const WINDOWS_BOOKS: readonly Book[] = [CMDLETS, PROGRAMS];
