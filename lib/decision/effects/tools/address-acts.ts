const ENDS_SOMETHING =
  /\/(?:actuator\/(?:shutdown|restart|refresh)|unsubscribe|quitquitquit|-\/(?:quit|reload)|api\/(?:shutdown|restart))\/?$/i;
const VERBS = String.raw`(?:shutdown|restart|reboot|delete|destroy|remove|purge|reset|terminate|kill|drop|cancel|approve|confirm|accept|transfer|pay|checkout|deactivate|disable|enable|unlock|deploy|rollback|trigger|unsubscribe(?:-all)?)`;
const ACTS = new RegExp(String.raw`\/${VERBS}(?:[-_/]\w+)?\/?$`, "i");
/** By the verb at its end, of one thing: `/users/42/delete`, `/transfer?amount=5`, `/reboot.cgi`. */
const ACTS_ON = new RegExp(
  String.raw`\/(?:\d+|[\da-f]{8}[\da-f-]*)\/${VERBS}\/?$|\/${VERBS}\.(?:cgi|php|do|action|aspx?)$`,
  "i",
);
const LAST_VERB = new RegExp(String.raw`\/${VERBS}\/?$`, "i");
const OBJECT =
  /[?&](?:id|ids|user(?:_?id)?|uid|amount|to|account|token|pay|order(?:_?id)?|item|email|target|name)=[^&]/i;
const CONFIRMED = /[?&](?:confirm(?:ed)?|force|yes|sure|really|execute|approve)(?:=(?:true|1|yes|y|on)?)?(?:&|$)/i;
const ACTION = /[?&](?:action|cmd|command|do|op|method)=(?:delete|destroy|remove|purge|reset|shutdown|restart|drop|kill|approve|unsubscribe|cancel|deactivate|disable|transfer|deploy|ban)\b/i; // prettier-ignore
const REHEARSED = /[?&](?:dry[_-]?run|simulate|preview)(?:=(?:true|1|yes))?(?:&|$)/i;

/** Addresses that start something by being called, whatever with. */
const HOOKS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/(?:^|\.)netlify\.com$/, /\/build_hooks\//],
  [/(?:^|\.)vercel\.com$/, /\/integrations\/deploy\//],
  [/(?:^|\.)render\.com$/, /^\/deploy\/srv-/],
  [/(?:^|\.)cloudflare\.com$/, /\/deploy_hooks\//],
  [/^hooks\.zapier\.com$/, /^\/hooks\//],
  [/^maker\.ifttt\.com$/, /^\/(?:trigger|use)\//],
  [/^hook\.(?:\w+\.)?make\.com$/, /^\/\w/],
  [/(?:^|\.)telegram\.org$/, /^\/bot[^/]+\/(?:send|delete|set|ban|forward)\w+/i],
];

/** Where pages are about such addresses: documentation, packages, questions. */
const ABOUT_HOST = /^(?:docs?|developers?|help|support|learn|wiki|blog|manual|man|kb|community|forum|api-?docs)[.-]|(?:^|\.)(?:readthedocs\.io|github\.com|gitlab\.com|stackoverflow\.com|npmjs\.com|pypi\.org|crates\.io|wikipedia\.org|mozilla\.org)$/i; // prettier-ignore
const ABOUT_PATH = /\/(?:docs?|documentation|references?|guides?|manuals?|packages?|questions|wiki|blog|articles?|learn|tutorials?|windows-commands)\//i; // prettier-ignore

export const isAbout = ({ hostname, pathname }: URL): boolean => ABOUT_HOST.test(hostname) || ABOUT_PATH.test(pathname);

/** What a mere look at an address changes there; null where it only shows something. */
export function actIn(url: URL, to: string): string | null {
  const { hostname, pathname, search } = url;
  if (isAbout(url) || REHEARSED.test(search)) return null;
  const starts = HOOKS.some(([host, path]) => host.test(hostname) && path.test(pathname));
  if (starts) return "calls an address that starts something";
  // What runs on this machine is the work itself, unless it ends by this.
  const changes =
    to !== "local" &&
    (ACTION.test(search) || ACTS_ON.test(pathname) || (LAST_VERB.test(pathname) && OBJECT.test(search)));
  const acts = changes || ENDS_SOMETHING.test(pathname) || (ACTS.test(pathname) && CONFIRMED.test(search));
  return acts ? "calls an address that changes something there" : null;
}
