import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text, for links and tokens. Only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A plain hash is enough for a value that is itself 256 random bits. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
