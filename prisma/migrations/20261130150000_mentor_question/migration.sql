-- compatible
-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "nudgeId" UUID,
ADD COLUMN     "passedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Response_workspaceId_nudgeId_idx" ON "Response"("workspaceId", "nudgeId");

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_workspaceId_nudgeId_fkey" FOREIGN KEY ("workspaceId", "nudgeId") REFERENCES "Nudge"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
