/** Shapes that hardly anything but a secret has; the words say what kind. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\bsk-ant-[a-zA-Z0-9-]{8,}/, "an Anthropic API key"],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key"],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}/, "a GitHub token"],
  [/\bglpat-[\w-]{20,}/, "a GitLab token"],
  [/\bxox[abprs]-[\w-]{10,}/, "a Slack token"],
  [/\bAIza[\w-]{35}\b/, "a Google API key"],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/, "a signed token"],
  [/:\/\/[^/\s:@]+:[^/\s:@]{3,}@/, "a password in a URL"],
];

export const secretIn = (text: string): string | null => SHAPES.find(([shape]) => shape.test(text))?.[1] ?? null;
