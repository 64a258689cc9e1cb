/** Shorter runs hold no address. Both alphabets of base64 are tried: `/` may also part the segments of a path. */
const ENCODED = [/[A-Za-z0-9+/]{12,}/g, /[A-Za-z0-9_-]{12,}/g, /aHR0c[\w+/-]{7,}/g];

const HEX = /(?:[\da-fA-F]{2}){12,}/g;

/** What runs of base64, base64url or hexadecimal digits in a text stand for, as far as it is text; `aHR0c` is “http” after any prefix. */
export const decodedRuns = (text: string): string[] => [
  ...ENCODED.flatMap((pattern) => text.match(pattern) ?? []).flatMap((run) => asText(Buffer.from(run, "base64"))),
  ...(text.match(HEX) ?? []).flatMap((run) => asText(Buffer.from(run, "hex"))),
];

function asText(bytes: Buffer): string[] {
  const [plain] = /^[\t\n\r\x20-\x7e]{6,}/.exec(bytes.toString("latin1")) ?? [];
  return plain === undefined ? [] : [plain];
}

/** Percent-decoded once; bytes that are not UTF-8 stay as they are. */
export const percentDecoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%[2-7][\da-f]/gi, decodeURIComponent);
    }
  });
