-- compatible
-- AlterEnum
ALTER TYPE "DueWhat" ADD VALUE 'ask';

-- CreateTable
CREATE TABLE "Ask" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "ridesAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "end" TEXT,

    CONSTRAINT "Ask_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Ask_workspaceId_fromId_idx" ON "Ask"("workspaceId", "fromId");

-- CreateIndex
CREATE INDEX "Ask_workspaceId_toId_idx" ON "Ask"("workspaceId", "toId");

-- CreateIndex
CREATE INDEX "Ask_dueAt_idx" ON "Ask"("dueAt");

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_workspaceId_id_fkey" FOREIGN KEY ("workspaceId", "id") REFERENCES "Response"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_workspaceId_fromId_fkey" FOREIGN KEY ("workspaceId", "fromId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ask" ADD CONSTRAINT "Ask_workspaceId_toId_fkey" FOREIGN KEY ("workspaceId", "toId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
