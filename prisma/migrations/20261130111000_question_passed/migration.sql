-- compatible
-- AlterTable
ALTER TABLE "NudgeQuestion" ADD COLUMN "passedAt" TIMESTAMPTZ(3);
