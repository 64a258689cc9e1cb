/** The managed settings document of one audience under one revision, with the placeholder where tokens go. */
export type AudienceDocument = {
  revisionId: string;
  revisionNumber: number;
  /** Canonical JSON. */
  canonical: string;
  /** Of `canonical`, `sha256:<hex>`: names what the whole audience gets; no client ever receives exactly this. */
  checksum: string;
};
