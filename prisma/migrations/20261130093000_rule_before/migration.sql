-- compatible
-- AlterTable
ALTER TABLE "Cadence" ADD COLUMN "ruleBefore" TEXT;
