-- compatible
-- CreateTable
CREATE TABLE "Arrival" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "takeUpAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Arrival_takeUpAt_idx" ON "Arrival"("takeUpAt");

-- CreateIndex
CREATE UNIQUE INDEX "Arrival_workspaceId_key_key" ON "Arrival"("workspaceId", "key");

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
