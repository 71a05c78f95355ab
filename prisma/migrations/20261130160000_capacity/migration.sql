-- compatible
-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "capacity" INTEGER;
