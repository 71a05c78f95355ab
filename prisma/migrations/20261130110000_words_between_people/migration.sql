-- compatible
-- AlterTable
ALTER TABLE "Response" ADD COLUMN "editedAt" TIMESTAMPTZ(3),
ADD COLUMN "originChannel" TEXT,
ADD COLUMN "originTs" TEXT,
ADD COLUMN "threadId" UUID,
ADD COLUMN "toId" UUID;

-- CreateIndex
CREATE INDEX "Response_workspaceId_toId_idx" ON "Response"("workspaceId", "toId");

-- CreateIndex
CREATE INDEX "Response_workspaceId_threadId_idx" ON "Response"("workspaceId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Response_workspaceId_originChannel_originTs_key" ON "Response"("workspaceId", "originChannel", "originTs");

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_workspaceId_toId_fkey" FOREIGN KEY ("workspaceId", "toId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
