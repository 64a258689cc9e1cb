import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MASK, maskText } from "./mask";
import { isSecretName } from "./mask-patterns";

const m = (length: number) => MASK.repeat(length);

const OF = (alphabet: string, minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength, maxLength })
    .map((letters) => letters.join(""))
    .filter((text) => /\d/.test(text) && /[a-zA-Z]/.test(text));
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const WORD = `abcdefghijklmnopqrstuvwxyz${UPPER}`;
const BASE64 = `${WORD}+/`;
const BASE64URL = `${WORD}_-`;

/** A secret and the text it comes in. */
const secretIn = (secret: fc.Arbitrary<string>, text: (secret: string) => string) =>
  secret.map((value) => ({ secret: value, text: text(value) }));

const SECRETS = [
  ...[
    "sk-ant-api03-", "sk-", "sk-proj-", "ghp_", "gho_", "ghs_", "github_pat_11", "glpat-", "xoxb-1-", "npm_", "pypi-AgE",
    "dop_v1_", "SG.", "sk_live_", "rk_live_", "hf_", "shpat_", "hvs.CAES", "ya29.a0", "AIzaSy", "AGE-SECRET-KEY-1", "gh_",
  ].map((prefix) => secretIn(OF(WORD, 30, 60), (s) => `${prefix}${s}`)), // prettier-ignore
  secretIn(OF(UPPER, 16, 16), (s) => `AKIA${s}`),
  secretIn(OF(BASE64URL, 30, 90), (s) => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${s}`),
  secretIn(OF(BASE64, 12, 60), (s) => `-H "Authorization: Bearer ${s}"`),
  secretIn(OF(BASE64, 12, 60), (s) => `-H 'authorization: Basic ${s}'`),
  secretIn(OF(WORD, 8, 60), (s) => `-H "X-Api-Key: ${s}"`),
  secretIn(OF(WORD, 8, 60), (s) => `-H 'PRIVATE-TOKEN: ${s}'`),
  secretIn(OF(WORD, 8, 60), (s) => `--cookie "x" -H "Cookie: session=${s}; theme=dark"`),
  secretIn(OF(WORD, 6, 40), (s) => `https://deploy:${s}@git.example.com/acme/app.git`),
  secretIn(OF(WORD, 20, 40), (s) => `https://${s}@git.example.com/acme/app.git`),
  secretIn(OF(WORD, 6, 40), (s) => `postgres://app:${s}@db.internal:5432/app?sslmode=require`),
  secretIn(OF(WORD, 6, 40), (s) => `DATABASE_PASSWORD=${s}`),
  secretIn(OF(WORD, 6, 40), (s) => `export AWS_SECRET_ACCESS_KEY="${s}"`),
  secretIn(OF(WORD, 6, 40), (s) => `"clientSecret": "${s}"`),
  secretIn(OF(WORD, 6, 40), (s) => `api_key: '${s}'`),
  secretIn(OF(WORD, 6, 40), (s) => `tool --password ${s}`),
  secretIn(OF(WORD, 6, 40), (s) => `tool --api-token=${s}`),
  secretIn(OF(WORD, 6, 40), (s) => `curl -u admin:${s} https://example.com`),
  secretIn(OF(WORD, 6, 40), (s) => `mysql -h db -u root -p${s} app`),
  secretIn(OF(WORD, 6, 40), (s) => `sshpass -p ${s} ssh host`),
  secretIn(OF(WORD, 6, 40), (s) => `redis-cli -h cache -a ${s} ping`),
  secretIn(OF(BASE64, 40, 400), (s) => `-----BEGIN OPENSSH PRIVATE KEY-----\n${s}\n-----END OPENSSH PRIVATE KEY-----`),
  secretIn(OF(BASE64, 40, 400), (s) => `-----BEGIN RSA PRIVATE KEY-----\n${s}`),
];

const CONTEXT = fc.constantFrom(
  "", "cd /repo && ", "echo 'x' | ", 'FOO="bar" ', "a=1; ", "git push --force origin main && ", "cat <<'EOF'\n", "{ ", "\t",
); // prettier-ignore

describe("no known secret survives", () => {
  test.each(SECRETS.map((secret, index) => [index, secret] as const))("kind %i", (_, secret) => {
    fc.assert(
      fc.property(CONTEXT, secret, fc.constantFrom("", " ", "\n", " && ls", "\nEOF"), (before, given, after) => {
        const masked = maskText(`${before}${given.text}${after}`);
        expect(masked).not.toContain(given.secret);
        // Nothing worth having is left of it either.
        expect(masked).not.toContain(given.secret.slice(-6));
      }),
      { numRuns: 60 },
    );
  });
});

test("the length never changes, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(maskText(text)).toHaveLength(text.length);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(...SECRETS), { maxLength: 5 }), (parts) => {
      const text = parts.map((part) => part.text).join(" ");
      expect(maskText(text)).toHaveLength(text.length);
    }),
  );
});

test.each([
  ["git push --force origin main"],
  ["rm -rf ~/projects/old && mkdir -p build/out"],
  ["docker run -p 8080:80 --rm -it node:20 bash"],
  ["curl -s https://example.com/api?page=2"],
  ["git clone https://github.com/acme/app.git"],
  ["ssh git@github.com"],
  ["export TOKEN=$OTHER_TOKEN"],
  ['curl -H "Authorization: Bearer $TOKEN" https://example.com'],
  ["tool --password-stdin --token-file ./token.txt"],
  ["git commit -m 'Fix the password form: show errors'"],
  ["pip install sk-learn-contrib-extras scikit-learn"],
  ["git checkout 3f2a9c1d7b6e5a4c3f2a9c1d7b6e5a4c3f2a9c1d"],
  ["tokens=12 maxTokens: 4096, author=me"],
  ["authorize --user alice"],
])("leaves %s alone", (text) => {
  expect(maskText(text)).toBe(text);
});

test.each([
  ["TOKEN=abc123 make", `TOKEN=${m(6)} make`],
  ["git clone https://bot:hunter2@git.example.com/a.git", `git clone https://bot:${m(7)}@git.example.com/a.git`],
  ['curl -H "Authorization: Bearer abc.def" x.io', `curl -H "Authorization: Bearer ${m(7)}" x.io`],
  ["DB_PASSWORD='a b c' run", `DB_PASSWORD='${m(5)}' run`],
  ["deploy --token s3cr3t --region eu", `deploy --token ${m(6)} --region eu`],
])("masks %s as %s, so that the rest stays readable", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test("names of secrets are told from names that only mention them", () => {
  for (const name of ["password", "DB_PASSWORD", "apiKey", "x-auth-token", "clientSecret", "--token", "pwd", "AWS_SECRET_ACCESS_KEY"])
    expect(isSecretName(name), name).toBe(true);
  for (const name of ["tokens", "author", "passwordless", "token-file", "--password-stdin", "--no-auth", "keyboard", "secretary", "max_token_count"])
    expect(isSecretName(name), name).toBe(false);
}); // prettier-ignore

test("a megabyte of hostile text is masked in time that grows with its length", () => {
  const hostile = [
    "a=", "token=", "x".repeat(50), "https://", "https://a:", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "mysql ", "mysql -p",
    "redis-cli -a ", "--token ", "sk-", "eyJ", "authorization: ", "cookie: ", "Bearer ", "_-", "'\"", "a.b-", "\n", " ", "-u a:",
  ]; // prettier-ignore
  // The test's own time is the bound: a second for all of them, or many minutes where it grows with the square.
  for (const unit of hostile) expect(maskText(unit.repeat(1_000_000 / unit.length))).not.toBe("");
}, 60_000);
