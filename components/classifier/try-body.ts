import { ApiProblem } from "@/components/api";
import type { TryInput } from "@/lib/change/try-schemas";
import type { z } from "zod";

/** A command of a shell, or a whole call of any tool. */
export type TrySort = "Bash" | "PowerShell" | "call";

/** What the form holds; fields that are not shown are left out. */
export type TryValues = {
  command?: string;
  tool?: string;
  json?: string;
  said?: string;
  cwd: string;
  home: string;
  branch: string;
  defaultBranch: string;
  origin: string;
  permissionMode: z.input<typeof TryInput>["permissionMode"];
};

export type Who = Pick<z.input<typeof TryInput>, "groupId" | "memberId">;

const fault = (field: string, message: string) => new ApiProblem(422, { fields: [{ field, message }] });

/** @throws ApiProblem naming the field, as the API would */
function callOf(sort: TrySort, { command = "", tool = "", json = "" }: TryValues) {
  if (sort !== "call") {
    if (command.trim() === "") throw fault("command", "Write a command");
    return { tool: sort, input: { command } };
  }
  if (tool.trim() === "") throw fault("tool", "Name the tool");
  return { tool: tool.trim(), input: inputOf(json) };
}

function inputOf(json: string): Record<string, unknown> {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    throw fault("json", `Not JSON: ${error instanceof Error ? error.message : "it cannot be read"}`);
  }
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw fault("json", 'An object, such as {"file_path": "/home/dev/project/a.ts"}');
  return input as Record<string, unknown>;
}

/** An empty field says nothing, and the API's default stands. */
const given = (text: string): string | undefined => text.trim() || undefined;

/** The body of `POST /classifier/try`. @throws ApiProblem for what cannot be read */
export function tryBody(sort: TrySort, values: TryValues, who: Who): z.input<typeof TryInput> {
  const { cwd, home, branch, defaultBranch, origin, said = "", permissionMode } = values;
  const isRepository = [branch, defaultBranch, origin].some((text) => given(text) !== undefined);
  return {
    ...callOf(sort, values),
    cwd: given(cwd),
    home: given(home) ?? null,
    userMessages: given(said) ? [said] : [],
    permissionMode,
    git: isRepository
      ? {
          branch: given(branch) ?? null,
          defaultBranch: given(defaultBranch) ?? null,
          remotes: given(origin) ? { origin: origin.trim() } : {},
        }
      : null,
    ...who,
  };
}
