-- Each process writes what it spent itself, as a sum: written twice, after an answer that did not come in time, it counts once.
ALTER TABLE "LlmSpend" ADD COLUMN "writer" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE "LlmSpend" ALTER COLUMN "writer" DROP DEFAULT;
ALTER TABLE "LlmSpend" DROP CONSTRAINT "LlmSpend_pkey";
ALTER TABLE "LlmSpend" ADD CONSTRAINT "LlmSpend_pkey" PRIMARY KEY ("organizationId", "day", "writer");
