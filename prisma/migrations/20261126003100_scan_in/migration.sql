-- One file from the mail room's scanner: its pages are sorted into papers, and those into requests.
CREATE TABLE "scans" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "channel" "SubmissionChannel" NOT NULL,
    "document_id" UUID NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "sorted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "scans_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scans_by_mail_or_fax" CHECK ("channel" IN ('mail', 'fax'))
);
CREATE UNIQUE INDEX "scans_public_id_key" ON "scans"("public_id");
CREATE UNIQUE INDEX "scans_document_id_key" ON "scans"("document_id");
CREATE INDEX "scans_to_sort" ON "scans"("arrived_at") WHERE sorted_at IS NULL;
ALTER TABLE "scans" ADD CONSTRAINT "scans_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scans" ADD CONSTRAINT "scans_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A page that belongs to no request: blank, a cover sheet, an advertisement.
CREATE TABLE "pages_left_out" (
    "page_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pages_left_out_pkey" PRIMARY KEY ("page_id")
);
ALTER TABLE "pages_left_out" ADD CONSTRAINT "pages_left_out_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "document_pages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pages_left_out" ADD CONSTRAINT "pages_left_out_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The scan that a paper was taken from: its original is that file's.
ALTER TABLE documents ADD COLUMN "scan_id" UUID;
ALTER TABLE documents ADD CONSTRAINT "documents_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "documents_scan_id_idx" ON documents("scan_id") WHERE scan_id IS NOT NULL;

REVOKE DELETE, TRUNCATE ON scans, pages_left_out FROM staff_app, worker_app;
REVOKE UPDATE ON pages_left_out FROM staff_app, worker_app;
REVOKE INSERT, UPDATE ON scans, pages_left_out FROM worker_app;
