import { expect, test } from "vitest";
import { action } from "@/lib/decision/testing";
import { gitRecordOf, readGitRecord } from "./git-record";

const { git } = action("Bash", { command: "git push" });
const remotes = { origin: "https://me:hunter2@git.example/acme/app", fork: "git@git.example:me/app" };

test("branches and remotes' names are kept with where they came from, and no address", () => {
  const kept = gitRecordOf(git && { ...git, remotes }, "hook");
  expect(kept).toEqual({
    root: "/home/dev/project",
    branch: "feature/work",
    defaultBranch: "main",
    remotes: ["origin", "fork"],
    from: "model-request",
  });
  expect(readGitRecord({ input: {}, git: kept })).toEqual(kept);
  expect(gitRecordOf(git, "rest")).toMatchObject({ from: "request" });
});

test("where nothing was known nothing is kept, nor of what the client decided by itself", () => {
  expect([gitRecordOf(null, "hook"), gitRecordOf(git, "client")]).toEqual([null, null]);
  for (const other of [null, {}, { git: null }, { git: { branch: 1 } }, "text"])
    expect(readGitRecord(other)).toBeNull();
});

test("names are masked and cut to size", () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`r${n}`, "x"]));
  const branch = `ghp_${"0123456789abcdefghijklmnopqrstuvwxyz"}/${"x".repeat(500)}`;
  const kept = gitRecordOf(git && { ...git, branch, remotes: many }, "rest");
  expect(kept?.remotes).toHaveLength(20);
  expect(kept?.branch).not.toContain("ghp_0123456789");
  expect(kept?.branch?.length).toBeLessThan(300);
});
