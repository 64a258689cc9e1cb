import type { SimpleCommand, Word } from "../../shell/types";
import { literal } from "../../shell/word";
import { callsOf } from "../code/code-calls";
import { flat, UNKNOWN, type CodeScope } from "../code/code-text";
import { clip } from "../clip";
import { add, pathOf, type Scene } from "../scene";
import { placeOf } from "./places";

/** Code that puts something unreadable in the place of every file of a directory: without the key that is a deletion. */

const ENCRYPTS =
  /\bFernet\b|\b(?:AES|ChaCha20(?:Poly1305)?|Salsa20|SecretBox|Blowfish|ARC4)\b|\bcreateCipher(?:iv)?\b|\bpyAesCrypt\b|\bOpenSSL::Cipher\b|\bopenssl_encrypt\b|\.encrypt(?:File|_file)?\s?\(/;
const WALKS =
  /\b(?:os\.(?:walk|scandir|listdir)|glob\.i?glob|Find\.find|Dir\.glob|(?:fs\.)?readdir(?:Sync)?|walkdir|RecursiveDirectoryIterator|filepath\.(?:Walk|WalkDir))(?![\w-])/g;
/** `Path.home().rglob("*")` */
const WALKS_ITSELF =
  /\bPath(?:\.home\(\)|\(\s?["'](\/|~|\/home|\/Users)["']\s?\)(?:\.expanduser\(\))?)\.(?:rglob|glob)\s?\(/;
const WRITES =
  /\bopen\s?\([^()\n]{0,120},\s?["'](?:wb?\+?|r\+b?|rb\+)["']|\bwrite_bytes\s?\(|\bwriteFile(?:Sync)?\b|\bFile\.(?:bin)?write\b|\bfile_put_contents\b|\bencrypt(?:File|_file)\s?\(/;

const LOST = { place: "home", act: "encrypt", found: true, disk: false, protected: "", inProject: false, logs: false, terminal: false }; // prettier-ignore

export function addEncryption(
  text: string,
  language: string,
  scope: CodeScope,
  code: Word,
  command: SimpleCommand,
  scene: Scene,
): void {
  if (!ENCRYPTS.test(text) || !WRITES.test(text)) return;
  const home = WALKS_ITSELF.exec(text);
  const roots = [
    ...callsOf(WALKS, text, language, scope).map(({ values }) => flat(values[0] ?? "")),
    ...(home === null ? [] : [home[1] ?? scope.home]),
  ];
  for (const root of new Set(roots)) {
    const path = root === "" || root.includes(UNKNOWN) ? null : pathOf(literal(root, code), command, scene);
    if (path === null || !/^(?:critical|system|home|elsewhere|project-root)$/.test(placeOf(path, scene))) continue;
    add(scene, "overwrite", "path", path, code, `encrypts every file in ${clip(path)}`, LOST);
  }
}
