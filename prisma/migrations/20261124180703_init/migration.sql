-- compatible
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('self', 'mentor', 'program');

-- CreateEnum
CREATE TYPE "CadencePurpose" AS ENUM ('nudge', 'digest', 'channel_digest');

-- CreateEnum
CREATE TYPE "MentorshipState" AS ENUM ('proposed', 'active', 'paused', 'completed', 'ended');

-- CreateEnum
CREATE TYPE "GoalState" AS ENUM ('active', 'achieved', 'dropped');

-- CreateEnum
CREATE TYPE "GoalChangeKind" AS ENUM ('created', 'edited', 'achieved', 'dropped', 'reopened');

-- CreateEnum
CREATE TYPE "NudgeState" AS ENUM ('planned', 'sending', 'sent', 'answered', 'skipped', 'expired', 'held', 'void', 'undeliverable');

-- CreateEnum
CREATE TYPE "NudgeOrigin" AS ENUM ('rhythm', 'asked_for', 'snoozed');

-- CreateEnum
CREATE TYPE "CheckInState" AS ENUM ('draft', 'recorded');

-- CreateEnum
CREATE TYPE "CheckInStatus" AS ENUM ('on_track', 'stuck', 'done', 'note');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('welcome', 'proposal', 'paired', 'proposal_declined', 'proposal_lapsed', 'nudge', 'silence', 'outage', 'which_goal', 'nothing_open', 'recorded', 'file_only', 'help', 'goal_reached', 'goal_news', 'congratulation', 'check_in_answered', 'wants_a_person', 'digest', 'channel_digest', 'channel_hello', 'channel_lost');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('planned', 'sending', 'sent', 'failed', 'dropped');

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "stoppedReason" TEXT,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "digestChannelId" TEXT,
    "digestSetById" UUID,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coordinator" (
    "workspaceId" TEXT NOT NULL,
    "programId" UUID NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "Coordinator_pkey" PRIMARY KEY ("programId","memberId")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "welcomedAt" TIMESTAMPTZ(3),
    "enrolledById" UUID,
    "dmChannelId" TEXT,
    "goneAt" TIMESTAMPTZ(3),
    "defaultAudience" "Audience" NOT NULL DEFAULT 'mentor',
    "weeklyBudget" INTEGER NOT NULL DEFAULT 3,
    "digestWhenEmpty" BOOLEAN NOT NULL DEFAULT true,
    "workingDays" TEXT[] DEFAULT ARRAY['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']::TEXT[],
    "quietFrom" TEXT,
    "quietTo" TEXT,
    "holidayCountry" TEXT,
    "holidayRegion" TEXT,
    "pausedAt" TIMESTAMPTZ(3),
    "pausedUntil" TEXT,
    "stoppedAt" TIMESTAMPTZ(3),
    "dndFrom" TIMESTAMPTZ(3),
    "dndTo" TIMESTAMPTZ(3),
    "dndCheckedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mentorship" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "programId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "proposedById" UUID NOT NULL,
    "state" "MentorshipState" NOT NULL DEFAULT 'proposed',
    "endReason" TEXT,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "activeAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "nextStepAt" TIMESTAMPTZ(3),
    "askedAgainAt" TIMESTAMPTZ(3),
    "openPair" TEXT,

    CONSTRAINT "Mentorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT,
    "measure" TEXT,
    "targetDate" TEXT,
    "stretch" BOOLEAN NOT NULL DEFAULT false,
    "state" "GoalState" NOT NULL DEFAULT 'active',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoalChange" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "goalId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "kind" "GoalChangeKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "GoalChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cadence" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "purpose" "CadencePurpose" NOT NULL,
    "memberId" UUID,
    "programId" UUID,
    "rule" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "zone" TEXT,
    "nextDueAt" TIMESTAMPTZ(3),
    "halvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cadence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "origin" "NudgeOrigin" NOT NULL DEFAULT 'rhythm',
    "state" "NudgeState" NOT NULL,
    "sendAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "detail" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "followUpAt" TIMESTAMPTZ(3),
    "followedUpAt" TIMESTAMPTZ(3),
    "silenceAskedAt" TIMESTAMPTZ(3),
    "silenceAnswer" TEXT,
    "messageId" UUID,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NudgeQuestion" (
    "workspaceId" TEXT NOT NULL,
    "nudgeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "goalId" UUID,
    "question" TEXT NOT NULL,

    CONSTRAINT "NudgeQuestion_pkey" PRIMARY KEY ("nudgeId","position")
);

-- CreateTable
CREATE TABLE "OwnQuestion" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID,
    "programId" UUID,
    "text" TEXT NOT NULL,

    CONSTRAINT "OwnQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "goalId" UUID,
    "nudgeId" UUID,
    "state" "CheckInState" NOT NULL DEFAULT 'recorded',
    "status" "CheckInStatus" NOT NULL,
    "text" TEXT,
    "audience" "Audience" NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),
    "originChannel" TEXT,
    "originTs" TEXT,
    "filedAt" TIMESTAMPTZ(3),
    "answerKey" TEXT,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "fromId" UUID NOT NULL,
    "checkInId" UUID,
    "goalId" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "onceKey" TEXT NOT NULL,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID,
    "programId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "memberId" UUID,
    "channelId" TEXT,
    "threadTs" TEXT,
    "subjectId" UUID,
    "part" INTEGER NOT NULL DEFAULT 0,
    "state" "MessageState" NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "channel" TEXT,
    "ts" TEXT,
    "detail" TEXT,
    "onceKey" TEXT NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeenEvent" (
    "workspaceId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeenEvent_pkey" PRIMARY KEY ("workspaceId","eventId")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "setById" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Program_workspaceId_idx" ON "Program"("workspaceId");

-- CreateIndex
CREATE INDEX "Program_digestSetById_idx" ON "Program"("digestSetById");

-- CreateIndex
CREATE INDEX "Coordinator_workspaceId_idx" ON "Coordinator"("workspaceId");

-- CreateIndex
CREATE INDEX "Coordinator_memberId_idx" ON "Coordinator"("memberId");

-- CreateIndex
CREATE INDEX "Member_enrolledById_idx" ON "Member"("enrolledById");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_slackUserId_key" ON "Member"("workspaceId", "slackUserId");

-- CreateIndex
CREATE INDEX "Mentorship_programId_state_idx" ON "Mentorship"("programId", "state");

-- CreateIndex
CREATE INDEX "Mentorship_mentorId_idx" ON "Mentorship"("mentorId");

-- CreateIndex
CREATE INDEX "Mentorship_menteeId_idx" ON "Mentorship"("menteeId");

-- CreateIndex
CREATE INDEX "Mentorship_proposedById_idx" ON "Mentorship"("proposedById");

-- CreateIndex
CREATE INDEX "Mentorship_nextStepAt_idx" ON "Mentorship"("nextStepAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mentorship_workspaceId_openPair_key" ON "Mentorship"("workspaceId", "openPair");

-- CreateIndex
CREATE INDEX "Goal_workspaceId_memberId_state_idx" ON "Goal"("workspaceId", "memberId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Goal_memberId_number_key" ON "Goal"("memberId", "number");

-- CreateIndex
CREATE INDEX "GoalChange_workspaceId_idx" ON "GoalChange"("workspaceId");

-- CreateIndex
CREATE INDEX "GoalChange_goalId_at_idx" ON "GoalChange"("goalId", "at");

-- CreateIndex
CREATE INDEX "GoalChange_byId_idx" ON "GoalChange"("byId");

-- CreateIndex
CREATE INDEX "Cadence_workspaceId_idx" ON "Cadence"("workspaceId");

-- CreateIndex
CREATE INDEX "Cadence_purpose_nextDueAt_idx" ON "Cadence"("purpose", "nextDueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Cadence_memberId_purpose_key" ON "Cadence"("memberId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Cadence_programId_purpose_key" ON "Cadence"("programId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_messageId_key" ON "Nudge"("messageId");

-- CreateIndex
CREATE INDEX "Nudge_workspaceId_idx" ON "Nudge"("workspaceId");

-- CreateIndex
CREATE INDEX "Nudge_sendAt_idx" ON "Nudge"("sendAt");

-- CreateIndex
CREATE INDEX "Nudge_followUpAt_idx" ON "Nudge"("followUpAt");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_memberId_dueAt_key" ON "Nudge"("memberId", "dueAt");

-- CreateIndex
CREATE INDEX "NudgeQuestion_workspaceId_idx" ON "NudgeQuestion"("workspaceId");

-- CreateIndex
CREATE INDEX "NudgeQuestion_goalId_idx" ON "NudgeQuestion"("goalId");

-- CreateIndex
CREATE INDEX "OwnQuestion_workspaceId_idx" ON "OwnQuestion"("workspaceId");

-- CreateIndex
CREATE INDEX "OwnQuestion_memberId_idx" ON "OwnQuestion"("memberId");

-- CreateIndex
CREATE INDEX "OwnQuestion_programId_idx" ON "OwnQuestion"("programId");

-- CreateIndex
CREATE INDEX "CheckIn_memberId_saidAt_idx" ON "CheckIn"("memberId", "saidAt");

-- CreateIndex
CREATE INDEX "CheckIn_goalId_saidAt_idx" ON "CheckIn"("goalId", "saidAt");

-- CreateIndex
CREATE INDEX "CheckIn_nudgeId_idx" ON "CheckIn"("nudgeId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_workspaceId_originChannel_originTs_key" ON "CheckIn"("workspaceId", "originChannel", "originTs");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_workspaceId_answerKey_key" ON "CheckIn"("workspaceId", "answerKey");

-- CreateIndex
CREATE INDEX "Response_fromId_idx" ON "Response"("fromId");

-- CreateIndex
CREATE INDEX "Response_checkInId_idx" ON "Response"("checkInId");

-- CreateIndex
CREATE INDEX "Response_goalId_idx" ON "Response"("goalId");

-- CreateIndex
CREATE UNIQUE INDEX "Response_workspaceId_onceKey_key" ON "Response"("workspaceId", "onceKey");

-- CreateIndex
CREATE INDEX "Digest_workspaceId_idx" ON "Digest"("workspaceId");

-- CreateIndex
CREATE INDEX "Digest_memberId_to_idx" ON "Digest"("memberId", "to");

-- CreateIndex
CREATE INDEX "Digest_programId_to_idx" ON "Digest"("programId", "to");

-- CreateIndex
CREATE INDEX "Message_memberId_idx" ON "Message"("memberId");

-- CreateIndex
CREATE INDEX "Message_channel_ts_idx" ON "Message"("channel", "ts");

-- CreateIndex
CREATE INDEX "Message_subjectId_idx" ON "Message"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_workspaceId_onceKey_key" ON "Message"("workspaceId", "onceKey");

-- CreateIndex
CREATE INDEX "SeenEvent_seenAt_idx" ON "SeenEvent"("seenAt");

-- CreateIndex
CREATE INDEX "Absence_workspaceId_idx" ON "Absence"("workspaceId");

-- CreateIndex
CREATE INDEX "Absence_memberId_to_idx" ON "Absence"("memberId", "to");

-- CreateIndex
CREATE INDEX "Absence_setById_idx" ON "Absence"("setById");

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_digestSetById_fkey" FOREIGN KEY ("digestSetById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_enrolledById_fkey" FOREIGN KEY ("enrolledById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalChange" ADD CONSTRAINT "GoalChange_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalChange" ADD CONSTRAINT "GoalChange_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalChange" ADD CONSTRAINT "GoalChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeQuestion" ADD CONSTRAINT "NudgeQuestion_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeQuestion" ADD CONSTRAINT "NudgeQuestion_nudgeId_fkey" FOREIGN KEY ("nudgeId") REFERENCES "Nudge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeQuestion" ADD CONSTRAINT "NudgeQuestion_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnQuestion" ADD CONSTRAINT "OwnQuestion_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnQuestion" ADD CONSTRAINT "OwnQuestion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnQuestion" ADD CONSTRAINT "OwnQuestion_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_nudgeId_fkey" FOREIGN KEY ("nudgeId") REFERENCES "Nudge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeenEvent" ADD CONSTRAINT "SeenEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
