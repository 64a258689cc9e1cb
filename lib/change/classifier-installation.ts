import { normalBaseUrl } from "@/lib/classifier/base-url";
import { env } from "@/lib/env";

/** What the operator has set up for asking Claude, in the environment. */
export type ClassifierInstallation = {
  hasKey: boolean;
  /** Where requests go unless a policy names another address. */
  ownBaseUrl: string;
  /** The other addresses that a policy may name: the key is sent to no further ones. */
  otherBaseUrls: string[];
};

export function classifierInstallation(): ClassifierInstallation {
  const { CLASSIFIER_API_KEY, CLASSIFIER_BASE_URL, CLASSIFIER_BASE_URLS, ...upstream } = env();
  const ownBaseUrl = normalBaseUrl(CLASSIFIER_BASE_URL ?? upstream.ANTHROPIC_UPSTREAM_URL);
  return {
    hasKey: Boolean(CLASSIFIER_API_KEY || upstream.ANTHROPIC_UPSTREAM_API_KEY),
    ownBaseUrl,
    otherBaseUrls: [...new Set(CLASSIFIER_BASE_URLS.map(normalBaseUrl))].filter((url) => url !== ownBaseUrl),
  };
}
