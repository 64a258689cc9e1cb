-- Which rules matched without deciding, because the user's words, an allow rule or the LLM set them aside.
ALTER TABLE "Decision" ADD COLUMN "cleared" TEXT[] NOT NULL DEFAULT '{}';

-- How often each rule fired and was set aside is counted from few rows of many. The wording is that of RULE_OR_CLEARED.
CREATE INDEX "Decision_rules" ON "Decision" ("organizationId", "id" DESC) WHERE "rule" IS NOT NULL OR "cleared" <> '{}';
