import type { GitRecord } from "@/lib/audit/git-record";

const FROM_WORDS: Record<GitRecord["from"], string> = {
  request: "told in the request",
  "model-request": "learned from the client's request to the model",
};

/** "feature/login of origin; default branch main; learned from the client's request to the model". */
export function gitWords({ branch, defaultBranch, remotes, from }: GitRecord): string {
  const place = [branch ?? "no branch known", remotes.length > 0 && `of ${remotes.join(", ")}`]
    .filter(Boolean)
    .join(" ");
  const base = defaultBranch !== null && defaultBranch !== branch && `default branch ${defaultBranch}`;
  return [place, base, FROM_WORDS[from]].filter(Boolean).join("; ");
}
