-- compatible
-- CreateTable
CREATE TABLE "ShelfItem" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mentorshipId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "line" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "onceKey" TEXT NOT NULL,

    CONSTRAINT "ShelfItem_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "ShelfItem_workspaceId_mentorshipId_at_idx" ON "ShelfItem"("workspaceId", "mentorshipId", "at");

-- CreateIndex
CREATE INDEX "ShelfItem_workspaceId_byId_idx" ON "ShelfItem"("workspaceId", "byId");

-- CreateIndex
CREATE UNIQUE INDEX "ShelfItem_workspaceId_onceKey_key" ON "ShelfItem"("workspaceId", "onceKey");

-- AddForeignKey
ALTER TABLE "ShelfItem" ADD CONSTRAINT "ShelfItem_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShelfItem" ADD CONSTRAINT "ShelfItem_workspaceId_mentorshipId_fkey" FOREIGN KEY ("workspaceId", "mentorshipId") REFERENCES "Mentorship"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShelfItem" ADD CONSTRAINT "ShelfItem_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
