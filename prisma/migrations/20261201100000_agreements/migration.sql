-- compatible
-- CreateTable
CREATE TABLE "Agreement" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "mentorshipId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "menteeBrings" TEXT,
    "mentorBrings" TEXT,
    "nudgeRule" TEXT NOT NULL,
    "nudgeStart" TEXT NOT NULL,
    "talkRule" TEXT,
    "talkStart" TEXT,
    "hoursFrom" TEXT NOT NULL,
    "hoursTo" TEXT NOT NULL,
    "days" TEXT[],
    "audience" "Audience" NOT NULL,
    "between" TEXT,
    "mayHear" BOOLEAN NOT NULL,
    "until" TEXT NOT NULL,
    "inForceAt" TIMESTAMPTZ(3),
    "completeById" UUID,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "workspaceId" TEXT NOT NULL,
    "agreementId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("workspaceId","agreementId","memberId")
);

-- CreateIndex
CREATE INDEX "Agreement_workspaceId_draftedById_idx" ON "Agreement"("workspaceId", "draftedById");

-- CreateIndex
CREATE INDEX "Agreement_workspaceId_completeById_idx" ON "Agreement"("workspaceId", "completeById");

-- CreateIndex
CREATE UNIQUE INDEX "Agreement_workspaceId_mentorshipId_version_key" ON "Agreement"("workspaceId", "mentorshipId", "version");

-- CreateIndex
CREATE INDEX "Signature_workspaceId_memberId_idx" ON "Signature"("workspaceId", "memberId");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_workspaceId_mentorshipId_fkey" FOREIGN KEY ("workspaceId", "mentorshipId") REFERENCES "Mentorship"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_workspaceId_draftedById_fkey" FOREIGN KEY ("workspaceId", "draftedById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_workspaceId_completeById_fkey" FOREIGN KEY ("workspaceId", "completeById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_workspaceId_agreementId_fkey" FOREIGN KEY ("workspaceId", "agreementId") REFERENCES "Agreement"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
