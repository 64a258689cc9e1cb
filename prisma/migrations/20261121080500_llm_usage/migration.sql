-- What the LLM classifier was asked, said and cost; null where it was not needed. Adding a nullable column rewrites no row.
ALTER TABLE "Decision" ADD COLUMN "llm" JSONB;

-- Sums of one organization's day (UTC), so that daily limits hold across processes and restarts without reading decisions.
CREATE TABLE "LlmSpend" (
    "organizationId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "requests" BIGINT NOT NULL DEFAULT 0,
    "tokens" BIGINT NOT NULL DEFAULT 0,
    "costUsd" DECIMAL(18,8) NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LlmSpend_pkey" PRIMARY KEY ("organizationId","day")
);
