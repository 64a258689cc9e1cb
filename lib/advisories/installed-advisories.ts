import type { AdvisoryIndex } from "@/lib/decision/advisories/advisory-index";
import { env } from "@/lib/env";
import { loadAdvisories } from "./load-advisories";

let cached: AdvisoryIndex | undefined;

/** What this installation knows against releases of packages, read once a process. @throws StartUpError where the files cannot be read */
export const installedAdvisories = (): AdvisoryIndex => (cached ??= loadAdvisories(env().GATEHOUSE_ADVISORIES));
