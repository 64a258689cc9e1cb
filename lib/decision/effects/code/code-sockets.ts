import type { Word } from "../../shell/types";
import { destinationOf } from "../network/destinations";
import { add, type Scene } from "../scene";
import { cannotRead } from "./code-scripts";
import { groupOf } from "./code-text";
import { matchesOf } from "../../matches";

/** Code that gives a socket a shell, or runs what a socket says. */

const SOCKET =
  /\bsocket\.(?:socket|tcp|create_connection|connect)\b|\bsocket\s?\(|\/inet\/(?:tcp|udp)\/|\bnet\.(?:connect|Socket|createConnection|createServer)|\b(?:require|import)\s?\(?\s?["'`](?:node:)?(?:net|tls)["'`]|\bfrom\s?["'](?:node:)?(?:net|tls)["']|TCPSocket|TCPServer|fsockopen|stream_socket_client|IO::Socket|use Socket|new (?:Server)?Socket|\bnet\.(?:Dial|Listen)\w{0,10}\s?\(|TcpStream::|TcpListener::|TcpClient\b|new WebSocket|\bwebsockets?\.connect/;
/** A shell, or the input and output of one. */
const SHELL =
  /\/bin\/(?:ba|z|da)?sh\b|\b(?:exec\w*|system|popen\w*|proc_open|passthru|shell_exec|spawn\w*|execute|call|run)\s?\(?\s?\[?\s?["'`](?:ba|z|da|k)?sh(?:["'`](?!\s?,\s?\[?\s?["'`]-\w*c)|\s+(?:-i|[<>]))|\bopen\s?\(?\s?STD(?:IN|OUT|ERR)\s?,\s?["'][<>+]{1,2}&|pty\.spawn|\bdup2\b|\bcmd\.exe\b|\bpowershell\b|\bgetline\b|\bexec\s{0,3}["']?\d?[<>]|\bpipe\s?\([^()]{0,40}\bstdin\b/i;
const RECEIVES =
  /\brecv(?:from|_into|msg)?\b|\bon\s?\(\s?["'`](?:data|message)|\bonmessage\b|\bmakefile\b|\b(?:gets|fgets|fread|sysread|readline|readlines|readpartial)\b/;
const CONNECTS =
  /\b(?:connect|createConnection|create_connection|createServer|TCPSocket|TCPServer|fsockopen|stream_socket_client|bind|listen|accept|getline|WebSocket|Socket|Dial\w{0,10}|TcpClient)\b/;
const OPENS = /\b(?:bind|listen|accept|createServer|TCPServer)\b/;
const EVERYWHERE = /^(?:0\.0\.0\.0|::)?$/;
/** A host before its port, as calls that connect take them. */
const HOST =
  /["']([\w.:-]{1,253})["']\s?,\s?\d{1,5}\b|\b\d{1,5}\s?,\s?["']([\w.:-]{1,253})["']|\/inet\/\w{3}\/\d+\/([\w.:-]{1,253})\/|PeerAddr\s?=>\s?["']([\w.-]{1,253})/g;

/** `runsUnknown`: the code runs something that its text does not tell. */
export function addSocketShell(text: string, runsUnknown: boolean, code: Word, scene: Scene): void {
  if (!SOCKET.test(text) || !CONNECTS.test(text)) return;
  if (!SHELL.test(text) && !(runsUnknown && RECEIVES.test(text))) return;
  const hosts = matchesOf(text, HOST).map((match) => groupOf(match) ?? "");
  const local = hosts.length > 0 && hosts.every((host) => destinationOf(host, scene.trust) === "local");
  // Who connects obeys whoever is behind the port, also on this machine, where it may lead on; who only listens there may be testing.
  if (local && OPENS.test(text) && !hosts.some((host) => EVERYWHERE.test(host)))
    return cannotRead("The code gives a socket of this machine a shell.", code, scene);
  add(scene, "expose", "host", null, code, "connects a shell to a network socket", { what: "reverse-shell" });
}
