/**
 * Forms that only live secrets have. Each begins where a word begins (or after a percent sign's two digits) and asks for no more
 * characters than tell it apart, so that the time grows with the text alone.
 */
const SECRET_VALUE = new RegExp(
  [
    String.raw`(?:(?<!\w)|(?<=%[\da-fA-F]{2}))(?:AKIA[0-9A-Z]{16}(?!\w)|gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{30}|sk-ant-[\w-]{20}|sk-[A-Za-z0-9]{32}`,
    String.raw`xox[abprs]-[\w-]{20}|glpat-[\w-]{18}|AIza[\w-]{33}|npm_[A-Za-z0-9]{34})`,
    String.raw`(?<![\w-])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{10}`,
    String.raw`-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY-----`,
    // One that the record of an earlier call has masked; as long as keys are.
    "•{16}",
  ].join("|"),
);

export const holdsSecret = (text: string): boolean => SECRET_VALUE.test(text);
