-- Tries that came to nothing, and the last one's reason: a file that waits is seen by administrators.
ALTER TABLE documents
  ADD COLUMN tries integer NOT NULL DEFAULT 0,
  ADD COLUMN tried_at timestamptz(3),
  ADD COLUMN setback text;
ALTER TABLE documents ADD CONSTRAINT documents_setback_known
  CHECK (setback IS NULL OR setback IN ('store_away', 'object_missing', 'altered', 'scanner_away', 'program_missing', 'took_too_long', 'too_much_memory'));
CREATE INDEX documents_unfinished ON documents (received_at) WHERE state IN ('received', 'checking') AND removed_at IS NULL;
-- Of its objects the sweep asks by key.
CREATE INDEX documents_original_key ON documents (original_key) WHERE original_key IS NOT NULL;

-- Files that were taken back, or never sent, are forgotten: their keys go from the tables, and the sweep then finds the
-- objects unclaimed. Fails closed: what belongs to a submission is never touched here.
CREATE FUNCTION forget_unsent_files(p_taken_back_before timestamptz, p_ended_before timestamptz, p_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone uuid[];
BEGIN
  SELECT array_agg(f.id) INTO gone FROM (
    SELECT d.id FROM documents d JOIN upload_sessions u ON u.id = d.upload_session_id
    WHERE d.submission_id IS NULL AND d.original_key IS NOT NULL
      AND (d.removed_at < p_taken_back_before OR u.submission_id IS NULL AND u.expires_at < p_ended_before)
    ORDER BY d.id LIMIT p_most FOR UPDATE OF d) f;
  DELETE FROM document_pages p WHERE p.document_id = ANY (gone);
  UPDATE documents d SET original_key = NULL, removed_at = coalesce(d.removed_at, p_ended_before), version = d.version + 1 WHERE d.id = ANY (gone);
  RETURN coalesce(array_length(gone, 1), 0);
END $$;
GRANT EXECUTE ON FUNCTION forget_unsent_files(timestamptz, timestamptz, int) TO worker_app;
