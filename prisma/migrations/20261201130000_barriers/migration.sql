-- compatible
-- CreateTable
CREATE TABLE "Barrier" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "idea" TEXT,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),
    "movedAt" TIMESTAMPTZ(3),
    "letGoAt" TIMESTAMPTZ(3),
    "restsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Barrier_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Barrier_workspaceId_checkInId_key" ON "Barrier"("workspaceId", "checkInId");

-- CreateIndex
CREATE INDEX "Barrier_workspaceId_memberId_saidAt_idx" ON "Barrier"("workspaceId", "memberId", "saidAt");

-- AddForeignKey
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_workspaceId_checkInId_fkey" FOREIGN KEY ("workspaceId", "checkInId") REFERENCES "CheckIn"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
