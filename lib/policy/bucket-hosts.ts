/** Which bucket a URL means; `key` is still percent-encoded. */
type UrlBucket = { scheme: BucketScheme; bucket: string; key: string } | { root: string; key: string };
/** Stores whose bucket names are unique among all customers, so that the name says whose it is. */
export type BucketScheme = "s3" | "gs" | "oss";

const S3_VIRTUAL =
  /^(.+)\.s3(?:[.-](?:dualstack|fips|accelerate))*(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/;
const S3_PATH = /^s3(?:[.-](?:dualstack|fips))*(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/;
const AZURE = /^([a-z0-9]{3,24})\.(?:blob|dfs)\.core\.windows\.net$/;
const AZURE_CONTAINER = /^(?:\$root|\$web|\$logs|[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9])$/;
const R2 = /^(?:([a-z0-9-]+)\.)?([0-9a-f]{32}(?:\.(?:eu|fedramp))?\.r2\.cloudflarestorage\.com)$/;
const OSS_VIRTUAL = /^([^.]+)\.oss-[a-z]+(?:-[a-z0-9]+)*\.aliyuncs\.com$/;
/** Google's JSON API, where an object's name is one encoded segment, or in the query of an upload. */
const GOOGLE_JSON = /^(?:(?:download|upload|resumable\/upload)\/)?storage\/v1\/b\/([^/]+)\/o(?:\/([^/]+))?$/;

/** Only https, and the two Hadoop schemes of Azure, which carry the account in the same place. */
export function bucketOfUrl(url: URL): UrlBucket | null {
  const key = url.pathname.replace(/^\//, "");
  if (url.password !== "") return null;
  if (/^(?:abfss?|wasbs?):$/.test(url.protocol)) return azure(url.host, joined(url.username, key));
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "") return null;
  const readers = [s3, google, azure, r2, oss];
  return readers.reduce<UrlBucket | null>((found, read) => found ?? read(url.hostname, key), null);
}

function s3(host: string, key: string): UrlBucket | null {
  if (S3_PATH.test(host)) return inPath("s3", key);
  const bucket = S3_VIRTUAL.exec(host)?.[1];
  return bucket ? { scheme: "s3", bucket, key } : null;
}

function google(host: string, key: string): UrlBucket | null {
  if (host === "storage.googleapis.com" && /^(?:storage|download|upload|resumable|batch)\//.test(key)) {
    const [, bucket, object = ""] = GOOGLE_JSON.exec(key) ?? [];
    return bucket ? { scheme: "gs", bucket, key: object.replace(/%2f/gi, "/") } : null;
  }
  if (host === "storage.googleapis.com" || host === "storage.cloud.google.com") return inPath("gs", key);
  const bucket = /^(.+)\.storage\.googleapis\.com$/.exec(host)?.[1];
  return bucket ? { scheme: "gs", bucket, key } : null;
}

function azure(host: string, key: string): UrlBucket | null {
  const account = AZURE.exec(host)?.[1];
  const container = key.split("/", 1)[0] ?? "";
  if (!account || (container !== "" && !AZURE_CONTAINER.test(container))) return null;
  return { root: `https://${account}.blob.core.windows.net/`, key };
}

function r2(host: string, key: string): UrlBucket | null {
  const [, bucket, account] = R2.exec(host) ?? [];
  return account ? { root: `https://${account}/`, key: bucket ? joined(bucket, key) : key } : null;
}

function oss(host: string, key: string): UrlBucket | null {
  const bucket = OSS_VIRTUAL.exec(host)?.[1];
  return bucket ? { scheme: "oss", bucket, key } : null;
}

const inPath = (scheme: BucketScheme, path: string): UrlBucket => {
  const [bucket = "", ...rest] = path.split("/");
  return { scheme, bucket, key: rest.join("/") };
};

const joined = (container: string, key: string) => (key === "" ? container : `${container}/${key}`);
