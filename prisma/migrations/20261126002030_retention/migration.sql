-- What is kept no longer than it must be. A list is made by the worker, approved by a supervisor under a form of the State Library,
-- carried out by the worker; what stays is the fact that a paper was here, what it was judged, and that it was destroyed.
ALTER TABLE documents ADD COLUMN destroyed_at timestamptz(3);

CREATE TABLE destruction_lists (
  id uuid NOT NULL DEFAULT uuidv7(),
  public_id text NOT NULL DEFAULT new_public_id(),
  number serial NOT NULL,
  made_at timestamptz(3) NOT NULL,
  form_number text,
  approved_at timestamptz(3),
  approved_by_id uuid,
  CONSTRAINT destruction_lists_pkey PRIMARY KEY (id),
  CONSTRAINT destruction_lists_approved_by_id_fkey FOREIGN KEY (approved_by_id) REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT destruction_lists_approval CHECK ((approved_at IS NULL) = (approved_by_id IS NULL) AND (approved_at IS NULL) = (form_number IS NULL) AND btrim(coalesce(form_number, 'none')) <> '')
);
CREATE UNIQUE INDEX destruction_lists_public_id_key ON destruction_lists (public_id);
CREATE UNIQUE INDEX destruction_lists_number_key ON destruction_lists (number);
-- One list waits at a time: nobody approves what they have not read.
CREATE UNIQUE INDEX destruction_lists_one_open ON destruction_lists ((true)) WHERE approved_at IS NULL;

CREATE TABLE destruction_items (
  id uuid NOT NULL DEFAULT uuidv7(),
  public_id text NOT NULL DEFAULT new_public_id(),
  list_id uuid NOT NULL,
  document_id uuid NOT NULL,
  -- The row of the retention policy and the last day that it asked for.
  rule text NOT NULL,
  kept_until date NOT NULL,
  spared_at timestamptz(3),
  spared_by_id uuid,
  spared_reason text,
  destroyed_at timestamptz(3),
  CONSTRAINT destruction_items_pkey PRIMARY KEY (id),
  CONSTRAINT destruction_items_list_id_fkey FOREIGN KEY (list_id) REFERENCES destruction_lists (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT destruction_items_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT destruction_items_spared_by_id_fkey FOREIGN KEY (spared_by_id) REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT destruction_items_spared CHECK ((spared_at IS NULL) = (spared_by_id IS NULL) AND (spared_at IS NULL) = (spared_reason IS NULL)),
  CONSTRAINT destruction_items_end CHECK (spared_at IS NULL OR destroyed_at IS NULL)
);
CREATE UNIQUE INDEX destruction_items_public_id_key ON destruction_items (public_id);
CREATE UNIQUE INDEX destruction_items_once ON destruction_items (list_id, document_id);
CREATE INDEX destruction_items_document_id_idx ON destruction_items (document_id);

-- Nothing is destroyed but by an approved list, whatever the code says.
CREATE FUNCTION refuse_unapproved_destruction() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM destruction_items i JOIN destruction_lists l ON l.id = i.list_id
                 WHERE i.document_id = NEW.id AND i.spared_at IS NULL AND l.approved_at IS NOT NULL) THEN
    RAISE check_violation USING MESSAGE = 'no approved list names this document';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER documents_destroyed_by_list BEFORE UPDATE OF destroyed_at ON documents
  FOR EACH ROW WHEN (OLD.destroyed_at IS NULL AND NEW.destroyed_at IS NOT NULL) EXECUTE FUNCTION refuse_unapproved_destruction();

GRANT USAGE, SELECT ON SEQUENCE destruction_lists_number_seq TO worker_app;
INSERT INTO allowed_jobs (task) VALUES ('document.destroy');
