-- breaking
-- AlterTable
ALTER TABLE "Member" DROP COLUMN "dndCheckedAt",
DROP COLUMN "dndFrom",
DROP COLUMN "dndTo";
