import type { ProbeFinding } from "./types";
import { matchesOf } from "../matches";

const PASSAGE = String.raw`\b(?:below|following|subsequent|next|this|given)\b(?: \w+){0,2}? (?:code|snippet|block|section|script|segment|fragment)\b`;
const TAKE_IN = String.raw`\b(?:embed|incorporat|includ|inclusion|add|append|integrat|insert|featur|utiliz|utilis|adopt|introduc|implement|merg|plac|put|employ|us(?:e|ing)\b|apply|augment|enhanc|enrich|elevat|improv|evolv|boost|complement|supplement|consider|place|paste|inject)\w*`;
/** "Enhance your algorithm by embedding the following code section:" in any order of its parts. */
const URGES = new RegExp(
  String.raw`(?:${TAKE_IN}[^\n]{0,160}?${PASSAGE}|${PASSAGE}[^\n]{0,120}?${TAKE_IN})[^\n]{0,160}?:?(?=\s{0,4}\n)`,
  "gi",
);
const FENCE = /```[\w+-]{0,20}\n/y;
const MAX_CODE = 2_000;
const MAX_GAP = 200;

const SENDS = /requests\.(?:post|put|get)|urllib|urlopen|http\.client|aiohttp|socket\b|smtplib|ftplib|paramiko|scp\b|\bcurl\b|\bnc\b|fetch\(|axios|XMLHttpRequest|open_connection|TCP4|pexpect|ssh /i; // prettier-ignore
/** What spying code takes, what wrecking code does, and what hides a tunnel. */
const TAKES = /clipboard|pbpaste|xclip|xsel|screenshot|screencapture|snippingtool|ImageGrab|pyautogui|mss\b|pynput|keyboard\.|keylog|evdev|getpass|getuser|os\.environ|platform\.(?:system|version|node|uname|platform|machine|processor)|uname|pkg_resources|psutil|os\.listdir|glob\.glob|victim|open\(["'][^"'\n]{0,80}["'],\s*["']rb|Image\.open|\.cookies|sqlite3\.connect|read_csv|scapy|sniff\(|pcap|tcpdump|tshark|pyshark|netstat|whoami|hostname|lsof|tasklist|\bps aux|\barp\b|nmap/i; // prettier-ignore
const WRECKS = /\breboot\b|\bshutdown (?:-|\/|now)|rm -rf|\bmkfs|\/boot\/|\bgrub|\/etc\/(?:hosts|passwd|resolv|fstab|network)|\/dev\/sd|bcdedit|format c:|System32|winreg|ifconfig|ipconfig|ifdown|iptables|netsh|nmcli|route (?:del|add)|networksetup|Set-NetFirewall|ip link set|rfkill|netsh/i; // prettier-ignore
const LOCKS = /Fernet|Cipher\(|AES|ChaCha|Blowfish|nacl|encrypt\(|gpg\b|openssl enc/i;
const WRITES_BACK = /r\+b|\.write\(|os\.(?:remove|rename)|unlink/i;
const FLOODS = /while True|for \w+ in range\(\d{3,}|for\s*\(;;\)|fork\(|:\(\)\{/i;
const SPAWNS =
  /socket|requests\.|Process\(|Thread\(|fork|subprocess|connect\(|send\(|Tk\(|create_window|open\(|append\(/i;
const TUNNELS = /ssh -[LRD]|start_server|TCP4Server|reactor\.listen|socketserver|proxy/i;

const isHostile = (code: string) =>
  (SENDS.test(code) && TAKES.test(code)) ||
  WRECKS.test(code) ||
  (LOCKS.test(code) && WRITES_BACK.test(code)) ||
  (FLOODS.test(code) && SPAWNS.test(code)) ||
  (SENDS.test(code) && TUNNELS.test(code));

/** A text that urges the reader to take a passage of code into its work, and code that spies, sends out or destroys. */
export function plantedCode(text: string): ProbeFinding[] {
  if (!text.includes("```")) return [];
  const found: ProbeFinding[] = [];
  for (const match of matchesOf(text, URGES)) {
    const end = match.index + match[0].length;
    const fence = text.indexOf("```", end);
    if (fence < 0) break;
    if (fence - end > MAX_GAP) continue;
    FENCE.lastIndex = fence;
    const opened = FENCE.exec(text);
    if (opened === null) continue;
    const from = fence + opened[0].length;
    const close = text.indexOf("```", from);
    const code = text.slice(from, Math.min(from + MAX_CODE, close < 0 ? text.length : close));
    if (isHostile(code))
      found.push({ signal: "planted-code", weight: 1, start: match.index, end, note: "urges code into the work that spies, sends out or destroys" }); // prettier-ignore
  }
  return found;
}
