-- AlterTable
ALTER TABLE "contact_link" ADD COLUMN     "email_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "contact_link_email_id_key" ON "contact_link"("email_id");

-- An office has one holder and one backup at a time; their tenures too.
CREATE UNIQUE INDEX "owner_role_tenure_open_key" ON "owner_role_tenure"("owner_role_id", "part") WHERE "ended_at" IS NULL;
