const INNER =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][\da-f]{2}:|fe80:)|^[\w-]+$|\.(?:local|internal|lan|home|corp|test|svc|cluster\.local|localdomain)$/i;

/** A host of the network at hand, by its address or its name: nobody else's. */
export const isInner = (host: string): boolean => INNER.test(host);
