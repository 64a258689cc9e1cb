import { expect, test } from "vitest";
import { catchesCall, hostOf, isMetadataService } from "./destinations";

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

test.each([
  "169.254.169.254", "169-254-169-254.nip.io", "169.254.170.23", "metadata", "metadata.google.internal", "metadata.goog", "instance-data", "[fd20:ce::254]", "[fd00:ec2::23]", "192.0.0.192", "100.100.100.200",
])("%s hands out the machine's credentials", (host) => expect(isMetadataService(host)).toBe(true)); // prettier-ignore

test.each(["169.253.169.254", "metadata.acme.example", "instance-data.acme.example", "metadata-service", "10.0.0.1"])(
  "%s does not",
  (host) => expect(isMetadataService(host)).toBe(false),
);

test.each([
  ["https://docs.hookdeck.com/a", false],
  ["https://www.postb.in/", false],
  ["https://webhook.site/0b1c", true],
  ["https://k1.oast.live/", true],
  ["https://beeceptor.com/docs?x=1", true],
  ["https://acme.example/docs", false],
])("whether a call of %s is noted: %s", (url, noted) => {
  expect(catchesCall(new URL(url))).toBe(noted);
});
