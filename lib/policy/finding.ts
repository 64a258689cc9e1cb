/** Something an administrator should know about a policy before it is published. */
export type Finding = {
  /** Stable, kebab-case. */
  code: string;
  /** An `error` cannot be published. */
  severity: "error" | "warning" | "info";
  message: string;
  /** JSON pointer into PolicyContent. */
  path: string;
};

export const finding = (severity: Finding["severity"], code: string, path: string, message: string): Finding => ({
  code,
  severity,
  message,
  path,
});
