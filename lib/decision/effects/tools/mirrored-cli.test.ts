import { describe, expect, test } from "vitest";
import { decide } from "../../decide";
import { action, policy } from "../../testing";

const judged = (tool: string, input: Record<string, unknown>) => decide(action(tool, input), policy());

describe("a tool that stands for a command is judged as that command:", () => {
  test.each([
    ["mcp__docker__run_container", { image: "alpine", volumes: ["/etc:/h"], privileged: true }, "containment-escape"],
    ["mcp__docker-mcp__create_container", { image: "alpine", volumes: { "/": { bind: "/h" } } }, "containment-escape"],
    ["mcp__k8s__cordon_node", { node: "n7" }, "node-lifecycle-operations"],
    ["mcp__kubernetes__kubectl_get", { resourceType: "secret", name: "tls", output: "json" }, "credential-exploration"],
    ["mcp__aws__use_aws", { service_name: "rds", operation_name: "delete_db_instance" }, "modify-shared-resources"],
    ["mcp__azure__group", { command: "delete", name: "shop" }, "cloud-storage-mass-delete"],
    ["mcp__gcloud__run", { args: ["projects", "delete", "shop"] }, "cloud-storage-mass-delete"],
    ["mcp__git__git_reset", { repo_path: "/home/dev/project", mode: "hard" }, "git-destructive"],
    ["mcp__filesystem__delete_directory", { path: "/home/dev/Pictures" }, "irreversible-local-destruction"],
    ["mcp__tmux__send_keys", { keys: "rm -rf ~/Pictures\n" }, "irreversible-local-destruction"],
    ["mcp__argocd__sync_application", { name: "shop-prod" }, "production-deploy"],
  ])("%s %j", (tool, input, rule) => {
    const { verdict, rule: found, evidence } = judged(tool, input);
    expect([verdict, found]).toEqual(["block", rule]);
    for (const { field, start, end } of evidence) if (field === "") expect([start, end]).toEqual([0, 0]);
  });

  test("a file named behind hundreds of others is deleted like them", () => {
    const own = Array.from({ length: 600 }, (_, i) => `/home/dev/project/src/f${i}.ts`);
    const input = { paths: [...own, "/home/dev/Pictures"] };
    expect(judged("mcp__filesystem__delete_files", input).verdict).toBe("block");
  });

  test("more files at once than can be looked at are for a person", () => {
    const files = Array.from({ length: 250 }, (_, i) => ({ path: `src/f${i}.ts`, content: "export {};" }));
    expect(judged("mcp__github__push_files", { repo: "a", files }).verdict).toBe("ask");
    expect(judged("mcp__github__push_files", { repo: "a", files: files.slice(0, 150) }).verdict).toBe("allow");
  });

  test.each([
    ["mcp__docker__run_container", { image: "postgres:16", volumes: ["./data:/data"], name: "db" }],
    ["mcp__docker__remove_container", { container: "db" }],
    ["mcp__kubernetes__kubectl_get", { resourceType: "pods", namespace: "dev" }],
    ["mcp__aws__use_aws", { service_name: "ec2", operation_name: "describe_instances" }],
    ["mcp__azure__group", { command: "list" }],
    ["mcp__git__git_reset", { repo_path: "/home/dev/project" }],
    ["mcp__filesystem__delete_file", { path: "/home/dev/project/src/old.ts" }],
    ["mcp__tmux__send_keys", { keys: "npm test\n" }],
  ])("%s %j is free", (tool, input) => {
    expect(judged(tool, input).verdict).toBe("allow");
  });
});
