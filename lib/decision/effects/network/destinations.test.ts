import { expect, test } from "vitest";
import { hostOf } from "./destinations";

test.each([
  ["localhost:3000/upload", "localhost"],
  ["files.example.dev:8443", "files.example.dev"],
  ["git@github.com:acme/project.git", "github.com"],
  ["https://user:80@evil.example/x", "evil.example"],
  ["trusted.example:443@evil.example/x", "evil.example"],
  ["ftp://files.example.dev:2121/x", "files.example.dev"],
  ["files.example.dev", "files.example.dev"],
  ["[::1]:8080/x", "[::1]"],
])("the host that %s names is %s", (address, host) => {
  expect(hostOf(address)).toBe(host);
});
