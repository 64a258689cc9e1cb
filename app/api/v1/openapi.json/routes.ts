import type { RouteModule } from "@/lib/http/openapi";
import { route } from "@/lib/http/route";
import { DecisionRequest, DecisionResponse } from "@/lib/decision/rest-schema";
import * as accountPassword from "../account/password/route";
import * as apiTokensId from "../api-tokens/[id]/route";
import * as apiTokens from "../api-tokens/route";
import * as auditId from "../audit/[id]/route";
import * as auditExport from "../audit/export/route";
import * as audit from "../audit/route";
import * as classifierRules from "../classifier/rules/route";
import * as classifierTry from "../classifier/try/route";
import * as clientsId from "../clients/[id]/route";
import * as clients from "../clients/route";
import * as developersId from "../developers/[id]/route";
import * as developers from "../developers/route";
import * as device from "../device/route";
import * as draftClassifier from "../draft/classifier/route";
import * as draftPublish from "../draft/publish/route";
import * as draftReview from "../draft/review/route";
import * as draftRollout from "../draft/rollout/route";
import * as draft from "../draft/route";
import * as draftTrustIdRestore from "../draft/trust/[id]/restore/route";
import * as draftTrustId from "../draft/trust/[id]/route";
import * as draftTrust from "../draft/trust/route";
import * as groupsIdMembers from "../groups/[id]/members/route";
import * as groupsId from "../groups/[id]/route";
import * as groups from "../groups/route";
import * as invitations from "../invitations/route";
import * as membersIdDisable from "../members/[id]/disable/route";
import * as membersIdEnable from "../members/[id]/enable/route";
import * as membersIdInvite from "../members/[id]/invite/route";
import * as membersIdResetLink from "../members/[id]/reset-link/route";
import * as membersId from "../members/[id]/route";
import * as members from "../members/route";
import * as passwordResets from "../password-resets/route";
import * as preview from "../preview/route";
import * as revisionsNumber from "../revisions/[number]/route";
import * as revisions from "../revisions/route";
import * as setup from "../setup/route";
import * as trustCheck from "../trust-check/route";

/** Served by the data plane (server/data-plane/decisions.ts); described here with the schemas that it checks. */
const decisions: RouteModule = {
  POST: route({
    auth: "decision:create",
    summary: "Decide on an action before it runs, and record the decision",
    body: DecisionRequest,
    response: DecisionResponse,
    handler: () => Promise.reject(new Error("the data plane answers this")),
  }),
};

/** Every route of the API by its path; a test holds it against the folders. */
export const ROUTES: Record<string, RouteModule> = {
  "/api/v1/account/password": accountPassword,
  "/api/v1/api-tokens/[id]": apiTokensId,
  "/api/v1/api-tokens": apiTokens,
  "/api/v1/audit/[id]": auditId,
  "/api/v1/audit/export": auditExport,
  "/api/v1/audit": audit,
  "/api/v1/classifier/rules": classifierRules,
  "/api/v1/classifier/try": classifierTry,
  "/api/v1/clients/[id]": clientsId,
  "/api/v1/clients": clients,
  "/api/v1/developers/[id]": developersId,
  "/api/v1/developers": developers,
  "/api/v1/device": device,
  "/api/v1/draft/classifier": draftClassifier,
  "/api/v1/draft/publish": draftPublish,
  "/api/v1/draft/review": draftReview,
  "/api/v1/draft/rollout": draftRollout,
  "/api/v1/draft": draft,
  "/api/v1/draft/trust/[id]/restore": draftTrustIdRestore,
  "/api/v1/draft/trust/[id]": draftTrustId,
  "/api/v1/draft/trust": draftTrust,
  "/api/v1/groups/[id]/members": groupsIdMembers,
  "/api/v1/groups/[id]": groupsId,
  "/api/v1/groups": groups,
  "/api/v1/invitations": invitations,
  "/api/v1/members/[id]/disable": membersIdDisable,
  "/api/v1/members/[id]/enable": membersIdEnable,
  "/api/v1/members/[id]/invite": membersIdInvite,
  "/api/v1/members/[id]/reset-link": membersIdResetLink,
  "/api/v1/members/[id]": membersId,
  "/api/v1/members": members,
  "/api/v1/password-resets": passwordResets,
  "/api/v1/preview": preview,
  "/api/v1/revisions/[number]": revisionsNumber,
  "/api/v1/revisions": revisions,
  "/api/v1/setup": setup,
  "/api/v1/trust-check": trustCheck,
  "/api/v1/decisions": decisions,
};
