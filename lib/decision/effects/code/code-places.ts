import { matchesOf } from "../../matches";
/** Where code connects to, as the options that a command-line client takes. */

const HOST = /\bhost(?:name)?["']?\s?(?:=>|[:=])\s?["'`]?([\w.-]{1,200})/;
const ADDRESS = /\b([a-z]{2,12}(?:\+[a-z]{1,12})?):\/\/[^\s"'`<>]{1,500}/g;
/** `new mysqli("db.example.com", ...)` */
const FIRST = /\b(?:mysqli(?:_connect)?|mysql_connect)\(\s?["']([\w.-]{1,200})["']/;

/** The address in one of these schemes, or the host that is named; nothing where the code does not say. */
export function placesIn(text: string, schemes: readonly string[]): string[] {
  for (const [address, scheme = ""] of matchesOf(text, ADDRESS))
    if (schemes.includes(scheme.split("+")[0] as string) || schemes.includes(scheme)) return [address];
  const host = FIRST.exec(text)?.[1] ?? HOST.exec(text)?.[1];
  return host === undefined ? [] : ["-h", host];
}
