-- breaking
-- Every key begins with its workspace. Upserts of older code name keys that are gone.
-- DropForeignKey
ALTER TABLE "Absence" DROP CONSTRAINT "Absence_memberId_fkey";

-- DropForeignKey
ALTER TABLE "Absence" DROP CONSTRAINT "Absence_setById_fkey";

-- DropForeignKey
ALTER TABLE "Cadence" DROP CONSTRAINT "Cadence_memberId_fkey";

-- DropForeignKey
ALTER TABLE "Cadence" DROP CONSTRAINT "Cadence_programId_fkey";

-- DropForeignKey
ALTER TABLE "CheckIn" DROP CONSTRAINT "CheckIn_goalId_fkey";

-- DropForeignKey
ALTER TABLE "CheckIn" DROP CONSTRAINT "CheckIn_memberId_fkey";

-- DropForeignKey
ALTER TABLE "CheckIn" DROP CONSTRAINT "CheckIn_nudgeId_fkey";

-- DropForeignKey
ALTER TABLE "Coordinator" DROP CONSTRAINT "Coordinator_memberId_fkey";

-- DropForeignKey
ALTER TABLE "Coordinator" DROP CONSTRAINT "Coordinator_programId_fkey";

-- DropForeignKey
ALTER TABLE "Digest" DROP CONSTRAINT "Digest_memberId_fkey";

-- DropForeignKey
ALTER TABLE "Digest" DROP CONSTRAINT "Digest_programId_fkey";

-- DropForeignKey
ALTER TABLE "Goal" DROP CONSTRAINT "Goal_memberId_fkey";

-- DropForeignKey
ALTER TABLE "GoalChange" DROP CONSTRAINT "GoalChange_byId_fkey";

-- DropForeignKey
ALTER TABLE "GoalChange" DROP CONSTRAINT "GoalChange_goalId_fkey";

-- DropForeignKey
ALTER TABLE "Member" DROP CONSTRAINT "Member_enrolledById_fkey";

-- DropForeignKey
ALTER TABLE "Mentorship" DROP CONSTRAINT "Mentorship_menteeId_fkey";

-- DropForeignKey
ALTER TABLE "Mentorship" DROP CONSTRAINT "Mentorship_mentorId_fkey";

-- DropForeignKey
ALTER TABLE "Mentorship" DROP CONSTRAINT "Mentorship_programId_fkey";

-- DropForeignKey
ALTER TABLE "Mentorship" DROP CONSTRAINT "Mentorship_proposedById_fkey";

-- DropForeignKey
ALTER TABLE "Message" DROP CONSTRAINT "Message_memberId_fkey";

-- DropForeignKey
ALTER TABLE "Nudge" DROP CONSTRAINT "Nudge_memberId_fkey";

-- DropForeignKey
ALTER TABLE "Nudge" DROP CONSTRAINT "Nudge_messageId_fkey";

-- DropForeignKey
ALTER TABLE "NudgeQuestion" DROP CONSTRAINT "NudgeQuestion_goalId_fkey";

-- DropForeignKey
ALTER TABLE "NudgeQuestion" DROP CONSTRAINT "NudgeQuestion_nudgeId_fkey";

-- DropForeignKey
ALTER TABLE "OwnQuestion" DROP CONSTRAINT "OwnQuestion_memberId_fkey";

-- DropForeignKey
ALTER TABLE "OwnQuestion" DROP CONSTRAINT "OwnQuestion_programId_fkey";

-- DropForeignKey
ALTER TABLE "Program" DROP CONSTRAINT "Program_digestSetById_fkey";

-- DropForeignKey
ALTER TABLE "Response" DROP CONSTRAINT "Response_checkInId_fkey";

-- DropForeignKey
ALTER TABLE "Response" DROP CONSTRAINT "Response_fromId_fkey";

-- DropForeignKey
ALTER TABLE "Response" DROP CONSTRAINT "Response_goalId_fkey";

-- DropIndex
DROP INDEX "Absence_memberId_to_idx";

-- DropIndex
DROP INDEX "Absence_setById_idx";

-- DropIndex
DROP INDEX "Absence_workspaceId_idx";

-- DropIndex
DROP INDEX "Cadence_memberId_purpose_key";

-- DropIndex
DROP INDEX "Cadence_programId_purpose_key";

-- DropIndex
DROP INDEX "Cadence_workspaceId_idx";

-- DropIndex
DROP INDEX "CheckIn_goalId_saidAt_idx";

-- DropIndex
DROP INDEX "CheckIn_memberId_saidAt_idx";

-- DropIndex
DROP INDEX "CheckIn_nudgeId_idx";

-- DropIndex
DROP INDEX "Coordinator_memberId_idx";

-- DropIndex
DROP INDEX "Coordinator_workspaceId_idx";

-- DropIndex
DROP INDEX "Digest_memberId_to_idx";

-- DropIndex
DROP INDEX "Digest_programId_to_idx";

-- DropIndex
DROP INDEX "Digest_workspaceId_idx";

-- DropIndex
DROP INDEX "Goal_memberId_number_key";

-- DropIndex
DROP INDEX "GoalChange_byId_idx";

-- DropIndex
DROP INDEX "GoalChange_goalId_at_idx";

-- DropIndex
DROP INDEX "GoalChange_workspaceId_idx";

-- DropIndex
DROP INDEX "Member_enrolledById_idx";

-- DropIndex
DROP INDEX "Mentorship_menteeId_idx";

-- DropIndex
DROP INDEX "Mentorship_mentorId_idx";

-- DropIndex
DROP INDEX "Mentorship_programId_state_idx";

-- DropIndex
DROP INDEX "Mentorship_proposedById_idx";

-- DropIndex
DROP INDEX "Message_channel_ts_idx";

-- DropIndex
DROP INDEX "Message_memberId_idx";

-- DropIndex
DROP INDEX "Message_subjectId_idx";

-- DropIndex
DROP INDEX "Nudge_memberId_dueAt_key";

-- DropIndex
DROP INDEX "Nudge_messageId_key";

-- DropIndex
DROP INDEX "Nudge_workspaceId_idx";

-- DropIndex
DROP INDEX "NudgeQuestion_goalId_idx";

-- DropIndex
DROP INDEX "NudgeQuestion_workspaceId_idx";

-- DropIndex
DROP INDEX "OwnQuestion_memberId_idx";

-- DropIndex
DROP INDEX "OwnQuestion_programId_idx";

-- DropIndex
DROP INDEX "OwnQuestion_workspaceId_idx";

-- DropIndex
DROP INDEX "Program_digestSetById_idx";

-- DropIndex
DROP INDEX "Program_workspaceId_idx";

-- DropIndex
DROP INDEX "Response_checkInId_idx";

-- DropIndex
DROP INDEX "Response_fromId_idx";

-- DropIndex
DROP INDEX "Response_goalId_idx";

-- AlterTable
ALTER TABLE "Absence" DROP CONSTRAINT "Absence_pkey",
ADD CONSTRAINT "Absence_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Cadence" DROP CONSTRAINT "Cadence_pkey",
ADD CONSTRAINT "Cadence_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "CheckIn" DROP CONSTRAINT "CheckIn_pkey",
ADD CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Coordinator" DROP CONSTRAINT "Coordinator_pkey",
ADD CONSTRAINT "Coordinator_pkey" PRIMARY KEY ("workspaceId", "programId", "memberId");

-- AlterTable
ALTER TABLE "Digest" DROP CONSTRAINT "Digest_pkey",
ADD CONSTRAINT "Digest_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Goal" DROP CONSTRAINT "Goal_pkey",
ADD CONSTRAINT "Goal_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "GoalChange" DROP CONSTRAINT "GoalChange_pkey",
ADD CONSTRAINT "GoalChange_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Member" DROP CONSTRAINT "Member_pkey",
ADD CONSTRAINT "Member_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Mentorship" DROP CONSTRAINT "Mentorship_pkey",
ADD CONSTRAINT "Mentorship_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Message" DROP CONSTRAINT "Message_pkey",
ADD CONSTRAINT "Message_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Nudge" DROP CONSTRAINT "Nudge_pkey",
ADD CONSTRAINT "Nudge_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "NudgeQuestion" DROP CONSTRAINT "NudgeQuestion_pkey",
ADD CONSTRAINT "NudgeQuestion_pkey" PRIMARY KEY ("workspaceId", "nudgeId", "position");

-- AlterTable
ALTER TABLE "OwnQuestion" DROP CONSTRAINT "OwnQuestion_pkey",
ADD CONSTRAINT "OwnQuestion_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Program" DROP CONSTRAINT "Program_pkey",
ADD CONSTRAINT "Program_pkey" PRIMARY KEY ("workspaceId", "id");

-- AlterTable
ALTER TABLE "Response" DROP CONSTRAINT "Response_pkey",
ADD CONSTRAINT "Response_pkey" PRIMARY KEY ("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Absence_workspaceId_memberId_to_idx" ON "Absence"("workspaceId", "memberId", "to");

-- CreateIndex
CREATE INDEX "Absence_workspaceId_setById_idx" ON "Absence"("workspaceId", "setById");

-- CreateIndex
CREATE UNIQUE INDEX "Cadence_workspaceId_memberId_purpose_key" ON "Cadence"("workspaceId", "memberId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Cadence_workspaceId_programId_purpose_key" ON "Cadence"("workspaceId", "programId", "purpose");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_memberId_saidAt_idx" ON "CheckIn"("workspaceId", "memberId", "saidAt");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_goalId_saidAt_idx" ON "CheckIn"("workspaceId", "goalId", "saidAt");

-- CreateIndex
CREATE INDEX "CheckIn_workspaceId_nudgeId_idx" ON "CheckIn"("workspaceId", "nudgeId");

-- CreateIndex
CREATE INDEX "Coordinator_workspaceId_memberId_idx" ON "Coordinator"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Digest_workspaceId_memberId_to_idx" ON "Digest"("workspaceId", "memberId", "to");

-- CreateIndex
CREATE INDEX "Digest_workspaceId_programId_to_idx" ON "Digest"("workspaceId", "programId", "to");

-- CreateIndex
CREATE UNIQUE INDEX "Goal_workspaceId_memberId_number_key" ON "Goal"("workspaceId", "memberId", "number");

-- CreateIndex
CREATE INDEX "GoalChange_workspaceId_goalId_at_idx" ON "GoalChange"("workspaceId", "goalId", "at");

-- CreateIndex
CREATE INDEX "GoalChange_workspaceId_byId_idx" ON "GoalChange"("workspaceId", "byId");

-- CreateIndex
CREATE INDEX "Member_workspaceId_enrolledById_idx" ON "Member"("workspaceId", "enrolledById");

-- CreateIndex
CREATE INDEX "Mentorship_workspaceId_programId_state_idx" ON "Mentorship"("workspaceId", "programId", "state");

-- CreateIndex
CREATE INDEX "Mentorship_workspaceId_mentorId_idx" ON "Mentorship"("workspaceId", "mentorId");

-- CreateIndex
CREATE INDEX "Mentorship_workspaceId_menteeId_idx" ON "Mentorship"("workspaceId", "menteeId");

-- CreateIndex
CREATE INDEX "Mentorship_workspaceId_proposedById_idx" ON "Mentorship"("workspaceId", "proposedById");

-- CreateIndex
CREATE INDEX "Message_workspaceId_memberId_idx" ON "Message"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Message_workspaceId_channel_ts_idx" ON "Message"("workspaceId", "channel", "ts");

-- CreateIndex
CREATE INDEX "Message_workspaceId_subjectId_idx" ON "Message"("workspaceId", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_workspaceId_memberId_dueAt_key" ON "Nudge"("workspaceId", "memberId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_workspaceId_messageId_key" ON "Nudge"("workspaceId", "messageId");

-- CreateIndex
CREATE INDEX "NudgeQuestion_workspaceId_goalId_idx" ON "NudgeQuestion"("workspaceId", "goalId");

-- CreateIndex
CREATE INDEX "OwnQuestion_workspaceId_memberId_idx" ON "OwnQuestion"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "OwnQuestion_workspaceId_programId_idx" ON "OwnQuestion"("workspaceId", "programId");

-- CreateIndex
CREATE INDEX "Program_workspaceId_digestSetById_idx" ON "Program"("workspaceId", "digestSetById");

-- CreateIndex
CREATE INDEX "Response_workspaceId_fromId_idx" ON "Response"("workspaceId", "fromId");

-- CreateIndex
CREATE INDEX "Response_workspaceId_checkInId_idx" ON "Response"("workspaceId", "checkInId");

-- CreateIndex
CREATE INDEX "Response_workspaceId_goalId_idx" ON "Response"("workspaceId", "goalId");

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_workspaceId_digestSetById_fkey" FOREIGN KEY ("workspaceId", "digestSetById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_workspaceId_programId_fkey" FOREIGN KEY ("workspaceId", "programId") REFERENCES "Program"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_enrolledById_fkey" FOREIGN KEY ("workspaceId", "enrolledById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_workspaceId_programId_fkey" FOREIGN KEY ("workspaceId", "programId") REFERENCES "Program"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_workspaceId_mentorId_fkey" FOREIGN KEY ("workspaceId", "mentorId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_workspaceId_menteeId_fkey" FOREIGN KEY ("workspaceId", "menteeId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_workspaceId_proposedById_fkey" FOREIGN KEY ("workspaceId", "proposedById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalChange" ADD CONSTRAINT "GoalChange_workspaceId_goalId_fkey" FOREIGN KEY ("workspaceId", "goalId") REFERENCES "Goal"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalChange" ADD CONSTRAINT "GoalChange_workspaceId_byId_fkey" FOREIGN KEY ("workspaceId", "byId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_workspaceId_programId_fkey" FOREIGN KEY ("workspaceId", "programId") REFERENCES "Program"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_workspaceId_messageId_fkey" FOREIGN KEY ("workspaceId", "messageId") REFERENCES "Message"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeQuestion" ADD CONSTRAINT "NudgeQuestion_workspaceId_nudgeId_fkey" FOREIGN KEY ("workspaceId", "nudgeId") REFERENCES "Nudge"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeQuestion" ADD CONSTRAINT "NudgeQuestion_workspaceId_goalId_fkey" FOREIGN KEY ("workspaceId", "goalId") REFERENCES "Goal"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnQuestion" ADD CONSTRAINT "OwnQuestion_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnQuestion" ADD CONSTRAINT "OwnQuestion_workspaceId_programId_fkey" FOREIGN KEY ("workspaceId", "programId") REFERENCES "Program"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_goalId_fkey" FOREIGN KEY ("workspaceId", "goalId") REFERENCES "Goal"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_nudgeId_fkey" FOREIGN KEY ("workspaceId", "nudgeId") REFERENCES "Nudge"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_workspaceId_fromId_fkey" FOREIGN KEY ("workspaceId", "fromId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_workspaceId_checkInId_fkey" FOREIGN KEY ("workspaceId", "checkInId") REFERENCES "CheckIn"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_workspaceId_goalId_fkey" FOREIGN KEY ("workspaceId", "goalId") REFERENCES "Goal"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_workspaceId_programId_fkey" FOREIGN KEY ("workspaceId", "programId") REFERENCES "Program"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_workspaceId_setById_fkey" FOREIGN KEY ("workspaceId", "setById") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
