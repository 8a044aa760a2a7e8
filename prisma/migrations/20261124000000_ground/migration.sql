-- Ground: extensions, who may do what by default, tables, and what must never be.
-- Roles are cluster-wide and made at set-up; migrations only grant to them.

CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS btree_gist;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO staff_app, public_app, worker_app, auditor;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO staff_app, worker_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO auditor;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO staff_app, worker_app;
-- Without IN SCHEMA: the per-schema form cannot take away what PUBLIC has globally.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- 128 random bits, base64url: the only id that a URL may carry.
CREATE FUNCTION new_public_id() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT rtrim(translate(encode(gen_random_bytes(16), 'base64'), '+/', '-_'), '=')
$$;
GRANT EXECUTE ON FUNCTION new_public_id() TO staff_app, worker_app;

-- The first day that a partial birth date can mean; raises on a day that does not exist.
CREATE FUNCTION birth_earliest(birth_on text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT make_date(
    substr(birth_on, 1, 4)::int,
    CASE WHEN length(birth_on) >= 7 THEN substr(birth_on, 6, 2)::int ELSE 1 END,
    CASE WHEN length(birth_on) = 10 THEN substr(birth_on, 9, 2)::int ELSE 1 END)
$$;
GRANT EXECUTE ON FUNCTION birth_earliest(text) TO staff_app, worker_app;

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('phone_agent', 'processor', 'supervisor', 'auditor', 'administrator');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('staff', 'visitor', 'worker');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('new', 'in_progress', 'waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold', 'needs_second_review', 'ready_to_send', 'closed');

-- CreateEnum
CREATE TYPE "CaseOutcome" AS ENUM ('fixed', 'copy_sent', 'doses_added', 'referred_elsewhere', 'no_connecticut_record', 'cannot_use_portal', 'refused', 'unanswered', 'withdrawn', 'duplicate', 'spam', 'suspected_false');

-- CreateEnum
CREATE TYPE "MatchBand" AS ENUM ('likely', 'possible', 'no');

-- CreateEnum
CREATE TYPE "ApprovalSubject" AS ENUM ('correction', 'release');

-- CreateEnum
CREATE TYPE "ApprovalDecision" AS ENUM ('approved', 'refused');

-- CreateEnum
CREATE TYPE "DispatchState" AS ENUM ('queued', 'printed', 'confirmed', 'cancelled', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('queued', 'sending', 'sent', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "DocumentState" AS ENUM ('received', 'checking', 'ready', 'refused');

-- CreateEnum
CREATE TYPE "ScanResult" AS ENUM ('clean', 'infected', 'not_scanned');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('accepted', 'returned');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('F', 'M', 'X');

-- CreateEnum
CREATE TYPE "NameUse" AS ENUM ('current', 'former', 'alias');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('phone', 'email');

-- CreateEnum
CREATE TYPE "ContactOwner" AS ENUM ('self', 'parent', 'guardian', 'clinic', 'shared');

-- CreateEnum
CREATE TYPE "RestrictionKind" AS ENUM ('staff_family', 'sealed_adoption', 'protected_address', 'vip');

-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('record_not_found', 'missing_doses', 'out_of_state_update', 'record_request', 'third_party_release', 'record_correction', 'opt_out', 'opt_in', 'other');

-- CreateEnum
CREATE TYPE "SubmissionChannel" AS ENUM ('form', 'mail', 'fax', 'phone');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('full_record', 'covid_record');

-- CreateEnum
CREATE TYPE "DeliveryMethod" AS ENUM ('mail', 'fax', 'portal');

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" "StaffRole"[],
    "languages" TEXT[],
    "kinds" "CaseKind"[],
    "password_hash" TEXT,
    "totp_sealed" BYTEA,
    "totp_step" BIGINT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_sessions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "staff_id" UUID NOT NULL,
    "sid_hash" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "staff_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_counts" (
    "key" TEXT NOT NULL,
    "window_at" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "rate_counts_pkey" PRIMARY KEY ("key","window_at")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" "ActorKind" NOT NULL,
    "staff_id" UUID,
    "event" TEXT NOT NULL,
    "case_id" UUID,
    "patient_id" UUID,
    "document_id" UUID,
    "submission_id" UUID,
    "details" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "number" SERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "state" "CaseState" NOT NULL,
    "language" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_on" DATE NOT NULL,
    "target_days" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "deadline_on" DATE,
    "deadline_reason" TEXT,
    "patient_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_claims" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "release_reason" TEXT,

    CONSTRAINT "case_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_waits" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "state" "CaseState" NOT NULL,
    "reason" TEXT NOT NULL,
    "stops_clock" BOOLEAN NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "by_id" UUID,

    CONSTRAINT "case_waits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_links" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "band" "MatchBand" NOT NULL,
    "reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "undone_reason" TEXT,

    CONSTRAINT "case_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_candidates" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "band" "MatchBand" NOT NULL,
    "comparison" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notes" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "case_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_closures" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "outcome" "CaseOutcome" NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_closures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "case_id" UUID NOT NULL,
    "subject" "ApprovalSubject" NOT NULL,
    "proposal" JSONB NOT NULL,
    "risks" TEXT[],
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "ApprovalDecision",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispatches" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "code" TEXT NOT NULL,
    "release_id" UUID NOT NULL,
    "channel" "DeliveryMethod" NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" "DispatchState" NOT NULL,
    "batch_id" UUID,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "printed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dispatches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "print_batches" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "number" SERIAL NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "printed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "print_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosures" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "dispatch_id" UUID NOT NULL,
    "records" "RecordKind"[],
    "recipient" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "case_id" UUID NOT NULL,
    "channel" "ContactKind" NOT NULL,
    "template" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" "NoticeState" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "provider_ref" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "upload_session_id" UUID,
    "submission_id" UUID,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "original_key" TEXT,
    "state" "DocumentState" NOT NULL,
    "scan" "ScanResult",
    "refused_reason" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_pages" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "object_key" TEXT NOT NULL,
    "thumb_key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "thumb_sha256" BYTEA NOT NULL,

    CONSTRAINT "document_pages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_reviews" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "document_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "ticks" JSONB NOT NULL,
    "reasons" TEXT[],
    "facts" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "doses" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "patient_id" UUID NOT NULL,
    "cvx" TEXT NOT NULL,
    "trade_name" TEXT,
    "mvx" TEXT,
    "lot" TEXT,
    "given_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "organization" TEXT,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "case_id" UUID,
    "document_id" UUID,
    "page" INTEGER,
    "region" JSONB,
    "accepted_reasons" JSONB NOT NULL DEFAULT '[]',
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "doses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dose_voids" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "dose_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dose_voids_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patients" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "registry_number" SERIAL NOT NULL,
    "birth_on" TEXT,
    "birth_date" DATE GENERATED ALWAYS AS (CASE WHEN length(birth_on) = 10 THEN birth_earliest(birth_on) END) STORED,
    "sex" "Sex",
    "deceased_on" DATE,
    "opted_out_at" TIMESTAMPTZ(3),
    "restriction" "RestrictionKind",
    "household_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "patients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_names" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "use" "NameUse" NOT NULL,
    "given" TEXT NOT NULL,
    "middle" TEXT,
    "family" TEXT NOT NULL,
    "suffix" TEXT,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "patient_names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_name_forms" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "name_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "family_sound" TEXT NOT NULL,
    "given_sound" TEXT NOT NULL,
    "birth_on" TEXT,

    CONSTRAINT "patient_name_forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_contacts" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "mobile" BOOLEAN,
    "owner" "ContactOwner" NOT NULL,
    "source" TEXT NOT NULL,
    "portal_use" BOOLEAN NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "bad_at" TIMESTAMPTZ(3),

    CONSTRAINT "patient_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_addresses" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "zip" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "bad_at" TIMESTAMPTZ(3),

    CONSTRAINT "patient_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_guardians" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "guardian_patient_id" UUID,
    "source" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "patient_guardians_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient_corrections" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "case_id" UUID,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT NOT NULL,
    "document_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "system_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "offset_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "system_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "outcome" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "office_closures" (
    "on_date" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "citation" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,

    CONSTRAINT "office_closures_pkey" PRIMARY KEY ("on_date")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "worker_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "staff_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_releases" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "case_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "patient_version" INTEGER NOT NULL,
    "records" "RecordKind"[],
    "channel" "DeliveryMethod" NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "address_lines" TEXT[],
    "fax_number" TEXT,
    "address_source" TEXT NOT NULL,
    "authority" JSONB NOT NULL,
    "needs_second" BOOLEAN NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "record_releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issued_records" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "control_number" TEXT NOT NULL,
    "release_id" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,

    CONSTRAINT "issued_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_renderings" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "issued_id" UUID NOT NULL,
    "as_of_at" TIMESTAMPTZ(3) NOT NULL,
    "patient_version" INTEGER NOT NULL,
    "dose_count" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "content_digest" BYTEA NOT NULL,
    "key_id" TEXT,
    "left_off" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_renderings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "health_card_keys" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "active_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "crl_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "health_card_keys_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "press_tickets" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "minted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "press_tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "reference" TEXT NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "channel" "SubmissionChannel" NOT NULL,
    "language" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "relation" TEXT NOT NULL,
    "requester_given" TEXT NOT NULL,
    "requester_family" TEXT NOT NULL,
    "organization" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "wants" "RecordKind"[],
    "delivery" "DeliveryMethod" NOT NULL,
    "mail_name" TEXT,
    "mail_line1" TEXT,
    "mail_line2" TEXT,
    "mail_city" TEXT,
    "mail_state" TEXT,
    "mail_zip" TEXT,
    "fax_number" TEXT,
    "deadline_on" DATE,
    "deadline_reason" TEXT,
    "message" TEXT,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_subjects" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "submission_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "given" TEXT NOT NULL,
    "middle" TEXT,
    "family" TEXT NOT NULL,
    "suffix" TEXT,
    "birth_on" TEXT,
    "sex" "Sex",
    "phone" TEXT,
    "email" TEXT,
    "line1" TEXT,
    "line2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "zip" TEXT,

    CONSTRAINT "submission_subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_sessions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "submission_id" UUID,

    CONSTRAINT "upload_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_public_id_key" ON "staff"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_sessions_sid_hash_key" ON "staff_sessions"("sid_hash");

-- CreateIndex
CREATE INDEX "staff_sessions_staff_id_ended_at_idx" ON "staff_sessions"("staff_id", "ended_at");

-- CreateIndex
CREATE INDEX "audit_events_case_id_id_idx" ON "audit_events"("case_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_patient_id_id_idx" ON "audit_events"("patient_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_staff_id_id_idx" ON "audit_events"("staff_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "cases_public_id_key" ON "cases"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_number_key" ON "cases"("number");

-- CreateIndex
CREATE UNIQUE INDEX "cases_subject_id_key" ON "cases"("subject_id");

-- CreateIndex
CREATE INDEX "case_claims_case_id_idx" ON "case_claims"("case_id");

-- CreateIndex
CREATE INDEX "case_claims_staff_id_released_at_idx" ON "case_claims"("staff_id", "released_at");

-- CreateIndex
CREATE INDEX "case_links_case_id_idx" ON "case_links"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "match_candidates_case_id_patient_id_key" ON "match_candidates"("case_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_notes_public_id_key" ON "case_notes"("public_id");

-- CreateIndex
CREATE INDEX "case_notes_case_id_idx" ON "case_notes"("case_id");

-- CreateIndex
CREATE INDEX "case_closures_case_id_idx" ON "case_closures"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_public_id_key" ON "approvals"("public_id");

-- CreateIndex
CREATE INDEX "approvals_case_id_idx" ON "approvals"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispatches_public_id_key" ON "dispatches"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispatches_code_key" ON "dispatches"("code");

-- CreateIndex
CREATE INDEX "dispatches_state_queued_at_idx" ON "dispatches"("state", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "dispatches_release_id_channel_purpose_key" ON "dispatches"("release_id", "channel", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "print_batches_public_id_key" ON "print_batches"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "print_batches_number_key" ON "print_batches"("number");

-- CreateIndex
CREATE UNIQUE INDEX "disclosures_dispatch_id_key" ON "disclosures"("dispatch_id");

-- CreateIndex
CREATE INDEX "disclosures_patient_id_idx" ON "disclosures"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "notices_public_id_key" ON "notices"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "notices_case_id_channel_purpose_key" ON "notices"("case_id", "channel", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "documents_public_id_key" ON "documents"("public_id");

-- CreateIndex
CREATE INDEX "documents_submission_id_idx" ON "documents"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_pages_object_key_key" ON "document_pages"("object_key");

-- CreateIndex
CREATE UNIQUE INDEX "document_pages_thumb_key_key" ON "document_pages"("thumb_key");

-- CreateIndex
CREATE UNIQUE INDEX "document_pages_document_id_number_key" ON "document_pages"("document_id", "number");

-- CreateIndex
CREATE INDEX "document_reviews_case_id_idx" ON "document_reviews"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "doses_public_id_key" ON "doses"("public_id");

-- CreateIndex
CREATE INDEX "doses_patient_id_given_on_idx" ON "doses"("patient_id", "given_on");

-- CreateIndex
CREATE UNIQUE INDEX "dose_voids_dose_id_key" ON "dose_voids"("dose_id");

-- CreateIndex
CREATE UNIQUE INDEX "patients_public_id_key" ON "patients"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "patients_registry_number_key" ON "patients"("registry_number");

-- CreateIndex
CREATE INDEX "patients_household_id_idx" ON "patients"("household_id");

-- CreateIndex
CREATE INDEX "patient_names_patient_id_idx" ON "patient_names"("patient_id");

-- CreateIndex
CREATE INDEX "patient_name_forms_patient_id_idx" ON "patient_name_forms"("patient_id");

-- CreateIndex
CREATE INDEX "patient_contacts_patient_id_idx" ON "patient_contacts"("patient_id");

-- CreateIndex
CREATE INDEX "patient_contacts_normalized_idx" ON "patient_contacts"("normalized");

-- CreateIndex
CREATE INDEX "patient_addresses_patient_id_idx" ON "patient_addresses"("patient_id");

-- CreateIndex
CREATE INDEX "patient_addresses_zip_street_idx" ON "patient_addresses"("zip", "street");

-- CreateIndex
CREATE INDEX "patient_guardians_patient_id_idx" ON "patient_guardians"("patient_id");

-- CreateIndex
CREATE INDEX "patient_corrections_patient_id_idx" ON "patient_corrections"("patient_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_staff_id_key_key" ON "drafts"("staff_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "record_releases_public_id_key" ON "record_releases"("public_id");

-- CreateIndex
CREATE INDEX "record_releases_case_id_idx" ON "record_releases"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "issued_records_public_id_key" ON "issued_records"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "issued_records_control_number_key" ON "issued_records"("control_number");

-- CreateIndex
CREATE UNIQUE INDEX "issued_records_release_id_kind_key" ON "issued_records"("release_id", "kind");

-- CreateIndex
CREATE INDEX "record_renderings_issued_id_idx" ON "record_renderings"("issued_id");

-- CreateIndex
CREATE UNIQUE INDEX "press_tickets_token_hash_key" ON "press_tickets"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_public_id_key" ON "submissions"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_reference_key" ON "submissions"("reference");

-- CreateIndex
CREATE INDEX "submissions_received_at_idx" ON "submissions"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_subjects_public_id_key" ON "submission_subjects"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_subjects_submission_id_position_key" ON "submission_subjects"("submission_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "upload_sessions_token_hash_key" ON "upload_sessions"("token_hash");

-- AddForeignKey
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "submission_subjects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_waits" ADD CONSTRAINT "case_waits_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_waits" ADD CONSTRAINT "case_waits_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_candidates" ADD CONSTRAINT "match_candidates_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_candidates" ADD CONSTRAINT "match_candidates_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_closures" ADD CONSTRAINT "case_closures_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_closures" ADD CONSTRAINT "case_closures_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "record_releases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "print_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "print_batches" ADD CONSTRAINT "print_batches_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "record_releases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_dispatch_id_fkey" FOREIGN KEY ("dispatch_id") REFERENCES "dispatches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_upload_session_id_fkey" FOREIGN KEY ("upload_session_id") REFERENCES "upload_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_pages" ADD CONSTRAINT "document_pages_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doses" ADD CONSTRAINT "doses_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doses" ADD CONSTRAINT "doses_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doses" ADD CONSTRAINT "doses_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doses" ADD CONSTRAINT "doses_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dose_voids" ADD CONSTRAINT "dose_voids_dose_id_fkey" FOREIGN KEY ("dose_id") REFERENCES "doses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dose_voids" ADD CONSTRAINT "dose_voids_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_names" ADD CONSTRAINT "patient_names_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_name_forms" ADD CONSTRAINT "patient_name_forms_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_name_forms" ADD CONSTRAINT "patient_name_forms_name_id_fkey" FOREIGN KEY ("name_id") REFERENCES "patient_names"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_contacts" ADD CONSTRAINT "patient_contacts_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_addresses" ADD CONSTRAINT "patient_addresses_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_guardians" ADD CONSTRAINT "patient_guardians_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_guardians" ADD CONSTRAINT "patient_guardians_guardian_patient_id_fkey" FOREIGN KEY ("guardian_patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_corrections" ADD CONSTRAINT "patient_corrections_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_corrections" ADD CONSTRAINT "patient_corrections_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_corrections" ADD CONSTRAINT "patient_corrections_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient_corrections" ADD CONSTRAINT "patient_corrections_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_closures" ADD CONSTRAINT "office_closures_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_releases" ADD CONSTRAINT "record_releases_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_records" ADD CONSTRAINT "issued_records_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "record_releases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_renderings" ADD CONSTRAINT "record_renderings_issued_id_fkey" FOREIGN KEY ("issued_id") REFERENCES "issued_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "press_tickets" ADD CONSTRAINT "press_tickets_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_subjects" ADD CONSTRAINT "submission_subjects_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_sessions" ADD CONSTRAINT "upload_sessions_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What must never be ------------------------------------------------------------------------------

-- A birth date is known as far as it is known, and each known part is real.
ALTER TABLE patients ADD CONSTRAINT patients_birth_on_form
  CHECK (birth_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$' AND birth_earliest(birth_on) IS NOT NULL);
ALTER TABLE submission_subjects ADD CONSTRAINT submission_subjects_birth_on_form
  CHECK (birth_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$' AND birth_earliest(birth_on) IS NOT NULL);

-- Two people never hold one case at once.
CREATE UNIQUE INDEX case_claims_one_open ON case_claims (case_id) WHERE released_at IS NULL;
-- A case is about one patient at a time, ends once at a time, and a document has one standing review a case.
CREATE UNIQUE INDEX case_links_one_standing ON case_links (case_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX case_closures_one_standing ON case_closures (case_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX document_reviews_one_standing ON document_reviews (document_id, case_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX approvals_one_open ON approvals (case_id, subject) WHERE decision IS NULL;
-- Waits of a case never overlap, so a paused day is never counted twice.
ALTER TABLE case_waits ADD CONSTRAINT case_waits_apart
  EXCLUDE USING gist (case_id WITH =, tstzrange(from_at, until_at) WITH &&);

-- Approver is never the requester.
ALTER TABLE approvals ADD CONSTRAINT approvals_second_person CHECK (decided_by_id <> requested_by_id);
ALTER TABLE approvals ADD CONSTRAINT approvals_decided_whole
  CHECK ((decision IS NULL) = (decided_by_id IS NULL) AND (decision IS NULL) = (decided_at IS NULL));
ALTER TABLE record_releases ADD CONSTRAINT record_releases_second_person
  CHECK (NOT needs_second OR approved_by_id <> prepared_by_id);
ALTER TABLE record_releases ADD CONSTRAINT record_releases_approved_whole
  CHECK ((approved_by_id IS NULL) = (approved_at IS NULL));
ALTER TABLE record_releases ADD CONSTRAINT record_releases_some_record CHECK (cardinality(records) > 0);

-- A reason is words, not blanks.
ALTER TABLE patient_corrections ADD CONSTRAINT patient_corrections_reason CHECK (btrim(reason) <> '');
ALTER TABLE dose_voids ADD CONSTRAINT dose_voids_reason CHECK (btrim(reason) <> '');
ALTER TABLE case_waits ADD CONSTRAINT case_waits_reason CHECK (btrim(reason) <> '');
ALTER TABLE approvals ADD CONSTRAINT approvals_reason CHECK (btrim(reason) <> '');
ALTER TABLE approvals ADD CONSTRAINT approvals_refusal_reason
  CHECK (decision <> 'refused' OR btrim(coalesce(decision_reason, '')) <> '');
ALTER TABLE case_notes ADD CONSTRAINT case_notes_text CHECK (btrim(text) <> '');
ALTER TABLE case_links ADD CONSTRAINT case_links_undone_reason
  CHECK (undone_at IS NULL OR btrim(coalesce(undone_reason, '')) <> '');
ALTER TABLE case_closures ADD CONSTRAINT case_closures_reason
  CHECK (outcome IN ('fixed', 'copy_sent', 'doses_added') OR btrim(coalesce(reason, '')) <> '');
ALTER TABLE document_reviews ADD CONSTRAINT document_reviews_returned_reasons
  CHECK (decision <> 'returned' OR cardinality(reasons) > 0);

-- Evidence has its page; a region lies on a page.
ALTER TABLE doses ADD CONSTRAINT doses_evidence CHECK ((document_id IS NULL) = (page IS NULL) AND (region IS NULL OR page IS NOT NULL));
ALTER TABLE doses ADD CONSTRAINT doses_source CHECK (source ~ '^0[0-8]$');
-- What a person adds here comes from paper: historical, never administered.
ALTER TABLE doses ADD CONSTRAINT doses_paper_is_historical CHECK (recorded_by_id IS NULL OR source <> '00');
ALTER TABLE documents ADD CONSTRAINT documents_size CHECK (size > 0 AND size <= 15 * 1024 * 1024);

-- Two tables: no dose before birth, also when the birth date changes, also when both change at once.
CREATE FUNCTION refuse_dose_before_birth() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE born text;
BEGIN
  SELECT birth_on INTO born FROM patients WHERE id = NEW.patient_id FOR SHARE;
  IF born IS NOT NULL AND NEW.given_on < birth_earliest(born) THEN
    RAISE EXCEPTION 'dose before birth' USING ERRCODE = 'check_violation', CONSTRAINT = 'doses_not_before_birth';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER doses_not_before_birth BEFORE INSERT OR UPDATE OF given_on, patient_id ON doses
  FOR EACH ROW EXECUTE FUNCTION refuse_dose_before_birth();

CREATE FUNCTION refuse_birth_after_dose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.birth_on IS NOT NULL AND EXISTS (
    SELECT 1 FROM doses d WHERE d.patient_id = NEW.id AND d.given_on < birth_earliest(NEW.birth_on)
      AND NOT EXISTS (SELECT 1 FROM dose_voids v WHERE v.dose_id = d.id)) THEN
    RAISE EXCEPTION 'birth after a dose' USING ERRCODE = 'check_violation', CONSTRAINT = 'patients_not_born_after_dose';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER patients_not_born_after_dose BEFORE UPDATE OF birth_on ON patients
  FOR EACH ROW WHEN (NEW.birth_on IS DISTINCT FROM OLD.birth_on) EXECUTE FUNCTION refuse_birth_after_dose();

-- Append-only, also for the owner of the table.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: rows are only ever added', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submissions_never_edited BEFORE UPDATE OR DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_subjects_never_edited BEFORE UPDATE OR DELETE ON submission_subjects FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The queue: open cases in promise order, without touching closed ones.
CREATE INDEX cases_open_due ON cases (due_at, number) WHERE state <> 'closed';
CREATE INDEX cases_open_kind ON cases (kind, due_at, number) WHERE state <> 'closed';
-- Names: three ways in, read index-only (one row per name form).
CREATE INDEX patient_name_forms_birth ON patient_name_forms (birth_on, family text_pattern_ops, given text_pattern_ops) INCLUDE (patient_id);
CREATE INDEX patient_name_forms_family ON patient_name_forms (family text_pattern_ops, given text_pattern_ops, birth_on) INCLUDE (patient_id);
CREATE INDEX patient_name_forms_sound_day ON patient_name_forms (family_sound, right(birth_on, 6)) INCLUDE (patient_id);
CREATE INDEX patient_name_forms_sound ON patient_name_forms (family_sound, given_sound, birth_on) INCLUDE (patient_id);

-- Case numbers people can say; dispatch codes in their own series.
ALTER SEQUENCE cases_number_seq RESTART 2001;
ALTER SEQUENCE patients_registry_number_seq RESTART 8840001;
CREATE SEQUENCE dispatch_number_seq START 93001;

INSERT INTO system_clock (id) VALUES (1);
ALTER TABLE system_clock ADD CONSTRAINT system_clock_one_row CHECK (id = 1);

-- Rights that differ from the default -----------------------------------------------------------------
REVOKE INSERT, UPDATE ON audit_events, idempotency_keys, rate_counts, press_tickets, system_clock FROM staff_app, worker_app;
REVOKE ALL ON press_tickets, idempotency_keys, rate_counts FROM auditor;
REVOKE UPDATE ON submissions, submission_subjects, patient_corrections, dose_voids, disclosures, record_renderings FROM staff_app, worker_app;
REVOKE INSERT ON record_renderings, health_card_keys FROM staff_app;
REVOKE SELECT ON press_tickets FROM staff_app;
-- auditor reads everything but secrets
REVOKE SELECT ON staff, staff_sessions FROM auditor;
GRANT SELECT (id, public_id, email, name, roles, languages, kinds, disabled_at, created_at) ON staff TO auditor;
-- the only rows that are ever deleted: drafts, and what is derived and made anew
GRANT DELETE ON drafts, match_candidates, patient_name_forms TO staff_app, worker_app;
REVOKE ALL ON worker_heartbeats FROM staff_app;
GRANT DELETE ON worker_heartbeats TO worker_app;
