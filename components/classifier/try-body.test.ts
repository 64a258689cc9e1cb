import { describe, expect, test } from "vitest";
import { TryInput } from "@/lib/change/try-schemas";
import { tryBody, type TryValues } from "./try-body";

const VALUES: TryValues = {
  command: "git status",
  tool: "Write",
  json: '{"file_path": "/etc/hosts"}',
  cwd: "/srv/app",
  home: "/home/ana",
  branch: "",
  defaultBranch: "",
  origin: "",
  permissionMode: "auto",
};
const faultOf = (values: Partial<TryValues>, sort: "Bash" | "call") => {
  try {
    return tryBody(sort, { ...VALUES, ...values }, {});
  } catch (error) {
    return (error as { fields: unknown }).fields;
  }
};

describe("tryBody", () => {
  test("a command is a call of its shell; what was left empty is left to the API", () => {
    const body = tryBody("PowerShell", { ...VALUES, cwd: " ", home: "" }, {});
    expect(body).toMatchObject({ tool: "PowerShell", input: { command: "git status" }, home: null, git: null });
    expect(TryInput.parse(body)).toMatchObject({ cwd: "/home/dev/project", userMessages: [] });
  });

  test("a whole call is its JSON, in the repository that the fields tell of", () => {
    const body = tryBody("call", { ...VALUES, branch: "main", origin: "git@x.test:a/b.git", said: "Do it" }, {});
    expect(TryInput.parse(body)).toMatchObject({
      tool: "Write",
      input: { file_path: "/etc/hosts" },
      userMessages: ["Do it"],
      git: { branch: "main", defaultBranch: null, remotes: { origin: "git@x.test:a/b.git" } },
    });
  });

  test("what cannot be read names its field", () => {
    expect(faultOf({ command: "  " }, "Bash")).toMatchObject([{ field: "command" }]);
    expect(faultOf({ tool: "" }, "call")).toMatchObject([{ field: "tool" }]);
    expect(faultOf({ json: "{" }, "call")).toMatchObject([{ field: "json" }]);
    expect(faultOf({ json: "[]" }, "call")).toMatchObject([{ field: "json" }]);
  });
});
