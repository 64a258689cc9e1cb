/** What a server is for, as its name tells: what a verb means depends on it. */
const kind = (words: string): ((server: string) => boolean) => {
  const pattern = new RegExp(`(?:^|_)(?:${words})(?:_|$)`);
  return (server) => pattern.test(plainName(server));
};

const plainName = (server: string): string => server.toLowerCase().replace(/[^a-z\d]+/g, "_");

/** Made to keep secrets. */
const isKeeper = kind(
  String.raw`\w*vault|1_?password|one_?password|bitwarden|doppler|infisical|keychain|lastpass|keeper|dashlane|\w*secrets?_?manager|secrets?|secret_?store|op|keyring|conjur|akeyless|passbolt`,
);
const SECRET_SCHEME =
  /^(?:vault|op|bw|secrets?|keychain|keyring|doppler|infisical|aws-?secrets?manager|gcp-?secrets?):/i;

/** Whether a server, or what an address of it begins with, is there to keep secrets. */
export const keepsSecrets = (server: string, uri = ""): boolean => isKeeper(server) || SECRET_SCHEME.test(uri);

/**
 * Works on what is open on this machine, or on notes of its own: what it takes away there is an edit, which version control, the
 * program's own undo or the next call brings back. Files it names are judged as files.
 */
export const worksHere = kind(
  String.raw`serena|jupyter\w*|jetbrains|intellij|pycharm|webstorm|ide|vs_?code|editor|neovim|nvim|vim|emacs|xcode\w*|unity(?!_?catalog)\w*|unreal\w*|blender\w*|godot\w*|maya|houdini|figma\w*|sketch|penpot|excalidraw|tldraw|drawio|mermaid|memory(?!_?(?:db|store))|memories|mem0|knowledge_graph|sequential_?thinking|time(?!_(?!mcp|server))|timer|clock|pomodoro|task_?master\w*|todo_?md|shrimp|backlog_?md|ghidra|ida|radare2|debugger|lldb|gdb|simulator|ableton|musescore|arduino|kicad|freecad|openscad`,
);

/** Who may sign in, and as what. */
export const holdsAccounts = kind(
  String.raw`okta|auth0|one_?login|jump_?cloud|entra\w*|azure_?ad|active_?directory|ldap|keycloak|google_?(?:admin|workspace_?admin)|workspace_?admin|\w*iam|identity\w*|cognito|clerk|workos|duo|ping_?identity|stytch|fusionauth|zitadel|authentik`,
);

/** Where money moves for real, and shops. */
export const movesMoney = kind(
  String.raw`stripe|paypal|square|adyen|braintree|plaid|wise|coinbase|binance|kraken|\w*bank\w*|mollie|klarna|revolut|ramp|mercury|brex|quick_?books|xero|chargebee|recurly|paddle|lemon_?squeezy|zuora|razorpay|gocardless|checkout_com|alpaca|ibkr|robinhood`,
);
export const sells = kind(
  String.raw`shopify|woo_?commerce|magento|big_?commerce|etsy|amazon_?seller\w*|ebay|prestashop|medusa|saleor|commercetools|shopware`,
);

/** Wakes people when something breaks. */
export const watches = kind(
  String.raw`datadog|pager_?duty|opsgenie|grafana|new_?relic|prometheus|alert_?manager|victor_?ops|splunk_?on_?call|incident_?io|uptime_?\w*|better_?stack|statuspage|healthchecks|checkly|pingdom|nagios|zabbix|dynatrace|honeycomb|crowdstrike|wazuh`,
);

/** What is said there customers and strangers read or hear. */
export const speaksToMany = kind(
  String.raw`twitter|x_?api|linkedin|facebook|instagram|threads|mastodon|bluesky|reddit|tiktok|youtube|twilio|sendgrid|mailgun|mailchimp|vonage|message_?bird|whats_?app|telegram|signal|intercom|zendesk`,
);

/** Steers a terminal, whose keys are command lines. */
export const isTerminal = kind(String.raw`\w*terminal\w*|tmux|i_?term2?|shell|pty|ssh\w*`);
/** Files of this machine. */
export const holdsFiles = kind(String.raw`file_?system|fs|files|desktop_?commander`);
