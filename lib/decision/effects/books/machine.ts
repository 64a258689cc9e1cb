import type { Book, Program } from "../deeds";
import { accounts, certificates, DISK_LOSS, escapes, exposes, firewall, firewallRule, kernel, logging, naming, persists, power, publicSurface, security, service, takesOver, traffic } from "../deed-kinds"; // prettier-ignore

const FIREWALL = firewall("changes the firewall");
/** One more port let in or kept out; what is there stays. */
const ONE_RULE = firewallRule("adds a rule to the firewall");
const STOPS = power("stops the machine");
const ACCOUNT = accounts("changes an account's rights");
const IPTABLES: Program = {
  values: "-t --table",
  does: [
    [null, "-L|--list|-S|--list-rules|-C|--check"],
    [traffic("redirects traffic"), "-j|--jump=redirect|dnat|tproxy|netmap"],
    [ONE_RULE, "-A|--append|-I|--insert --dport|--dports|--destination-port -j|--jump=accept|drop|reject|log"],
    [FIREWALL, "-F|--flush|-X|--delete-chain|-D|--delete|-P|--policy|-A|--append|-I|--insert|-R|--replace|-Z|-N|-E"],
  ],
}; // prettier-ignore
const GUARDS = "*auditd*|*syslog*|*journald*|fail2ban*|ufw*|firewalld*|iptables*|nftables*|apparmor*|selinux*|falcon*|clamav*|osquery*|*crowdstrike*|wazuh*|sshguard*|auditbeat*|filebeat*|fluent*|falco*|sysmon*|crowdsec*|*sentinelone*|mdatp*|*defender*|ossec*|rkhunter*|aide*|suricata*|snort*|tripwire*|datadog-agent*|vector*|*jamf*|*munki*|*kandji*|*intune*|fleetd*|*google.santa*"; // prettier-ignore
const PACKAGER: Program = {
  does: [
    [certificates("turns the certificate checks of packages off"), "config|c set strict-ssl false", "set strict-ssl false", "config|c set strict-ssl=false", "set strict-ssl=false", "config set enableStrictSsl false"],
    [persists("interpreter-start-up", "changes which shell runs every package's scripts"), "config|c set script-shell|script-shell=*", "set script-shell|script-shell=*"],
  ],
}; // prettier-ignore
const RUNNER = persists("runner", "makes this machine run the jobs of a forge");
const powers = (...names: string[]): Book => Object.fromEntries(names.map((name) => [name, { does: [[STOPS, "**"]] }]));
const disk = (...names: string[]): Book =>
  Object.fromEntries(names.map((name) => [name, { does: [[DISK_LOSS, "*"]] }]));
const account = (...names: string[]): Book => Object.fromEntries(names.map((name) => [name, { does: [[ACCOUNT, "**"]] }])); // prettier-ignore

export const MACHINE: Book = {
  ...powers("halt", "poweroff", "reboot"),
  shutdown: { does: [[null, "-c|--show|-k|-?"], [STOPS, "**"]] },
  init: { does: [[STOPS, "0|6|1"]] },
  telinit: { does: [[STOPS, "0|6|1"]] },
  systemctl: {
    values: "-t --type -H --host -M --machine -s --signal",
    does: [
      [null, "status|show|list-*|cat|is-*|get-*|help"],
      [security("stops a security service"), `stop|disable|mask|kill|revert ${GUARDS}`, `${GUARDS} stop`],
      [STOPS, "poweroff|reboot|halt|suspend|isolate|kexec|hibernate|rescue|emergency|soft-reboot|emergency"],
      [persists("service", "starts a service at every boot"), "enable|link|reenable|preset|add-wants|add-requires|edit|set-default"],
      [service("stops a service"), "stop|disable|mask|kill"],
    ],
  },
  service: { does: [[null, "--status-all", "* status"], [security("stops a security service"), `${GUARDS} stop|disable`], [service("stops a service"), "* stop"]] },
  "rc-service": { does: [[security("stops a security service"), `${GUARDS} stop`], [service("stops a service"), "* stop"]] },
  sysrc: { does: [[security("turns a security service off"), "*syslogd_enable=NO|auditd_enable=NO|pf_enable=NO|ipfw_enable=NO|firewall_enable=NO"], [persists("service", "changes what starts at every boot"), "*_enable=*"]] },
  "update-rc.d": { does: [[security("turns a security service off"), `${GUARDS} disable|remove`], [persists("service", "starts a service at every boot"), "* defaults|enable"]] },
  chkconfig: { does: [[security("turns a security service off"), `${GUARDS} off`], [persists("service", "starts a service at every boot"), "* on", "--add"]] },
  nginx: { values: "-c -p -g", does: [[service("stops a server"), "-s=stop", "-s=quit"]] },
  apachectl: { does: [[service("stops a server"), "stop|graceful-stop"]] },
  haproxy: { does: [[service("takes a server's place"), "-st|-sf"]] },
  launchctl: { does: [[security("stops a security service"), `unload|bootout|disable|remove|kill|stop ** ${GUARDS}`], [persists("login-item", "starts a service at every login"), "load|bootstrap|enable|submit"], [service("stops a service"), "unload|bootout|disable|remove|kill|stop"]] },
  "systemd-run": { does: [[persists("scheduled-job", "runs something by itself later"), "--on-*|--timer|--remain-after-exit|--on-calendar|--on-boot|--on-active|--on-startup|--unit"]] },
  schtasks: { anyCase: true, does: [[persists("scheduled-job", "schedules a command"), "/create|/change **"]] },
  atrm: { does: [[service("removes scheduled jobs"), "*"]] },
  crontab: { values: "-u", does: [[null, "-l"], [service("deletes all scheduled jobs"), "-r"], [persists("scheduled-job", "installs scheduled jobs"), "*", "-e"]] },
  at: { does: [[null, "-l|-V|-c"], [service("removes scheduled jobs"), "-r|-d"], [persists("scheduled-job", "schedules a command"), "**"]] },
  batch: { does: [[persists("scheduled-job", "schedules a command"), "**"]] },
  defaults: { does: [[security("turns the quarantine of downloads off"), "write *LaunchServices* LSQuarantine **"], [persists("login-item", "runs something at login"), "write **loginwindow **", "write * *Hook*", "write *loginwindow* **"]] },

  code: { does: [[null, "tunnel status|unregister|kill|prune|user"], [exposes("tunnel", "lets this machine be worked on from elsewhere"), "tunnel"]] },
  "ssh-copy-id": { unless: "-n -h -?", does: [[persists("ssh-key", "lets a key into another machine"), "*"]] },
  "config.sh": { does: [[RUNNER, "--url --token|--pat|--unattended"], [null, "**"]] },
  "config.cmd": { does: [[RUNNER, "--url --token|--pat|--unattended"]] },
  "svc.sh": { does: [[persists("service", "installs a runner as a service"), "install"]] },
  "gitlab-runner": { does: [[RUNNER, "register"], [persists("service", "installs a runner as a service"), "install"]] },
  act_runner: { does: [[RUNNER, "register"]] },
  "forgejo-runner": { does: [[RUNNER, "register|create-runner-file"]] },
  "buildkite-agent": { does: [[RUNNER, "start"]] },
  "woodpecker-agent": { does: [[RUNNER, "**"]] },
  "drone-runner-exec": { does: [[RUNNER, "**"]] },

  ...account("usermod", "userdel", "deluser", "groupdel", "chpasswd", "newusers", "groupmod", "gpasswd", "delgroup", "vipw", "vigr", "chsh", "dsenableroot"),
  chage: { does: [[null, "-l|--list !-m|-M|-d|-E|-I|-W"], [ACCOUNT, "**"]] },
  passwd: { does: [[null, "-S|--status"], [ACCOUNT, "**"]] },
  useradd: { does: [[persists("account", "adds an account"), "*"]] },
  adduser: { does: [[persists("account", "adds an account"), "*"]] },
  dscl: { does: [[ACCOUNT, "** -create|-delete|-append|-passwd|-change", "-create|-delete|-append|-passwd|-change"]] },
  sysadminctl: { does: [[ACCOUNT, "-addUser|-deleteUser|-resetPasswordFor|-newPassword|-secureTokenOn"]] },
  pw: { does: [[ACCOUNT, "useradd|usermod|userdel|groupadd|groupmod|groupdel", "user|mod|add|del|group *"]] },
  visudo: { does: [[null, "-c|--check"], [ACCOUNT, "**"]] },

  iptables: IPTABLES,
  ip6tables: IPTABLES,
  ebtables: IPTABLES,
  arptables: IPTABLES,
  "iptables-restore": { unless: "--test -t", does: [[firewall("replaces the firewall's rules"), "**"]] },
  "ip6tables-restore": { unless: "--test -t", does: [[firewall("replaces the firewall's rules"), "**"]] },
  nft: { unless: "-c --check", does: [[FIREWALL, "flush|delete|add|insert|replace|destroy|reset", "-f|--file"]] },
  ufw: { unless: "--dry-run", does: [[null, "status|show|app"], [ONE_RULE, "allow|limit|deny|reject *", "allow|limit|deny|reject in|out|proto **"], [FIREWALL, "disable|reset|default|delete|logging|prepend|insert|route|limit"]] },
  "firewall-cmd": { does: [[null, "--list-all|--state|--list-*|--query-*|--get-*"], [ONE_RULE, "--add-port|--add-service"], [FIREWALL, "--add-rich-rule|--remove-rich-rule|--remove-service|--remove-port|--set-default-zone|--panic-off|--add-masquerade|--add-forward-port|--add-source|--complete-reload|--change-interface"]] },
  pfctl: { does: [[FIREWALL, "-d|-F|-f|-k"]] },
  ip: { does: [[null, "route|rule flush cache", "netns **"], [firewall("changes the network"), "route|rule|addr|address|link|r|a|neigh add|del|delete|replace|change|flush|set|append"]] },
  route: { does: [[firewall("changes the network"), "add|del|delete|change|flush"]] },
  ifconfig: { does: [[firewall("changes the network"), "* down"]] },
  arp: { does: [[firewall("changes the network"), "-s|-d|-S"]] },
  networksetup: { does: [[traffic("sends traffic through another host"), "-setwebproxy|-setsecurewebproxy|-setsocksfirewallproxy|-setautoproxyurl"], [naming("changes name resolution"), "-setdnsservers|-setsearchdomains"]] },
  scutil: { does: [[naming("changes name resolution"), "--set|--prefs"]] },
  resolvectl: { does: [[naming("changes name resolution"), "dns|domain|dnssec|revert *"]] },

  npm: PACKAGER,
  pnpm: PACKAGER,
  yarn: PACKAGER,

  tc: { does: [[kernel("puts a program into the kernel's network path"), "filter add|replace|change ** bpf **"]] },
  setenforce: { does: [[security("turns SELinux off"), "0|permissive|Permissive"]] },
  setsebool: { does: [[security("weakens SELinux"), "*"]] },
  semanage: { does: [[security("weakens SELinux"), "permissive|port|fcontext|boolean|login -a|-m|-d"]] },
  csrutil: { does: [[security("turns system protection off"), "disable|authenticated-root"]] },
  spctl: { does: [[security("turns Gatekeeper off"), "--master-disable|--global-disable|--add|--disable"]] },
  jamf: { does: [[security("takes the organization's management of this machine away"), "removeFramework|removeMdmProfile|unmanage"]] },
  profiles: { does: [[security("removes the organization's settings of this machine"), "remove", "-R|-D"]] },
  xattr: { does: [[security("takes the quarantine off"), "-d|-dr|-rd com.apple.quarantine"]] },
  mdatp: { does: [[security("weakens a protection"), "config **", "exclusion|threat **add|allow|remove"]] },
  fdesetup: { does: [[security("changes disk encryption"), "disable|remove|removerecovery|changerecovery"]] },
  apparmor_parser: { does: [[security("removes a protection profile"), "-R|--remove"]] },
  "aa-complain": { does: [[security("weakens a protection profile"), "*"]] },
  "aa-disable": { does: [[security("removes a protection profile"), "*"]] },
  "aa-teardown": { does: [[security("removes the protection profiles"), "**"]] },
  auditctl: { does: [[logging("turns auditing off"), "-e=0", "-D|-d|-W"]] },
  journalctl: { does: [[logging("removes logs"), "--vacuum-time=0*|1|1s*|1m|1min*|1h*", "--vacuum-size=0*|1|1k*|1m*", "--vacuum-files=0|1"]] },
  wevtutil: { anyCase: true, does: [[logging("removes logs"), "cl|clear-log|sl|set-log"]] },
  history: { does: [[{ kind: "guard-change", note: "erases the shell history", traits: { what: "history" } }, "-c|-d|-w"]] },
  "update-ca-certificates": { does: [[certificates("changes which certificates are trusted"), "**"]] },
  "update-ca-trust": { does: [[certificates("changes which certificates are trusted"), "**"]] },
  trust: { does: [[certificates("changes which certificates are trusted"), "anchor"]] },
  certutil: { does: [[certificates("changes which certificates are trusted"), "-A|-M|-D", "-addstore|-delstore"]] },

  modprobe: { does: [[null, "-n|--dry-run|--show|--show-depends|-l|-c"], [kernel("changes the kernel"), "*"]] },
  insmod: { does: [[kernel("changes the kernel"), "*"]] },
  rmmod: { does: [[kernel("changes the kernel"), "*"]] },
  kexec: { does: [[kernel("starts another kernel"), "-l|-e|--load|--exec"]] },
  // How many files may be watched, opened or mapped guards nothing.
  sysctl: { does: [[kernel("changes kernel settings"), "-p|--load|--system", "* *=*"], [null, "fs.inotify.*=*|fs.file-max=*|vm.max_map_count=*"], [kernel("changes kernel settings"), "-w|--write", "*=*"]] },
  swapoff: { does: [[kernel("turns swap off"), "-a"]] },

  ...disk("lvremove", "vgremove", "pvremove", "mkswap", "blkdiscard", "wipe", "hdparm-erase"),
  zpool: { unless: "-n", does: [[DISK_LOSS, "destroy|labelclear", "create -f"]] },
  zfs: { unless: "-n", does: [[DISK_LOSS, "destroy", "rollback -r|-R"]] },
  cryptsetup: { does: [[DISK_LOSS, "luksFormat|erase|luksErase|luksKillSlot|luksRemoveKey|reencrypt|format"]] },
  mdadm: { does: [[DISK_LOSS, "--zero-superblock|--stop|--create|--remove|--fail|-S|-C"]] },
  nvme: { does: [[DISK_LOSS, "format|sanitize|delete-ns|write-zeroes"]] },
  hdparm: { does: [[DISK_LOSS, "--security-erase|--security-erase-enhanced|--trim-sector-ranges|--make-bad-sector|--dco-restore"]] },
  sfdisk: { does: [[null, "-l|--list|-d|--dump"], [DISK_LOSS, "*"]] },
  gdisk: { does: [[null, "-l"], [DISK_LOSS, "*"]] },
  cfdisk: { does: [[DISK_LOSS, "*"]] },
  reg: { anyCase: true, does: [[persists("login-item", "starts something at login"), "add|import *currentversion\\run*", "add *winlogon*"], [security("changes what protects this machine"), "add|import *ms-settings*|*mscfile*|*exefile*|*classesfolder*|*policies*|*defender*|*executionoptions*|*execution*|*lsa*|*appinit_dlls*", "delete **"]] },
  net: { anyCase: true, does: [[persists("account", "adds or changes an account"), "user|localgroup|group ** /add", "user * *"], [service("stops a service"), "stop *"]] },
  bcdedit: { anyCase: true, does: [[security("changes how this machine starts"), "/set|/delete|/deletevalue **"]] },
  mount: { values: "-t -o --types --options", does: [[escapes("reaches another system's files"), "/proc/*/root **", "--bind / **"], [kernel("weakens a mount"), "-o|--options=remount,exec*|remount,suid*|remount,dev*|*,exec|*,suid", "-t|--types=binfmt_misc"]] },
  chroot: { does: [[escapes("enters another system's files"), "/proc/*"]] },
  debugfs: { does: [[escapes("works on a disk past its permissions"), "*", "-w"]] },
  reptyr: { does: [[takesOver("takes over a running process"), "*"]] },
  conspy: { does: [[takesOver("takes over a console"), "**"]] },
  writevt: { does: [[takesOver("types into a terminal"), "*"]] },
  busctl: { does: [[ACCOUNT, "call|set-property *systemd1*|*login1*|*Accounts*|*PolicyKit*|*PackageKit*|*UDisks*"]] },
  "dbus-send": { does: [[ACCOUNT, "--dest=*systemd1*", "--dest=*login1*", "--dest=*accounts*", "--dest=*policykit*", "--dest=*packagekit*"]] },
  gdbus: { does: [[ACCOUNT, "call -d|--dest=*systemd1*", "call -d|--dest=*accounts*", "call -d|--dest=*login1*", "call -d|--dest=*policykit*"]] },
  patchelf: { does: [[security("changes what a system program loads"), "** /usr/*|/bin/*|/sbin/*|/lib/* --set-interpreter|--set-rpath|--add-needed|--replace-needed|--add-rpath"]] },
  chrpath: { does: [[security("changes what a system program loads"), "** /usr/*|/bin/*|/sbin/* -r|-d|-c"]] },
  nbdkit: { does: [[publicSurface("serves a disk over the network"), "*"]] },
}; // prettier-ignore
