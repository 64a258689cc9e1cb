-- A link with which a member chooses a new password.
ALTER TYPE "OneTimeLinkPurpose" ADD VALUE 'reset';
ALTER TABLE "OneTimeLink" ADD COLUMN "revokesClients" BOOLEAN NOT NULL DEFAULT false;
