-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "address" TEXT,
ADD COLUMN     "session_id" UUID,
ADD COLUMN     "way" TEXT;
