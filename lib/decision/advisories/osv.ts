import { z } from "zod";

/** The parts of an OSV record that matching needs (OSV schema 1.x); everything else in it is left aside. */

const Event = z.object({
  introduced: z.string().optional(),
  fixed: z.string().optional(),
  last_affected: z.string().optional(),
  limit: z.string().optional(),
});

const Affected = z.object({
  package: z.object({ ecosystem: z.string().min(1), name: z.string().min(1) }).optional(),
  ranges: z.array(z.object({ type: z.string(), events: z.array(Event) })).default([]),
  versions: z.array(z.string()).default([]),
});

export const OsvRecord = z.object({
  id: z.string().min(1),
  summary: z.string().optional(),
  details: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  withdrawn: z.string().optional(),
  affected: z.array(Affected).default([]),
});
export type OsvRecord = z.output<typeof OsvRecord>;
export type OsvAffected = z.output<typeof Affected>;

/** A file holds one record or a list of them. */
export const OsvFile = z.union([z.array(OsvRecord), OsvRecord.transform((record) => [record])]);
