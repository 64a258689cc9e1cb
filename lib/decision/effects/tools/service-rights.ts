import type { EffectKind } from "../../types";
import { clip } from "../clip";
import { isProduction } from "../phrases";
import { add, type Scene, type Traits } from "../scene";
import { objectOf } from "./input-strings";
import type { ServiceCall } from "./service-acts";
import { SERVICE_DEEDS } from "./service-book";

const GIVES = /(?:^|_)(?:add|create|invite|set|update|put|grant|assign)_(?:\w+_)?(?:collaborators?|members?|memberships?|roles?|owners?|admins?|users?)(?:_|$)/; // prettier-ignore
const HIGH_ROLE = /^(?:admin|administrator|owner|maintain(?:er)?|superuser|root|roles\/(?:owner|editor))$/i;
const KEYS = /(?:^|_)(?:add|create|generate|register)_(?:\w+_)?(?:deploy_keys?|ssh_keys?|access_keys?|access_tokens?|personal_access_tokens?|api_keys?|webhooks?|oauth_app)(?:_|$)/; // prettier-ignore
const FILTERS = /(?:^|_)(?:create|add|set|update)_(?:\w+_)?(?:filters?|forwarding\w*|auto_?forward|(?:inbox_|mail_|message_)?rules?|delegates?)(?:_|$)/; // prettier-ignore
const FORWARDS = /^(?:forward\w*|redirect\w*|delegate\w*)$/;

const PROTECTION = /(?:^|_)(?:branch_protections?|rulesets?|protected_branch(?:es)?|push_rules?|approval_rules?|required_status_checks?)(?:_|$)/; // prettier-ignore
const CHANGES = /(?:^|_)(?:update|set|edit|put|patch|disable|configure|unprotect)(?:_|$)/;

const SHIPS = /(?:^|_)(?:deploy|promote|release|rollback|roll_back|publish_version)(?:_|$)/;

/** Acts of services by which others get rights, money moves, or what customers use changes. */
export function serviceRights({ server, verb, strings }: ServiceCall, scene: Scene): void {
  const { input } = scene.action;
  const object = objectOf(strings, input) ?? verb;
  const does = (kind: EffectKind, note: string, traits: Traits) =>
    add(scene, kind, "command", object, { start: 0, end: 0 }, `${server}: ${note}`, { what: note, text: clip(`${server} ${verb}${object === verb ? "" : ` ${object}`}`), ...traits }); // prettier-ignore
  scene.field = "";
  const holds = (test: (text: string) => boolean) => strings.some(({ text }) => text.length < 200 && test(text));
  if (KEYS.test(verb) || (GIVES.test(verb) && holds((text) => HIGH_ROLE.test(text))))
    does("external-write", "gives somebody lasting rights", { act: "account" });
  if (FILTERS.test(verb) && strings.some(({ name }) => FORWARDS.test(name)))
    does("external-write", "hands on what comes in from now on", { act: "account" });
  if (
    PROTECTION.test(verb) &&
    CHANGES.test(verb) &&
    Object.values(input).some((value) => value === false || value === null || value === 0)
  )
    // prettier-ignore
    does("review-change", "takes protection from a branch", { act: "ci" });
  if (SHIPS.test(verb) && holds(isProduction)) does("deploy", "deploys to production", { act: "deploy", production: true }); // prettier-ignore
  const deed = SERVICE_DEEDS.find((one) => one.verb.test(verb) && one.server?.(server) !== false && (one.said === undefined || holds(one.said)))?.deed; // prettier-ignore
  if (deed !== undefined) does(deed.kind, deed.note, deed.traits);
}
