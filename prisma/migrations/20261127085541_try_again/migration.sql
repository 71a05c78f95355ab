-- compatible
-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "sendingSince" TIMESTAMPTZ(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tryAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "heldUntil" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Message_tryAt_idx" ON "Message"("tryAt");

-- What was never said waits for its job, or for another once that is lost.
UPDATE "Message" SET "tryAt" = "plannedAt" + interval '1 hour', "sendingSince" = CASE WHEN "state" = 'sending' THEN "plannedAt" END
WHERE "state" IN ('planned', 'sending');
