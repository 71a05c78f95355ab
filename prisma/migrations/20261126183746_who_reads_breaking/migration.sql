-- breaking
-- An answer is shared with the mentorships that were active when it was said.
ALTER TABLE "CheckIn" ADD COLUMN "sharedWith" UUID[] DEFAULT ARRAY[]::UUID[];
UPDATE "CheckIn" c SET "sharedWith" = ARRAY(
  SELECT m."id" FROM "Mentorship" m
  WHERE m."workspaceId" = c."workspaceId" AND m."menteeId" = c."memberId"
    AND m."activeAt" <= c."saidAt" AND (m."endedAt" IS NULL OR m."endedAt" > c."saidAt")
)
WHERE c."audience" <> 'self';

-- Until now a goal had no audience of its own: it takes the person's default.
ALTER TABLE "Goal" ADD COLUMN "audience" "Audience";
UPDATE "Goal" g SET "audience" = m."defaultAudience" FROM "Member" m WHERE m."id" = g."memberId";
ALTER TABLE "Goal" ALTER COLUMN "audience" SET NOT NULL;

-- A goal reached by a private "done" was told to nobody, and stays so.
ALTER TABLE "GoalChange" ADD COLUMN "audience" "Audience";
UPDATE "GoalChange" ch SET "audience" = g."audience" FROM "Goal" g WHERE g."id" = ch."goalId";
UPDATE "GoalChange" ch SET "audience" = 'self'
WHERE ch."kind" = 'achieved' AND NOT EXISTS (
  SELECT 1 FROM "Message" n
  WHERE n."workspaceId" = ch."workspaceId" AND n."subjectId" = ch."goalId" AND n."kind" = 'goal_news'
);
ALTER TABLE "GoalChange" ALTER COLUMN "audience" SET NOT NULL;

-- Open nudges were said with the person's default, and named the mentors of the day they were sent.
ALTER TABLE "Nudge" ADD COLUMN "audience" "Audience", ADD COLUMN "sharedWith" UUID[] DEFAULT ARRAY[]::UUID[];
UPDATE "Nudge" n SET
  "audience" = m."defaultAudience",
  "sharedWith" = CASE WHEN m."defaultAudience" = 'self' THEN ARRAY[]::UUID[] ELSE ARRAY(
    SELECT p."id" FROM "Mentorship" p
    WHERE p."workspaceId" = n."workspaceId" AND p."menteeId" = n."memberId"
      AND p."activeAt" <= n."sentAt" AND (p."endedAt" IS NULL OR p."endedAt" > n."sentAt")
  ) END
FROM "Member" m WHERE m."id" = n."memberId" AND n."sentAt" IS NOT NULL;
