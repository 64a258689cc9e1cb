/**
 * Forms that only live secrets have. Each begins where a word begins (or after a percent sign's two digits) and asks for no more
 * characters than tell it apart, so that the time grows with the text alone.
 */
const SECRET_VALUE = new RegExp(
  [
    String.raw`(?:(?<!\w)|(?<=%[\da-fA-F]{2}))(?:AKIA[0-9A-Z]{16}(?!\w)|gh[pousr]_[A-Za-z0-9]{30}|github_pat_\w{30}|sk-ant-[\w-]{20}|sk-[A-Za-z0-9]{32}`,
    String.raw`xox[abprs]-[\w-]{20}|glpat-[\w-]{18}|AIza[\w-]{33}|npm_[A-Za-z0-9]{34})`,
    // Stores of secrets, hosts, registries and models: each with a beginning that nothing else has.
    String.raw`(?<![\w.-])(?:hv[sbr]\.[\w-]{24}|dop_v1_[a-f\d]{40}|dckr_(?:pat|oat)_[\w-]{20}|pypi-AgEI[\w-]{30}|rubygems_[a-f\d]{40}|glsa_[A-Za-z\d]{30}|shp(?:at|ss|ca|pa)_[a-fA-F\d]{30}|hf_[A-Za-z]{32}|gsk_[A-Za-z\d]{40}|xai-[A-Za-z\d]{60}|nvapi-[\w-]{50}|sntry[su]_[\w=/+-]{30}|tskey-(?:api|auth|client)-[A-Za-z\d-]{20}|lin_api_[A-Za-z\d]{36}|figd_[\w-]{36}|dapi[a-f\d]{32}(?!\w)|ya29\.[\w-]{40}|AGE-SECRET-KEY-1[A-Z\d]{50}|xapp-\d-[\w-]{30}|ATATT3[\w=-]{60}|SG\.[\w-]{20,24}\.[\w-]{40})`,
    String.raw`(?<![\w-])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{10}`,
    String.raw`-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY-----`,
    // One that the record of an earlier call has masked; as long as keys are.
    "•{16}",
  ].join("|"),
);

export const holdsSecret = (text: string): boolean => SECRET_VALUE.test(text);
