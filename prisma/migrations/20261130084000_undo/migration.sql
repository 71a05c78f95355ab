-- compatible
-- CreateTable
CREATE TABLE "Undo" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Undo_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Undo_workspaceId_memberId_idx" ON "Undo"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Undo_workspaceId_subjectId_idx" ON "Undo"("workspaceId", "subjectId");

-- CreateIndex
CREATE INDEX "Undo_until_idx" ON "Undo"("until");

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_workspaceId_subjectId_fkey" FOREIGN KEY ("workspaceId", "subjectId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
