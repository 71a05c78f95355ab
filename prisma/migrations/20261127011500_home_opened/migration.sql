-- compatible
-- AlterTable
ALTER TABLE "Member" ADD COLUMN "homeOpenedAt" TIMESTAMPTZ(3);

-- Until now every Home was drawn, and nobody knows which were opened: all stay up to date.
UPDATE "Member" SET "homeOpenedAt" = "joinedAt";
