import { z } from "zod";
import { readGitRecord } from "@/lib/audit/git-record";
import type { DecisionRecord } from "@/lib/audit/schemas";
import { PERMISSION_MODES } from "@/lib/decision/rest-schema";
import type { Draft } from "./try-fields";

/** Where the action runs, as the form begins. */
export type TryPlace = {
  cwd: string;
  home: string;
  branch: string;
  defaultBranch: string;
  origin: string;
  permissionMode: (typeof PERMISSION_MODES)[number];
};

/** What the bench shows before anybody types. */
export type TryStart = {
  draft: Draft;
  place: TryPlace;
  additionalDirectories: string[];
  /** Of whom it is tried first; null leaves it to the policy. */
  member: { id: string; label: string } | null;
  /** The record that it was taken from. */
  recordId: string | null;
};

export const BLANK: TryStart = {
  draft: { sort: "Bash", command: "", tool: "Write", json: "{\n  \n}", said: "" },
  place: {
    cwd: "/home/dev/project",
    home: "/home/dev",
    branch: "feature/work",
    defaultBranch: "main",
    origin: "",
    permissionMode: "auto",
  },
  additionalDirectories: [],
  member: null,
  recordId: null,
};

const Recorded = z.object({
  input: z.record(z.string(), z.unknown()).catch({}),
  cwd: z.string().catch(BLANK.place.cwd),
  home: z.string().catch(""),
  additionalDirectories: z.array(z.string()).catch([]),
});

/** The action of a decision, to be tried again. What the user had said and the addresses of git's remotes are no part of a record. */
export function startFrom(record: Pick<DecisionRecord, "id" | "tool" | "action" | "permissionMode" | "developer">) {
  const { input, cwd, home, additionalDirectories } = Recorded.catch(Recorded.parse({})).parse(record.action);
  const { id, tool, developer } = record;
  const git = readGitRecord(record.action);
  return {
    draft: { ...BLANK.draft, ...textOf(tool, input) },
    place: {
      cwd,
      home,
      branch: git?.branch ?? "",
      defaultBranch: git?.defaultBranch ?? "",
      origin: "",
      permissionMode: PERMISSION_MODES.find((mode) => mode === record.permissionMode) ?? "auto",
    },
    additionalDirectories,
    // One who was removed has no policy any more.
    member: developer?.email ? { id: developer.id, label: developer.name } : null,
    recordId: id,
  } satisfies TryStart;
}

function textOf(tool: string, input: Record<string, unknown>): Partial<Draft> {
  if ((tool === "Bash" || tool === "PowerShell") && typeof input.command === "string")
    return { sort: tool, command: input.command };
  return { sort: "call", tool, json: JSON.stringify(input, null, 2) };
}
