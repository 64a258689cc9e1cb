import { type BucketScheme, bucketOfUrl } from "./bucket-hosts";
import { parseUrl } from "./host";
import { ok, type Parsed, refuse } from "./parsed";

/** Where an object store's URL points: `root` names the bucket, `path` the segments below, both in normal form. */
export type BucketLocation = { root: string; path: string[] };

const NAMES: Record<BucketScheme, RegExp> = {
  s3: /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/,
  gs: /^[a-z0-9](?:[a-z0-9_-]|\.(?!\.)){1,220}[a-z0-9]$/,
  oss: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
};
const SEGMENT = /^[^\p{Cc}\p{Cs}/\\]+$/u;

/**
 * A trusted bucket, or a prefix in one. Normal forms end in a slash and take in everything below:
 * `s3://acme-build/`, `gs://acme-logs/ci/`, `https://acme.blob.core.windows.net/releases/` (Azure, also a whole
 * account), `https://ACCOUNT.r2.cloudflarestorage.com/assets/` (R2). All other spellings of these are understood.
 */
export function parseBucket(raw: string): Parsed {
  const text = raw.trim().replace(/\/\*+$/, "/");
  if (text.includes("*"))
    return refuse(
      "Bucket names belong to whoever takes them first, so a star would trust strangers' buckets. List each bucket; prefixes end in “/”.",
    );
  if (/^r2:\/\//i.test(text))
    return refuse(
      "An R2 name says nothing about whose it is. Write https://ACCOUNT_ID.r2.cloudflarestorage.com/BUCKET/.",
    );
  if (/^(?:az|azure|abfss?|wasbs?):\/\/[^@]*$/i.test(text))
    return refuse(
      "A container's name says nothing about whose it is. Write https://ACCOUNT.blob.core.windows.net/CONTAINER/.",
    );
  if (!/^(?:[a-z][a-z0-9+]*:\/\/|arn:)/i.test(text))
    return refuse(
      "Start with the kind of store: s3://BUCKET/, gs://BUCKET/, oss://BUCKET/, or an Azure or R2 https:// address.",
    );
  const location = locateBucket(text);
  if (location === null)
    return refuse(
      "This is not a bucket. Write s3://BUCKET/PREFIX/, gs://BUCKET/PREFIX/, or an Azure or R2 https:// address.",
    );
  return ok(prefixOf(location));
}

/** The normal form of a location: everything below it starts with it. */
export const prefixOf = ({ root, path }: BucketLocation): string =>
  root + path.map((segment) => `${segment}/`).join("");

/** Reads any spelling of an object's or bucket's address; null when it is none, or tries to climb out by `..`. */
export function locateBucket(text: string): BucketLocation | null {
  if (/[\\\p{Cc}\p{Cs}]/u.test(text)) return null;
  const [, uri, rest = ""] = /^(?:(s3|s3a|s3n|gs|oss):\/\/|arn:aws[a-z-]*:s3:::)(.*)$/i.exec(text) ?? [];
  if (rest !== "") {
    const [bucket = "", ...keys] = rest.split("/");
    const scheme = uri?.toLowerCase();
    return located(scheme === "gs" || scheme === "oss" ? scheme : "s3", bucket, keys, (segment) => segment);
  }
  return locateHttps(text);
}

function locateHttps(text: string): BucketLocation | null {
  // URL parsing would resolve these away, and servers differ in whether they do.
  if (/(?:\/|%2f)(?:\.|%2e){1,2}(?:\/|%2f|[?#]|$)/i.test(text)) return null;
  const url = parseUrl(text);
  const found = url && bucketOfUrl(url);
  if (!found) return null;
  const keys = found.key.split("/");
  if ("bucket" in found) return located(found.scheme, found.bucket, keys, decode);
  const path = pathOf(keys, decode);
  return path && { root: found.root, path: path.map(encodeURIComponent) };
}

function located(scheme: BucketScheme, bucket: string, keys: string[], read: Reader): BucketLocation | null {
  const path = pathOf(keys, read);
  return path && NAMES[scheme].test(bucket) ? { root: `${scheme}://${bucket}/`, path } : null;
}

type Reader = (segment: string) => string | null;

/** A trailing slash changes nothing; empty segments elsewhere do (`a//b` is another key than `a/b`) and are refused. */
function pathOf(keys: string[], read: Reader): string[] | null {
  const path: string[] = [];
  for (const key of keys.at(-1) === "" ? keys.slice(0, -1) : keys) {
    const segment = read(key);
    if (segment === null || segment === "." || segment === ".." || !SEGMENT.test(segment)) return null;
    path.push(segment);
  }
  return path;
}

const decode: Reader = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
