import { account, deploys, logging, message, nameChange, transaction } from "../deed-kinds";
import type { Deed } from "../deeds";
import { isProduction } from "../phrases";
import { holdsAccounts, movesMoney, sells, speaksToMany, watches } from "./server-kinds";

/** What a verb with its object does at a kind of server. `said`: a short text of the call must pass it. */
type ServiceDeed = {
  server?: (server: string) => boolean;
  verb: RegExp;
  said?: (text: string) => boolean;
  deed: Deed;
};

const CHANGE = String.raw`(?:add|assign|activate|attach|create|set|update|put|edit|patch|modify|change|replace|import|rotate|enable|disable|deactivate|suspend|unsuspend|block|lock|unlock|remove|expire|clear|grant|revoke|unassign|link|upsert|transfer)`;
const both = (verbs: string, objects: string): RegExp =>
  new RegExp(String.raw`(?:^|_)(?:${verbs}_(?:\w+_)?${objects}|${objects}_(?:\w+_)?${verbs})(?:_|$)`);

const PEOPLE = "(?:users?|accounts?|members?|memberships?|groups?|roles?|factors?|mfa|passwords?|polic(?:y|ies)|permissions?|sessions?|apps?|applications?|service_accounts?|principals?|clients?|devices?)"; // prettier-ignore
const RUNS = "(?:trigger|run|play|retry|rerun|re_run|dispatch|start|execute|launch|sync|promote|rebuild|redeploy|invoke|unpause|resume|restart|rollback|deploy)"; // prettier-ignore
const JOBS = "(?:jobs?|builds?|workflows?|pipelines?|dags?|applications?|apps?|deployments?|job_templates?|playbooks?|runbooks?|stacks?|releases?|services?|functions?|flows?)"; // prettier-ignore
const PLANS = "(?:subscriptions?|memberships?|plans?)";

export const SERVICE_DEEDS: readonly ServiceDeed[] = [
  { verb: both(RUNS, JOBS), said: isProduction, deed: deploys("starts a deployment", { production: true }) },
  { verb: both("create", "(?:builds?|deployments?|(?:pipeline|job|dag|workflow)_runs?)"), said: isProduction, deed: deploys("starts a deployment", { production: true }) },
  { server: holdsAccounts, verb: both(CHANGE, PEOPLE), deed: account("changes accounts") },
  { verb: both("(?:suspend|deactivate|deprovision|offboard|unsuspend|ban)", "(?:users?|accounts?|members?)"), deed: account("changes accounts") },
  { verb: both(CHANGE, "(?:dns(?:_records?|_zones?|_settings?)?|resource_records?(?:_sets?)?|name_?servers?|zone_(?:records?|settings?)|domain_(?:records?|transfers?|settings?))"), deed: nameChange("changes DNS or certificates") },
  { server: movesMoney, verb: both("(?:create|update|modify|cancel|pause|resume|change|upgrade|downgrade)", PLANS), deed: transaction("changes what somebody pays") },
  { server: movesMoney, verb: both("(?:finalize|pay|send|void)", "invoices?"), deed: transaction("changes what somebody pays") },
  { server: movesMoney, verb: both("(?:create|send|make|issue|submit|confirm|capture|place|approve|cancel|reverse)", "(?:refunds?|payouts?|transfers?|charges?|(?:bill_)?payments?|payment_intents?|orders?|withdrawals?|top_?ups?|trades?)"), deed: transaction("moves money") },
  { server: sells, verb: both("(?:update|set|change|bulk_update|adjust|edit)", "(?:prices?|discounts?|inventory)"), deed: transaction("changes what somebody pays") },
  { server: sells, verb: both("(?:create|cancel|fulfill|capture|issue)", "(?:refunds?|orders?|payments?|gift_cards?|fulfillments?)"), deed: transaction("moves money") },
  { server: watches, verb: both("(?:mute|silence|snooze|pause|disable|resolve|suppress)", "(?:monitors?|alerts?|alert_rules?|incidents?|checks?|detectors?|notifications?)"), deed: logging("silences or resolves alerts") },
  { server: watches, verb: both("(?:create|add|schedule|start)", "(?:downtimes?|silences?|maintenance_windows?|mutings?)"), deed: logging("silences or resolves alerts") },
  { server: speaksToMany, verb: both("(?:create|post|send|publish|make|schedule|place)", "(?:tweets?|posts?|status(?:es)?|calls?|messages?|sms|threads?|stories|campaigns?|broadcasts?)"), deed: message("speaks to people outside") },
  { verb: /(?:^|_)(?:gmail|e?_?mail|outlook)_send(?:_|$)/, deed: message("sends mail to people") },
  { verb: both("(?:archive|transfer)", "(?:repository|repo)"), deed: { kind: "external-write", note: "archives or hands over a repository", traits: { what: "repository" } } },
]; // prettier-ignore

/** Values that hand out a secret by their names, and those that only tell of it. */
const SHOWN = /(?:^|_)(?:get|read|fetch|reveal|show|view|decrypt|retrieve|access|export|copy)_(?:\w+_)?(?:secrets?|secret_values?|passwords?|credentials?|private_keys?|config_vars|otp|totp|mfa_codes?|env(?:_vars|ironment_variables)?)(?:_values?|_versions?)?$/; // prettier-ignore
const OF_KEEPERS = /^(?:\w+_)?(?:get|read|fetch|reveal|show|view|decrypt|retrieve|access|export|copy|lookup|download)(?:_\w+)?$|(?:^|_)(?:get|read|reveal)$/; // prettier-ignore
const NAMES_ONLY = /(?:^|_)(?:list|search|status|health|(?<!secret_)versions?|policy|policies|mounts?|projects?|vaults?|accounts?|metadata|schema|names?|folders?|collections?|scanning|alerts?|audit|events?)(?:_|$)|(?:actions|repo(?:sitory)?|org(?:ani[sz]ation)?|environment|dependabot|codespaces?)_(?:public_key|secrets?)/; // prettier-ignore

/** A call that puts a live secret into the transcript. */
export const showsSecret = (verb: string, isKeeper: boolean): boolean =>
  !NAMES_ONLY.test(verb) && (SHOWN.test(verb) || (isKeeper && OF_KEEPERS.test(verb)));

/** Nouns that begin or sound like acts. */
export const withoutNouns = (verb: string): string =>
  verb.replace(/(?:^|_)release_(?:notes?|channels?|info|dates?|schedules?|versions?)(?=_|$)/g, "_").replace(/^_+/, "");

/** What only shows: to put it back loses nothing that anybody keeps. */
export const isView =
  /(?:^|_)(?:timers?|zoom|view|viewport|cursor|selections?|highlights?|breakpoints?|camera|layout|filters?|run_configurations?|lines?|cells?|bookmarks?|watch(?:es|points?)|rate_limits?)$/;
