-- compatible
-- CreateEnum
CREATE TYPE "DueWhat" AS ENUM ('nudge', 'digest', 'channel_digest', 'postponed', 'follow_up', 'proposal');

-- CreateTable
CREATE TABLE "LaidAside" (
    "workspaceId" TEXT NOT NULL,
    "what" "DueWhat" NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LaidAside_pkey" PRIMARY KEY ("workspaceId","what","id")
);

-- CreateIndex
CREATE INDEX "LaidAside_workspaceId_memberId_idx" ON "LaidAside"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "LaidAside_until_idx" ON "LaidAside"("until");

-- AddForeignKey
ALTER TABLE "LaidAside" ADD CONSTRAINT "LaidAside_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LaidAside" ADD CONSTRAINT "LaidAside_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
