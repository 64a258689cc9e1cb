/** The variable that hands each developer's hook token to the headers of the hooks. */
export const TOKEN_VARIABLE = "GATEHOUSE_TOKEN";

/** Stands in compiled documents where the token goes, so that a whole audience shares one document and checksum. */
export const TOKEN_PLACEHOLDER = "<gatehouse-token>";

export const MANAGED_ENV: Readonly<Record<string, string>> = {
  [TOKEN_VARIABLE]: TOKEN_PLACEHOLDER,
  // Clients then name the checksum of their settings in each model request: the proof of what they run.
  CLAUDE_CODE_GATEWAY_HINT_HEADERS: "1",
};
