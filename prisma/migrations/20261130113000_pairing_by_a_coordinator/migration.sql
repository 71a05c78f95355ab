-- compatible
-- AlterTable
ALTER TABLE "Mentorship" ADD COLUMN "acceptedById" UUID;
