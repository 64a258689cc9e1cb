/** Which bucket a URL means; `key` is still percent-encoded. */
type UrlBucket = { scheme: "s3" | "gs"; bucket: string; key: string } | { root: string; key: string };

const S3_VIRTUAL =
  /^(.+)\.s3(?:[.-](?:dualstack|fips|accelerate))*(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/;
const S3_PATH = /^s3(?:[.-](?:dualstack|fips))*(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/;
const AZURE = /^([a-z0-9]{3,24})\.(?:blob|dfs)\.core\.windows\.net$/;
const AZURE_CONTAINER = /^(?:\$root|\$web|\$logs|[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9])$/;
const R2 = /^([0-9a-f]{32}(?:\.(?:eu|fedramp))?)\.r2\.cloudflarestorage\.com$/;

/** Only https, and the two Hadoop schemes of Azure, which carry the account in the same place. */
export function bucketOfUrl(url: URL): UrlBucket | null {
  const key = url.pathname.replace(/^\//, "");
  if (/^(?:abfss?|wasbs?):$/.test(url.protocol)) return azure(url.host, joined(url.username, key));
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "") return null;
  return s3(url.hostname, key) ?? google(url.hostname, key) ?? azure(url.hostname, key) ?? r2(url.hostname, key);
}

function s3(host: string, key: string): UrlBucket | null {
  if (S3_PATH.test(host)) return inPath("s3", key);
  const bucket = S3_VIRTUAL.exec(host)?.[1];
  return bucket ? { scheme: "s3", bucket, key } : null;
}

function google(host: string, key: string): UrlBucket | null {
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
  return R2.test(host) ? { root: `https://${host}/`, key } : null;
}

const inPath = (scheme: "s3" | "gs", path: string): UrlBucket => {
  const [bucket = "", ...rest] = path.split("/");
  return { scheme, bucket, key: rest.join("/") };
};

const joined = (container: string, key: string) => (key === "" ? container : `${container}/${key}`);
