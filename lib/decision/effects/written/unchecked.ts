import { clip } from "../clip";
import { add, type Scene } from "../scene";
import { spanOf } from "./span";

/** Settings by which a program no longer checks whom it talks to, by the file that holds them. */
const SETTINGS: readonly (readonly [file: RegExp, setting: RegExp])[] = [
  [/\/[._]?curlrc$/, /^[ \t]*(?:-{0,2}(?:proxy-|doh-)?insecure|-[A-Za-z]{0,6}k)(?![\w-])(?![ \t]{0,20}[:=]?[ \t]{0,20}["']?(?:false|off|no)\b)/m],
  [/\/\.?wgetrc$/, /^[ \t]*check[-_]?certificate[ \t]*=[ \t]*(?:off|no|0|false|quiet)\b/im],
  [/\/(?:\.npmrc|\.yarnrc)$/, /^[ \t]*"?strict-ssl"?(?:[ \t]*=[ \t]*|[ \t]+)["']?(?:false|0|no)\b/im],
  [/\/\.yarnrc\.yml$/, /^[ \t]*enableStrictSsl[ \t]*:[ \t]*["']?(?:false|no|off)\b/m],
  [/\/\.condarc$/, /^[ \t]*ssl_verify[ \t]*:[ \t]*["']?(?:false|no|off|0)\b/im],
  [/\/\.?gemrc$/, /^[ \t]*:?ssl_verify_mode[ \t]*:[ \t]*["']?0/m],
  [/\/\.bundle\/config$/, /^[ \t]*BUNDLE_SSL_VERIFY_MODE[ \t]*:[ \t]*["']?0/m],
  [/\/(?:\.?ldaprc|ldap\.conf)$/, /^[ \t]*TLS_REQCERT[ \t]+(?:never|allow)\b/im],
  [/\/(?:\.gitconfig|\.config\/git\/config|\.git\/config)$/, /^[ \t]*sslVerify[ \t]*=[ \t]*["']?(?:false|no|off|0)\b/im],
  [/\/\.?aria2\/aria2\.conf$/, /^[ \t]*check-certificate[ \t]*=[ \t]*false\b/m],
  [/\/(?:\.lftprc|\.lftp\/rc|lftp\.conf)$/, /^[ \t]*set[ \t]+ssl:verify-certificate[ \t]+(?:no|false|off|0)\b/im],
  [/\/\.?composer\/config\.json$|\/composer\.json$/, /"(?:disable-tls"\s*:\s*true|secure-http"\s*:\s*false)/],
  [/\/(?:\.mavenrc|\.mvn\/(?:maven|jvm)\.config)$/, /-Dmaven\.wagon\.http\.ssl\.(?:insecure|allowall)=true\b/],
  [/\/docker\/daemon\.json$|\/\.docker\/daemon\.json$/, /"insecure-registries"\s*:\s*\[\s*"(?!localhost|127\.|host\.docker\.internal)/],
]; // prettier-ignore

/** Connections whose other end is checked no more, as the programs' own flags would do it for one call. */
export function uncheckedIn(path: string, text: string, scene: Scene): void {
  const setting = SETTINGS.find(([file]) => file.test(path))?.[1].exec(text);
  if (setting == null) return;
  const note = `turns certificate checks off (${clip(setting[0].trim())} in ${clip(path)})`;
  add(scene, "guard-change", "path", path, spanOf(setting), note, { what: "tls" });
}
