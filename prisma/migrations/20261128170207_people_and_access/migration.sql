-- Sessions now say how and when their person proved who they are; older ones cannot, so they end here.
DELETE FROM "session";

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "password_changed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "allows_organisations" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "is_plans_open" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sign_in_policy" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "date_language" TEXT,
ADD COLUMN     "is_contact" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "out_of_office_from" DATE,
ADD COLUMN     "out_of_office_until" DATE,
ADD COLUMN     "working_days" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "address" TEXT NOT NULL,
ADD COLUMN     "last_used_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "method" TEXT NOT NULL,
ADD COLUMN     "proved_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "provider_id" UUID,
ADD COLUMN     "public_id" UUID NOT NULL,
ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3),
ADD COLUMN     "user_agent" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "authenticator" (
    "account_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ceremony" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID,
    "payload" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ceremony_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_provider" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT,
    "domains" TEXT[],
    "creates_people" BOOLEAN NOT NULL DEFAULT false,
    "new_person_role" "permission_role" NOT NULL DEFAULT 'member',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_link" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "owner_role_tenure" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "owner_role_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "began_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "owner_role_tenure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_account_id_code_hash_key" ON "recovery_code"("account_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");

-- CreateIndex
CREATE INDEX "ceremony_expires_at_idx" ON "ceremony"("expires_at");

-- CreateIndex
CREATE INDEX "identity_provider_organisation_id_idx" ON "identity_provider"("organisation_id");

-- CreateIndex
CREATE INDEX "external_identity_account_id_idx" ON "external_identity"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_identity_provider_id_subject_key" ON "external_identity"("provider_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "contact_link_token_hash_key" ON "contact_link"("token_hash");

-- CreateIndex
CREATE INDEX "contact_link_person_id_idx" ON "contact_link"("person_id");

-- CreateIndex
CREATE INDEX "contact_link_expires_at_idx" ON "contact_link"("expires_at");

-- CreateIndex
CREATE INDEX "owner_role_tenure_owner_role_id_began_at_idx" ON "owner_role_tenure"("owner_role_id", "began_at");

-- CreateIndex
CREATE INDEX "owner_role_tenure_organisation_id_person_id_idx" ON "owner_role_tenure"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_public_id_key" ON "session"("public_id");

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_provider" ADD CONSTRAINT "identity_provider_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed lists whose words have hyphens, held here because enum members cannot have them.
ALTER TABLE "session" ADD CONSTRAINT "session_method_check" CHECK ("method" IN ('password', 'passkey', 'single-sign-on', 'link', 'demo'));
ALTER TABLE "owner_role_tenure" ADD CONSTRAINT "owner_role_tenure_part_check" CHECK ("part" IN ('holder', 'backup'));
ALTER TABLE "ceremony" ADD CONSTRAINT "ceremony_kind_check" CHECK ("kind" IN ('second-step', 'passkey-sign-in', 'passkey-registration', 'passkey-proof', 'single-sign-on', 'single-sign-on-proof'));
ALTER TABLE "person" ADD CONSTRAINT "person_out_of_office_check" CHECK (("out_of_office_from" IS NULL) = ("out_of_office_until" IS NULL) AND ("out_of_office_from" IS NULL OR "out_of_office_from" <= "out_of_office_until"));
-- A contact has no sign-in.
ALTER TABLE "person" ADD CONSTRAINT "person_contact_check" CHECK (NOT "is_contact" OR "account_id" IS NULL);

-- Organisations that are there already go on as they were: everybody in them saw every plan.
UPDATE "organisation" SET "is_plans_open" = true;

-- Who holds the owner roles on the day of this migration; earlier holders are in the activities.
INSERT INTO "owner_role_tenure" ("id", "organisation_id", "owner_role_id", "person_id", "part", "began_at")
SELECT gen_random_uuid(), "organisation_id", "id", "holder_id", 'holder', "created_at" FROM "owner_role" WHERE "holder_id" IS NOT NULL
UNION ALL
SELECT gen_random_uuid(), "organisation_id", "id", "backup_id", 'backup', "created_at" FROM "owner_role" WHERE "backup_id" IS NOT NULL;
