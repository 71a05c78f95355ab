-- compatible
-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "nextStep" TEXT,
ADD COLUMN     "nextStepBy" TEXT,
ADD COLUMN     "nextStepDoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "nextStepKeptAt" TIMESTAMPTZ(3);
