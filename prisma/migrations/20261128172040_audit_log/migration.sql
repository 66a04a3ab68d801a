-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "audit_retention_years" INTEGER NOT NULL DEFAULT 6,
ADD COLUMN     "legal_hold_at" TIMESTAMPTZ(3),
ADD COLUMN     "legal_hold_by_id" UUID,
ADD COLUMN     "legal_hold_reason" TEXT;

-- CreateTable
CREATE TABLE "audit_entry" (
    "organisation_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "activity_id" UUID,
    "type" TEXT,
    "noun" TEXT NOT NULL,
    "person_id" UUID,
    "plan_id" UUID,
    "task_id" UUID,
    "review_id" UUID,
    "way" TEXT,
    "address" TEXT,
    "session_id" UUID,
    "changes" JSONB,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("organisation_id","sequence")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "organisation_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL DEFAULT '\x',
    "anchor_sequence" BIGINT NOT NULL DEFAULT 0,
    "anchor_hash" BYTEA NOT NULL DEFAULT '\x',

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE UNLOGGED TABLE "audit_pending" (
    "transaction" BIGINT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID NOT NULL,
    "activity_id" UUID,
    "change" JSONB,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("transaction","id")
);

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_at_idx" ON "audit_entry"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_noun_sequence_idx" ON "audit_entry"("organisation_id", "noun", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_person_id_sequence_idx" ON "audit_entry"("organisation_id", "person_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_plan_id_sequence_idx" ON "audit_entry"("plan_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_task_id_sequence_idx" ON "audit_entry"("task_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_review_id_sequence_idx" ON "audit_entry"("review_id", "sequence");

ALTER TABLE "organisation" ADD CONSTRAINT "organisation_audit_retention_check" CHECK ("audit_retention_years" BETWEEN 6 AND 30);
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_legal_hold_check" CHECK (("legal_hold_at" IS NULL) = ("legal_hold_reason" IS NULL) AND ("legal_hold_at" IS NULL) = ("legal_hold_by_id" IS NULL));

-- The text whose SHA-256 is an entry's hash: a JSON array of its columns as text, in this order, with
-- the payload of its activity and the hash of the entry before. `canonicalEntry` in
-- app/domain/audit/canonical-entry.ts writes the same text; a change to it takes the next number.
CREATE FUNCTION audit_text("entry" "audit_entry", "payload" jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT array_to_json(ARRAY[
    'wardround-audit-1', entry."organisation_id"::text, entry."sequence"::text,
    to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry."activity_id"::text, entry."type", entry."noun", entry."person_id"::text, entry."plan_id"::text,
    entry."task_id"::text, entry."review_id"::text, entry."way", entry."address", entry."session_id"::text,
    entry."changes"::text, payload::text, encode(entry."previous_hash", 'hex')
  ])::text
$$;

-- A column's value as an entry keeps it: secrets never, long texts by their beginning, length and SHA-256.
CREATE FUNCTION audit_value("key" text, "value" jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN value IS NULL OR value = 'null' THEN 'null'::jsonb
    WHEN key ~ 'password|token|secret|credential|code_hash|public_key' THEN '"[secret]"'::jsonb
    WHEN length(value #>> '{}') > 600 THEN jsonb_build_object(
      'start', left(value #>> '{}', 200), 'length', length(value #>> '{}'),
      'sha256', encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex'))
    ELSE value
  END
$$;

-- Notes what a statement changed in a row: the columns that differ, before and after. Columns of
-- bookkeeping alone make no note.
CREATE FUNCTION audit_stage_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bookkeeping CONSTANT text[] := ARRAY['version', 'last_digest_on', 'last_reminder_on', 'last_reference', 'last_used_at'];
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  whole jsonb := coalesce(new_row, old_row);
  old_part jsonb;
  new_part jsonb;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(c.key, audit_value(c.key, old_row -> c.key)), jsonb_object_agg(c.key, audit_value(c.key, c.value))
      INTO old_part, new_part
      FROM jsonb_each(new_row) c WHERE c.value IS DISTINCT FROM old_row -> c.key AND c.key <> ALL (bookkeeping);
    IF new_part IS NULL THEN RETURN NULL; END IF;
  ELSE
    SELECT jsonb_object_agg(c.key, audit_value(c.key, c.value)) INTO new_part
      FROM jsonb_each(whole) c
     WHERE c.value <> 'null' AND c.value <> '[]' AND c.key NOT IN ('id', 'organisation_id', 'version');
    IF TG_OP = 'DELETE' THEN
      old_part := new_part;
      new_part := NULL;
    END IF;
  END IF;
  IF current_setting('wardround.audit_sealed', true) <> '' THEN
    PERFORM set_config('wardround.audit_sealed', '', true);
  END IF;
  INSERT INTO "audit_pending" ("transaction", "organisation_id", "change")
  VALUES (
    pg_current_xact_id()::text::bigint,
    CASE TG_TABLE_NAME WHEN 'organisation' THEN whole ->> 'id' ELSE whole ->> 'organisation_id' END::uuid,
    jsonb_strip_nulls(jsonb_build_object(
      'table', TG_TABLE_NAME,
      'id', coalesce(whole ->> 'id', concat_ws('/', whole ->> 'review_id', whole ->> 'person_id')),
      'name', left(coalesce(whole ->> 'action', whole ->> 'title', whole ->> 'name'), 200)
    )) || jsonb_build_object('before', old_part, 'after', new_part)
  );
  RETURN NULL;
END $$;

CREATE FUNCTION audit_stage_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('wardround.audit_sealed', true) <> '' THEN
    PERFORM set_config('wardround.audit_sealed', '', true);
  END IF;
  INSERT INTO "audit_pending" ("transaction", "organisation_id", "activity_id")
  VALUES (pg_current_xact_id()::text::bigint, NEW."organisation_id", NEW."id");
  RETURN NULL;
END $$;

-- Seals at commit what the transaction noted. An activity takes the changes noted before it, the last
-- one also those after it; changes without any activity make an entry of their own. All heads that are
-- needed are locked first and in one order, after every lock on business rows, so nobody waits in a circle.
CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  this CONSTANT bigint := pg_current_xact_id()::text::bigint;
  touched uuid[];
  organisation uuid;
  head "audit_head";
  entry "audit_entry";
  item record;
BEGIN
  IF current_setting('wardround.audit_sealed', true) = this::text THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT p."organisation_id" ORDER BY p."organisation_id") INTO touched
    FROM "audit_pending" p WHERE p."transaction" = this;
  IF touched IS NULL THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM "audit_head" h WHERE h."organisation_id" = ANY (touched)) < cardinality(touched) THEN
    INSERT INTO "audit_head" ("organisation_id") SELECT unnest(touched) ON CONFLICT DO NOTHING;
  END IF;
  PERFORM 1 FROM "audit_head" h WHERE h."organisation_id" = ANY (touched) ORDER BY h."organisation_id" FOR UPDATE;
  FOREACH organisation IN ARRAY touched LOOP
    SELECT * INTO STRICT head FROM "audit_head" h WHERE h."organisation_id" = organisation;
    FOR item IN
      WITH marked AS (
        SELECT p."id", p."activity_id", p."change", coalesce(
          min(p."id") FILTER (WHERE p."activity_id" IS NOT NULL) OVER (ORDER BY p."id" DESC),
          max(p."id") FILTER (WHERE p."activity_id" IS NOT NULL) OVER (), 0) AS place
          FROM "audit_pending" p WHERE p."transaction" = this AND p."organisation_id" = organisation
      ), grouped AS (
        SELECT m.place, jsonb_agg(m."change" ORDER BY m."id") FILTER (WHERE m."change" IS NOT NULL) AS changes,
               (array_agg(m."activity_id") FILTER (WHERE m."activity_id" IS NOT NULL))[1] AS activity_id
          FROM marked m GROUP BY m.place
      )
      SELECT g.changes, a.* FROM grouped g LEFT JOIN "activity" a ON a."id" = g.activity_id ORDER BY g.place
    LOOP
      entry."organisation_id" := organisation;
      entry."sequence" := head."sequence" + 1;
      entry."at" := coalesce(item."at", now());
      entry."activity_id" := item."id";
      entry."type" := item."type";
      entry."noun" := coalesce(split_part(item."type", '.', 1), 'change');
      entry."person_id" := item."person_id";
      entry."plan_id" := item."plan_id";
      entry."task_id" := item."task_id";
      entry."review_id" := item."review_id";
      entry."way" := item."way";
      entry."address" := item."address";
      entry."session_id" := item."session_id";
      entry."changes" := item.changes;
      entry."previous_hash" := head."hash";
      entry."hash" := sha256(convert_to(audit_text(entry, item."payload"), 'UTF8'));
      INSERT INTO "audit_entry" SELECT entry.*;
      head."sequence" := entry."sequence";
      head."hash" := entry."hash";
    END LOOP;
    UPDATE "audit_head" h SET "sequence" = head."sequence", "hash" = head."hash"
     WHERE h."organisation_id" = organisation;
  END LOOP;
  DELETE FROM "audit_pending" p WHERE p."transaction" = this;
  PERFORM set_config('wardround.audit_sealed', this::text, true);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "audit_pending_seal" AFTER INSERT ON "audit_pending" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

-- What happened before this migration is sealed as it stands, in its order, with nothing known of before and after.
CREATE TRIGGER "activity_audit" AFTER INSERT ON "activity" FOR EACH ROW EXECUTE FUNCTION audit_stage_activity();
INSERT INTO "audit_pending" ("transaction", "organisation_id", "activity_id")
SELECT pg_current_xact_id()::text::bigint, "organisation_id", "id" FROM "activity" ORDER BY "organisation_id", "at", "id";
SET CONSTRAINTS "audit_pending_seal" IMMEDIATE;
SET CONSTRAINTS "audit_pending_seal" DEFERRED;

-- Every table of business data. A test compares the list with the tables that have an organisation.
DO $$
DECLARE
  business text;
BEGIN
  FOREACH business IN ARRAY ARRAY[
    'organisation', 'holiday', 'person', 'invitation', 'contact_link', 'owner_role', 'owner_role_tenure', 'identity_provider',
    'guide', 'guide_revision', 'plan_template', 'template_item', 'plan', 'task', 'task_link', 'comment', 'evidence',
    'review', 'review_attendee', 'decision'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_stage_change()', business || '_audit', business);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION audit_stage_change()', business || '_audit_update', business);
  END LOOP;
END $$;

-- The log is written by the seal alone, and only at its end.
CREATE FUNCTION refuse_unsealed_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One level is this trigger itself; the second is the seal.
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% is written by the seal alone', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_entry_sealed" BEFORE INSERT ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_unsealed_entry();
CREATE TRIGGER "audit_head_sealed" BEFORE INSERT ON "audit_head" FOR EACH ROW EXECUTE FUNCTION refuse_unsealed_entry();

-- Nothing leaves the log before its time, whoever asks: `audit_purge` has to be the one who asks, the
-- organisation must hold nothing, and the row must be older than the organisation keeps it.
CREATE FUNCTION refuse_change_before_its_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('wardround.audit_purge', true) = OLD."organisation_id"::text THEN
    IF EXISTS (
      SELECT 1 FROM "organisation" o
       WHERE o."id" = OLD."organisation_id" AND o."legal_hold_at" IS NULL
         AND OLD."at" < ((now() AT TIME ZONE 'UTC') - make_interval(years => o."audit_retention_years")) AT TIME ZONE 'UTC'
    ) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% rows are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "activity_append_only" ON "activity";
CREATE TRIGGER "activity_append_only" BEFORE UPDATE OR DELETE ON "activity" FOR EACH ROW EXECUTE FUNCTION refuse_change_before_its_time();
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change_before_its_time();

CREATE FUNCTION refuse_head_going_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."organisation_id" <> OLD."organisation_id"
     OR (NEW."sequence" <= OLD."sequence" AND (NEW."sequence", NEW."hash") IS DISTINCT FROM (OLD."sequence", OLD."hash"))
     OR (NEW."sequence" > OLD."sequence" AND pg_trigger_depth() < 2)
     OR ((NEW."anchor_sequence", NEW."anchor_hash") IS DISTINCT FROM (OLD."anchor_sequence", OLD."anchor_hash")
         AND (NEW."anchor_sequence" <= OLD."anchor_sequence" OR NEW."anchor_sequence" > NEW."sequence"
              OR current_setting('wardround.audit_purge', true) IS DISTINCT FROM OLD."organisation_id"::text)) THEN
    RAISE EXCEPTION 'the head of the audit log moves forward only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_head_forward" BEFORE UPDATE OR DELETE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION refuse_head_going_back();

CREATE TRIGGER "activity_kept" BEFORE TRUNCATE ON "activity" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_entry_kept" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_head_kept" BEFORE TRUNCATE ON "audit_head" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Removes at most `most` entries of an organisation that are past their time, oldest first and without
-- leaving a gap, with their activities; the head keeps the last one's number and hash, from which
-- checking goes on. Returns nothing where nothing is to go, or something is held.
CREATE FUNCTION audit_purge("of_organisation" uuid, "most" integer)
RETURNS TABLE ("first_sequence" bigint, "last_sequence" bigint, "last_hash" text, "kept_since" timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  cutoff timestamptz;
  head "audit_head";
  upto bigint;
  upto_hash bytea;
BEGIN
  SELECT ((now() AT TIME ZONE 'UTC') - make_interval(years => o."audit_retention_years")) AT TIME ZONE 'UTC' INTO cutoff
    FROM "organisation" o WHERE o."id" = of_organisation AND o."legal_hold_at" IS NULL FOR SHARE;
  IF cutoff IS NULL THEN RETURN; END IF;
  SELECT * INTO head FROM "audit_head" h WHERE h."organisation_id" = of_organisation FOR UPDATE;
  SELECT max(run."sequence") INTO upto FROM (
    SELECT e."sequence", bool_and(e."at" < cutoff) OVER (ORDER BY e."sequence") AS is_past
      FROM (SELECT * FROM "audit_entry" x WHERE x."organisation_id" = of_organisation AND x."sequence" > head."anchor_sequence"
             ORDER BY x."sequence" LIMIT most) e
  ) run WHERE run.is_past;
  IF upto IS NULL THEN RETURN; END IF;
  SELECT e."hash" INTO STRICT upto_hash FROM "audit_entry" e WHERE e."organisation_id" = of_organisation AND e."sequence" = upto;
  PERFORM set_config('wardround.audit_purge', of_organisation::text, true);
  WITH gone AS (
    DELETE FROM "audit_entry" e WHERE e."organisation_id" = of_organisation AND e."sequence" <= upto RETURNING e."activity_id"
  )
  DELETE FROM "activity" a USING gone WHERE a."id" = gone."activity_id";
  UPDATE "audit_head" h SET "anchor_sequence" = upto, "anchor_hash" = upto_hash WHERE h."organisation_id" = of_organisation;
  PERFORM set_config('wardround.audit_purge', '', true);
  RETURN QUERY SELECT head."anchor_sequence" + 1, upto, encode(upto_hash, 'hex'), cutoff;
END $$;
