-- CreateEnum
CREATE TYPE "permission_role" AS ENUM ('administrator', 'manager', 'member', 'leader', 'auditor');

-- CreateEnum
CREATE TYPE "track" AS ENUM ('prevention', 'detection', 'response', 'recovery', 'governance');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('link', 'note', 'file');

-- CreateEnum
CREATE TYPE "email_state" AS ENUM ('waiting', 'sent', 'kept', 'failed', 'held');

-- CreateEnum
CREATE TYPE "reminder_state" AS ENUM ('waiting', 'sent', 'held', 'failed');

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setup_token" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "set_up_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "working_days" INTEGER[],
    "reminder_policy" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_reference" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "permission_role" "permission_role" NOT NULL,
    "time_zone" TEXT,
    "joined_at" TIMESTAMPTZ(3),
    "deactivated_at" TIMESTAMPTZ(3),
    "last_digest_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "owner_role" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "position" INTEGER NOT NULL,
    "holder_id" UUID,
    "backup_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "owner_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide_revision" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "guide_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT,
    "text" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "imported_by_id" UUID,

    CONSTRAINT "guide_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_template" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "guide_revision_id" UUID,
    "title" TEXT NOT NULL,
    "frameworks" TEXT[],
    "warnings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_item" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "horizon_days" INTEGER,
    "track" "track",
    "action" TEXT NOT NULL,
    "outcome" TEXT,
    "detail" TEXT,
    "priority" "priority",
    "due_on" DATE,
    "owners" TEXT[],
    "owner_role_id" UUID,
    "owner_role_proposal" TEXT,
    "source_start" INTEGER,
    "source_end" INTEGER,
    "guesses" TEXT[],
    "dropped_at" TIMESTAMPTZ(3),
    "dropped_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "template_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "template_id" UUID,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "launched_at" TIMESTAMPTZ(3),
    "launched_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "template_item_id" UUID,
    "reference" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "horizon_days" INTEGER,
    "track" "track",
    "priority" "priority",
    "action" TEXT NOT NULL,
    "outcome" TEXT,
    "detail" TEXT,
    "why" TEXT,
    "owner_role_id" UUID,
    "assignee_id" UUID,
    "responsible_id" UUID,
    "due_on" DATE NOT NULL,
    "proposed_due_on" DATE,
    "launched_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "started_by_id" UUID,
    "blocked_at" TIMESTAMPTZ(3),
    "blocked_by_id" UUID,
    "blocked_reason" TEXT,
    "completed_at" TIMESTAMPTZ(3),
    "completed_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" TEXT,
    "last_reminder_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT,
    "file_name" TEXT,
    "file_sha256" TEXT,
    "file_bytes" INTEGER,
    "media_type" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdraw_reason" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "person_id" UUID,
    "plan_id" UUID,
    "task_id" UUID,
    "review_id" UUID,
    "payload" JSONB NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT,
    "text" TEXT,
    "dedupe_key" TEXT,
    "state" "email_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "task_id" UUID,
    "plan_id" UUID,
    "on_date" DATE NOT NULL,
    "state" "reminder_state" NOT NULL,
    "reason" TEXT,
    "email_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "scheduled_on" DATE NOT NULL,
    "chair_id" UUID NOT NULL,
    "repeat_months" INTEGER,
    "agenda" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,
    "snapshot" JSONB,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "signer_name" TEXT,
    "hash" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" TEXT,
    "previous_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_attendee" (
    "review_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "review_attendee_pkey" PRIMARY KEY ("review_id","person_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "owner_person_id" UUID,
    "due_on" DATE,
    "task_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "holiday_organisation_id_on_date_key" ON "holiday"("organisation_id", "on_date");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "person_account_id_idx" ON "person"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_organisation_id_email_key" ON "person"("organisation_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "person_organisation_id_account_id_key" ON "person"("organisation_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_account_id_idx" ON "password_reset"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "owner_role_organisation_id_name_key" ON "owner_role"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "guide_organisation_id_idx" ON "guide"("organisation_id");

-- CreateIndex
CREATE INDEX "guide_revision_guide_id_idx" ON "guide_revision"("guide_id");

-- CreateIndex
CREATE UNIQUE INDEX "guide_revision_organisation_id_sha256_key" ON "guide_revision"("organisation_id", "sha256");

-- CreateIndex
CREATE INDEX "plan_template_organisation_id_created_at_idx" ON "plan_template"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "plan_template_guide_revision_id_idx" ON "plan_template"("guide_revision_id");

-- CreateIndex
CREATE INDEX "template_item_template_id_position_idx" ON "template_item"("template_id", "position");

-- CreateIndex
CREATE INDEX "plan_organisation_id_launched_at_idx" ON "plan"("organisation_id", "launched_at");

-- CreateIndex
CREATE INDEX "task_plan_id_position_idx" ON "task"("plan_id", "position");

-- CreateIndex
CREATE INDEX "task_organisation_id_responsible_id_due_on_idx" ON "task"("organisation_id", "responsible_id", "due_on");

-- CreateIndex
CREATE INDEX "task_organisation_id_due_on_idx" ON "task"("organisation_id", "due_on");

-- CreateIndex
CREATE INDEX "task_owner_role_id_idx" ON "task"("owner_role_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_organisation_id_reference_key" ON "task"("organisation_id", "reference");

-- CreateIndex
CREATE INDEX "comment_task_id_created_at_idx" ON "comment"("task_id", "created_at");

-- CreateIndex
CREATE INDEX "evidence_task_id_added_at_idx" ON "evidence"("task_id", "added_at");

-- CreateIndex
CREATE INDEX "activity_organisation_id_at_idx" ON "activity"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "activity_task_id_at_idx" ON "activity"("task_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "email_dedupe_key_key" ON "email"("dedupe_key");

-- CreateIndex
CREATE INDEX "email_organisation_id_created_at_idx" ON "email"("organisation_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_key_key" ON "reminder"("key");

-- CreateIndex
CREATE INDEX "reminder_organisation_id_created_at_idx" ON "reminder"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "reminder_task_id_idx" ON "reminder"("task_id");

-- CreateIndex
CREATE INDEX "reminder_email_id_idx" ON "reminder"("email_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_previous_id_key" ON "review"("previous_id");

-- CreateIndex
CREATE INDEX "review_organisation_id_scheduled_on_idx" ON "review"("organisation_id", "scheduled_on");

-- CreateIndex
CREATE UNIQUE INDEX "decision_task_id_key" ON "decision"("task_id");

-- CreateIndex
CREATE INDEX "decision_review_id_position_idx" ON "decision"("review_id", "position");

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "owner_role" ADD CONSTRAINT "owner_role_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_revision" ADD CONSTRAINT "guide_revision_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "guide"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_template" ADD CONSTRAINT "plan_template_guide_revision_id_fkey" FOREIGN KEY ("guide_revision_id") REFERENCES "guide_revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_item" ADD CONSTRAINT "template_item_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "plan_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_email_id_fkey" FOREIGN KEY ("email_id") REFERENCES "email"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_attendee" ADD CONSTRAINT "review_attendee_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed lists whose words have hyphens, held here because enum members cannot have them.
ALTER TABLE "template_item" ADD CONSTRAINT "template_item_stage_check" CHECK ("stage" IN ('first-steps', 'plan'));
ALTER TABLE "task" ADD CONSTRAINT "task_stage_check" CHECK ("stage" IN ('first-steps', 'plan'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_kind_check" CHECK ("kind" IN ('assignment', 'due-soon', 'due-today', 'overdue', 'summary'));
ALTER TABLE "installation" ADD CONSTRAINT "installation_single_row" CHECK ("id" = 1);

-- A task has at most one end, and an end has its who.
ALTER TABLE "task" ADD CONSTRAINT "task_one_end" CHECK ("completed_at" IS NULL OR "cancelled_at" IS NULL);
ALTER TABLE "task" ADD CONSTRAINT "task_completed_by" CHECK (("completed_at" IS NULL) = ("completed_by_id" IS NULL));
ALTER TABLE "task" ADD CONSTRAINT "task_cancelled_by" CHECK (("cancelled_at" IS NULL) = ("cancelled_by_id" IS NULL));

-- Nothing rewrites what happened.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER activity_append_only BEFORE UPDATE OR DELETE ON "activity" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER guide_revision_immutable BEFORE UPDATE OR DELETE ON "guide_revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A signed review stands as it was signed.
CREATE FUNCTION refuse_change_of_signed_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signed_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a signed review cannot change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER review_signed BEFORE UPDATE OR DELETE ON "review" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_review();

CREATE FUNCTION refuse_change_in_signed_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[] := CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW."review_id"]
    WHEN 'DELETE' THEN ARRAY[OLD."review_id"]
    ELSE ARRAY[OLD."review_id", NEW."review_id"]
  END;
BEGIN
  IF EXISTS (SELECT 1 FROM "review" WHERE "id" = ANY (touched) AND "signed_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'a signed review cannot change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER decision_of_signed_review BEFORE INSERT OR UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION refuse_change_in_signed_review();
CREATE TRIGGER attendee_of_signed_review BEFORE INSERT OR UPDATE OR DELETE ON "review_attendee" FOR EACH ROW EXECUTE FUNCTION refuse_change_in_signed_review();
