import { buildAdvisoryIndex } from "./advisory-index";
import { OsvFile, type OsvRecord } from "./osv";
import records from "./shipped.json";

/** What Gatehouse knows by itself; an administrator adds to it (docs/advisories.md). */
export const SHIPPED_RECORDS: readonly OsvRecord[] = OsvFile.parse(records);

export const SHIPPED_ADVISORIES = buildAdvisoryIndex(SHIPPED_RECORDS);
