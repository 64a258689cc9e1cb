/** Names a distinct set of groups: the same for every developer who is in exactly these. */
export const audienceKeyOf = (groupIds: readonly string[]): string => [...new Set(groupIds)].sort().join(",");

export const groupIdsOf = (audienceKey: string): string[] => (audienceKey === "" ? [] : audienceKey.split(","));
