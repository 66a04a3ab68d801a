-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "to_address" TEXT;

-- AlterTable
ALTER TABLE "password_reset" ADD COLUMN     "to_address" TEXT;
