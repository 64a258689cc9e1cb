const PRODUCT = /^([\w.+-]{1,40})\/([\w.+-]{1,40})/;

/** What people see a client called: the product of its User-Agent, `claude-code/2.1.329`. */
export const clientLabelOf = (userAgent: string | null | undefined): string =>
  userAgent?.match(PRODUCT)?.[0] ?? "unknown program";

/** The version in a Claude Code User-Agent, `claude-code/2.1.329` or `claude-cli/2.1.329 (external, cli)`. */
export const clientVersionOf = (userAgent: string | null | undefined): string | null =>
  userAgent?.match(/^claude-(?:code|cli)\/([\w.+-]{1,40})/)?.[1] ?? null;
