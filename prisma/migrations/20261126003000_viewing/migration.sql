-- What a reviewer covered, who looked beneath it, who took an original out, and what was read from the pages.
CREATE TABLE "page_redactions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "page_id" UUID NOT NULL,
    "covers" TEXT NOT NULL,
    "left" INTEGER NOT NULL,
    "top" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,
    "removal_reason" TEXT,

    CONSTRAINT "page_redactions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "page_redactions_on_the_page" CHECK ("left" >= 0 AND "top" >= 0 AND "width" > 0 AND "height" > 0 AND "left" + "width" <= 10000 AND "top" + "height" <= 10000),
    CONSTRAINT "page_redactions_removal_is_whole" CHECK (num_nonnulls("removed_at", "removed_by_id", "removal_reason") IN (0, 3))
);
CREATE UNIQUE INDEX "page_redactions_public_id_key" ON "page_redactions"("public_id");
CREATE INDEX "page_redactions_page_id_idx" ON "page_redactions"("page_id");
ALTER TABLE "page_redactions" ADD CONSTRAINT "page_redactions_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "document_pages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "page_redactions" ADD CONSTRAINT "page_redactions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "page_redactions" ADD CONSTRAINT "page_redactions_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "document_reveals" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "document_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_reveals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "document_reveals_five_minutes" CHECK ("until" = "at" + interval '5 minutes')
);
CREATE INDEX "document_reveals_staff_id_document_id_until_idx" ON "document_reveals"("staff_id", "document_id", "until");
ALTER TABLE "document_reveals" ADD CONSTRAINT "document_reveals_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_reveals" ADD CONSTRAINT "document_reveals_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "original_fetches" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "document_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "original_fetches_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "original_fetches_public_id_key" ON "original_fetches"("public_id");
CREATE INDEX "original_fetches_document_id_idx" ON "original_fetches"("document_id");
ALTER TABLE "original_fetches" ADD CONSTRAINT "original_fetches_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "original_fetches" ADD CONSTRAINT "original_fetches_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "page_readings" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "page_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_readings_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "page_readings_page_id_position_key" ON "page_readings"("page_id", "position");
ALTER TABLE "page_readings" ADD CONSTRAINT "page_readings_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "document_pages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 528 bits of how a picture looks; two that differ in few are one picture. Only the worker compares them.
CREATE TABLE "image_hashes" (
    "page_id" UUID NOT NULL,
    "hash" BIT(528) NOT NULL,

    CONSTRAINT "image_hashes_pkey" PRIMARY KEY ("page_id")
);
ALTER TABLE "image_hashes" ADD CONSTRAINT "image_hashes_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "document_pages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "image_likenesses" (
    "page_id" UUID NOT NULL,
    "other_page_id" UUID NOT NULL,
    "distance" INTEGER NOT NULL,

    CONSTRAINT "image_likenesses_pkey" PRIMARY KEY ("page_id", "other_page_id"),
    -- The newer page first: a pair stands once.
    CONSTRAINT "image_likenesses_not_itself" CHECK ("page_id" <> "other_page_id")
);
CREATE INDEX "image_likenesses_other_page_id_idx" ON "image_likenesses"("other_page_id");
ALTER TABLE "image_likenesses" ADD CONSTRAINT "image_likenesses_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "document_pages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "image_likenesses" ADD CONSTRAINT "image_likenesses_other_page_id_fkey" FOREIGN KEY ("other_page_id") REFERENCES "document_pages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who covered or uncovered what, who looked beneath and who took an original out is written once.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON page_redactions, document_reveals, original_fetches FROM staff_app, worker_app;
GRANT INSERT ON page_redactions, document_reveals, original_fetches TO staff_app;
GRANT UPDATE (removed_at, removed_by_id, removal_reason) ON page_redactions TO staff_app;
GRANT UPDATE (fetched_at) ON original_fetches TO staff_app;
-- What was read is the worker's, as the pages are; it goes when they are destroyed.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON page_readings, image_hashes, image_likenesses FROM staff_app, worker_app;
REVOKE SELECT ON image_hashes FROM staff_app;
GRANT INSERT, DELETE ON page_readings, image_hashes, image_likenesses TO worker_app;

INSERT INTO allowed_jobs (task) VALUES ('document.read');

-- Null: the codes on its pages have not been looked for yet.
ALTER TABLE documents ADD COLUMN "codes_read_at" TIMESTAMPTZ(3);
