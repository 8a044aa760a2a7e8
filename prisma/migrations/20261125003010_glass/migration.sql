-- Break the glass: who opened which restricted record, why, until when, and what a supervisor found of it.
CREATE TYPE "GlassFinding" AS ENUM ('justified', 'not_justified');

CREATE TABLE "glass_openings" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "patient_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "finding" "GlassFinding",
    "review_words" TEXT,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "glass_openings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "glass_openings_one_hour" CHECK (ends_at = opened_at + interval '60 minutes'),
    CONSTRAINT "glass_openings_review_is_whole" CHECK (num_nonnulls(finding, review_words, reviewed_by_id, reviewed_at) IN (0, 4)),
    CONSTRAINT "glass_openings_not_by_oneself" CHECK (reviewed_by_id <> staff_id)
);
CREATE UNIQUE INDEX "glass_openings_public_id_key" ON "glass_openings"("public_id");
CREATE INDEX "glass_openings_patient_id_idx" ON "glass_openings"("patient_id");
-- Asked with every request: what has this person open?
CREATE INDEX "glass_openings_staff_id_ends_at_idx" ON "glass_openings"("staff_id", "ends_at");
CREATE INDEX "glass_openings_to_review" ON "glass_openings"("opened_at") WHERE finding IS NULL;
ALTER TABLE "glass_openings" ADD CONSTRAINT "glass_openings_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "glass_openings" ADD CONSTRAINT "glass_openings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "glass_openings" ADD CONSTRAINT "glass_openings_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "glass_openings" ADD CONSTRAINT "glass_openings_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who opened what, why and until when is written once; only its end and its review come later.
REVOKE UPDATE, DELETE, TRUNCATE ON glass_openings FROM staff_app, worker_app;
GRANT UPDATE (ended_at, finding, review_words, reviewed_by_id, reviewed_at) ON glass_openings TO staff_app;
REVOKE INSERT ON glass_openings FROM worker_app;
