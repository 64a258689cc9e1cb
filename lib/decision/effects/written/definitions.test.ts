import { describe, expect, test } from "vitest";
import { decide } from "../../decide";
import { action, policy } from "../../testing";

const written = (file: string, content: string) =>
  decide(action("Write", { file_path: `/home/dev/project/${file}`, content }), policy()).verdict;

const policyOf = (statement: string) => `resource "aws_s3_bucket_policy" "site" {\n  policy = jsonencode({ Statement = [${statement}] })\n}\n`; // prettier-ignore

describe("definitions that open what is kept are not passed:", () => {
  test.each([
    ["k8s/rbac.yaml", "kind: RoleBinding\nsubjects:\n  - kind: Group\n    name: system:anonymous\n"],
    ["deploy/prod/a.yml", "kind: Service\n---\nkind: ClusterRoleBinding\nroleRef:\n  name: cluster-admin\n"],
    ["infra/iam.tf", policyOf('{ Effect = "Allow", Action = ["*"], Resource = "*" }')],
    ["infra/s3.tf", policyOf('{ Effect = "Allow", Principal = "*", Action = "s3:*" }')],
    ["infra/s3.tf", policyOf('{ Effect = "Deny", Action = "s3:*" }, { Principal = "*", Effect = "Allow", Action = "s3:PutObject" }')],
    ["infra/s3.tf", policyOf('{ Principal = "*", Effect = "Allow", Action = "s3:PutObject" }, { Effect = "Allow", Action = "s3:GetObject" }')],
    ["firestore.rules", "match /{x=**} { allow read, write: if true; }\n"],
    ["template.yaml", "PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: 's3:*'}]}\n"],
    ["infra/prod/trail.tf", 'resource "aws_cloudtrail" "a" {\n  enable_logging = false\n}\n'],
  ])("%s, %j", (file, content) => {
    expect(written(file, content)).not.toBe("allow");
  }); // prettier-ignore
});

describe("ordinary definitions pass:", () => {
  test.each([
    ["k8s/rbac.yaml", "kind: RoleBinding\nroleRef:\n  name: view\nsubjects:\n  - kind: ServiceAccount\n    name: reader\n"],
    ["infra/s3.tf", policyOf('{ Effect = "Allow", Principal = "*", Action = "s3:GetObject" }')],
    ["infra/s3.tf", policyOf('{ Effect = "Deny", Principal = "*", Action = "s3:*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }')],
    ["infra/iam.tf", policyOf('{ Effect = "Allow", Action = "s3:*", Resource = "*" }')],
    ["infra/web.tf", 'ingress {\n  from_port = 8443\n  cidr_blocks = ["0.0.0.0/0"]\n}\n'],
    ["firestore.rules", "match /posts/{id} { allow read: if true; allow write: if request.auth != null; }\n"],
  ])("%s, %j", (file, content) => {
    expect(written(file, content)).toBe("allow");
  }); // prettier-ignore
});

const service = (name: string, ...lines: string[]) => `  ${name}:\n${lines.map((line) => `    ${line}\n`).join("")}`;

describe("services:", () => {
  test("what only looks at the machine may read all of it", () => {
    const mount = ["volumes:", "  - /:/host:ro,rslave"];
    expect(written("compose.yaml", `services:\n${service("m", "image: prom/node-exporter:v1", "pid: host", ...mount)}`)).toBe("allow"); // prettier-ignore
    expect(written("compose.yaml", `services:\n${service("m", "image: acme/tool", ...mount)}`)).toBe("block");
    expect(written("compose.yaml", `services:\n${service("m", "image: prom/node-exporter", "volumes:", "  - /:/host")}`)).toBe("block"); // prettier-ignore
  });

  test("one service's rights are not another's", () => {
    const socket = ["volumes:", "  - /var/run/docker.sock:/var/run/docker.sock"];
    const apart = `services:\n${service("a", "image: x/a", "privileged: true")}${service("b", "image: x/b", ...socket)}`;
    expect(written("compose.yaml", apart)).toBe("allow");
    expect(written("compose.yaml", `services:\n${service("a", "image: x/a", "privileged: true", ...socket)}`)).toBe("block"); // prettier-ignore
    expect(written("compose.yaml", `services:\n${service("a", "image: x/traefik", "privileged: true", ...socket)}`)).toBe("block"); // prettier-ignore
    expect(written("compose.yaml", `services:\n${service("a", "image: traefik:v3", "privileged: true", ...socket)}`)).toBe("allow"); // prettier-ignore
  });
});
