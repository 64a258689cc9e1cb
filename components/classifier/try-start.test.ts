import { expect, test } from "vitest";
import { BLANK, startFrom } from "./try-start";

const developer = { id: "d1", name: "Dana", email: "dana@example.com" };
const record = {
  id: "r1",
  tool: "Bash",
  permissionMode: "auto",
  developer,
  action: {
    input: { command: "git push --force" },
    cwd: "/work/app",
    home: "/home/dana",
    additionalDirectories: ["/work/lib"],
  },
};

test("a recorded command is tried where it ran and under its developer's policy, without facts the record does not have", () => {
  expect(startFrom(record)).toEqual({
    draft: { ...BLANK.draft, sort: "Bash", command: "git push --force" },
    place: { cwd: "/work/app", home: "/home/dana", branch: "", defaultBranch: "", origin: "", permissionMode: "auto" },
    additionalDirectories: ["/work/lib"],
    member: { id: "d1", label: "Dana" },
    recordId: "r1",
  });
});

test("the branches that the record has are filled in", () => {
  const git = { root: "/work/app", branch: "fix/1", defaultBranch: "main", remotes: ["origin"], from: "request" };
  const { place } = startFrom({ ...record, action: { ...record.action, git } });
  expect(place).toMatchObject({ branch: "fix/1", defaultBranch: "main", origin: "" });
});

test("a call of another tool is tried with its whole input", () => {
  const { draft } = startFrom({ ...record, tool: "Write", action: { input: { file_path: "/etc/hosts" } } });
  expect(draft).toMatchObject({ sort: "call", tool: "Write" });
  expect(JSON.parse(draft.json)).toEqual({ file_path: "/etc/hosts" });
});

test("a developer who was removed is not tried for", () => {
  expect(startFrom({ ...record, developer: { ...developer, email: "" } }).member).toBeNull();
  expect(startFrom({ ...record, developer: null }).member).toBeNull();
});

test("a record of another shape begins blank instead of failing", () => {
  expect(startFrom({ ...record, permissionMode: "other", action: null })).toMatchObject({
    place: { cwd: BLANK.place.cwd, permissionMode: "auto" },
    draft: { sort: "call", tool: "Bash" },
  });
});
