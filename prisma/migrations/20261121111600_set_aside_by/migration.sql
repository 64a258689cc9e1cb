-- What set each rule of "cleared" aside, in the same order: user | organization | llm. Empty in rows from before: there "tier" tells.
ALTER TABLE "Decision" ADD COLUMN "clearedBy" TEXT[] NOT NULL DEFAULT '{}';
