-- breaking
-- CreateTable
CREATE TABLE "Promise" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "mentorshipId" UUID,
    "checkInId" UUID,
    "words" TEXT NOT NULL,
    "by" TEXT,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),
    "movedAt" TIMESTAMPTZ(3),
    "letGoAt" TIMESTAMPTZ(3),
    "letGoWhy" TEXT,
    "restsAt" TIMESTAMPTZ(3),
    "onceKey" TEXT,

    CONSTRAINT "Promise_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Promise_workspaceId_checkInId_key" ON "Promise"("workspaceId", "checkInId");

-- CreateIndex
CREATE UNIQUE INDEX "Promise_workspaceId_onceKey_key" ON "Promise"("workspaceId", "onceKey");

-- CreateIndex
CREATE INDEX "Promise_workspaceId_memberId_saidAt_idx" ON "Promise"("workspaceId", "memberId", "saidAt");

-- CreateIndex
CREATE INDEX "Promise_workspaceId_mentorshipId_idx" ON "Promise"("workspaceId", "mentorshipId");

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_workspaceId_mentorshipId_fkey" FOREIGN KEY ("workspaceId", "mentorshipId") REFERENCES "Mentorship"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_workspaceId_checkInId_fkey" FOREIGN KEY ("workspaceId", "checkInId") REFERENCES "CheckIn"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What answers named as their next step. The id is that of the answer, so that the buttons of older messages find it.
INSERT INTO "Promise" ("id", "workspaceId", "memberId", "checkInId", "words", "by", "saidAt", "keptAt", "movedAt")
SELECT "id", "workspaceId", "memberId", "id", "nextStep", "nextStepBy", "saidAt", "nextStepDoneAt", "nextStepKeptAt"
FROM "CheckIn" WHERE "nextStep" IS NOT NULL;

-- AlterTable
ALTER TABLE "CheckIn" DROP COLUMN "nextStep",
DROP COLUMN "nextStepBy",
DROP COLUMN "nextStepDoneAt",
DROP COLUMN "nextStepKeptAt";
