import { describe, expect, test } from "vitest";
import { describeCommands } from "@/lib/testing/describe-commands";
import { classify } from "../../classify";
import { action } from "../../testing";
import { NOTHING_TRUSTED } from "../../types";

describeCommands(
  "no settings file has a program stop checking whom it talks to",
  [
    "printf 'proxy-insecure\\n' >> ~/.curlrc",
    "echo '-k' | tee ~/.curlrc",
    "echo check-certificate=off > ~/.wgetrc",
    "echo strict-ssl=0 >> ~/.npmrc",
    "printf 'enableStrictSsl: false\\n' >> .yarnrc.yml",
    "echo 'ssl_verify: no' > ~/.condarc",
    "echo 'TLS_REQCERT allow' > ~/.ldaprc",
    "yarn config set enableStrictSsl false",
    "git config --global http.https://forge.internal.sslVerify no",
    "kubectl config set-cluster shop --insecure-skip-tls-verify",
    "CURL_CA_BUNDLE='' python3 sync.py",
  ],
  [
    "printf 'silent\\nshow-error\\n' >> ~/.curlrc",
    "echo 'insecure = false' >> ~/.curlrc",
    "echo insecure >> notes.txt",
    "echo check_certificate=on > ~/.wgetrc",
    "echo 'ssl_verify: true' > ~/.condarc",
    "git config --global http.https://localhost:8443.sslVerify no",
    "kubectl config set-cluster shop --certificate-authority=ca.pem",
  ],
);

describe("an edit that does so is stopped like the program's own command:", () => {
  const verdict = (file_path: string, content: string) => classify(action("Write", { file_path, content }), NOTHING_TRUSTED).verdict; // prettier-ignore

  test.each([
    ["/home/dev/project/.npmrc", "save-exact=true\nstrict-ssl=false\n"],
    ["/home/dev/.bundle/config", 'BUNDLE_SSL_VERIFY_MODE: "0"\n'],
    ["/home/dev/project/.mvn/maven.config", "-Dmaven.wagon.http.ssl.insecure=true\n"],
    ["/home/dev/project/composer.json", '{"config": {"secure-http": false}}'],
    ["/home/dev/.docker/daemon.json", '{"insecure-registries": ["images.example:5000"]}'],
  ])("%s", (path, content) => expect(verdict(path, content)).toBe("block"));

  test.each([
    ["/home/dev/project/composer.json", '{"config": {"secure-http": true}}'],
    ["/home/dev/project/docs/curlrc.md", "insecure\n"],
    ["/home/dev/.docker/daemon.json", '{"insecure-registries": ["localhost:5000"]}'],
  ])("and %s without it is not", (path, content) => expect(verdict(path, content)).not.toBe("block"));
});
