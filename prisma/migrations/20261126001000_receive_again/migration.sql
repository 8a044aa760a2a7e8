-- A file that is sent again because its answer was lost is the same file: one row, one object, one place of the eight.
DROP FUNCTION public_receive_document(bytea, text, text, int, bytea, text, text, timestamptz);
CREATE FUNCTION public_receive_document(
  p_token_hash bytea, p_kind text, p_file_name text, p_size int, p_sha256 bytea, p_media_type text, p_object_key text, p_at timestamptz
) RETURNS TABLE (public_id text, refused text, already_here boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE session_id uuid; files int; bytes bigint; earlier text; made documents;
BEGIN
  SELECT u.id INTO session_id FROM upload_sessions u
  WHERE u.token_hash = p_token_hash AND u.expires_at > p_at AND u.submission_id IS NULL FOR UPDATE;
  IF session_id IS NULL THEN RETURN QUERY SELECT NULL::text, 'session_ended', false; RETURN; END IF;
  SELECT d.public_id INTO earlier FROM documents d
  WHERE d.upload_session_id = session_id AND d.kind = p_kind AND d.sha256 = p_sha256 AND d.removed_at IS NULL LIMIT 1;
  IF earlier IS NOT NULL THEN RETURN QUERY SELECT earlier, NULL::text, true; RETURN; END IF;
  SELECT count(*), coalesce(sum(d.size), 0) INTO files, bytes FROM documents d WHERE d.upload_session_id = session_id AND d.removed_at IS NULL;
  IF files >= 8 THEN RETURN QUERY SELECT NULL::text, 'too_many_files', false; RETURN; END IF;
  IF bytes + p_size > 40 * 1024 * 1024 THEN RETURN QUERY SELECT NULL::text, 'submission_too_large', false; RETURN; END IF;
  INSERT INTO documents (upload_session_id, kind, file_name, size, sha256, media_type, original_key, state, received_at)
  VALUES (session_id, p_kind, p_file_name, p_size, p_sha256, p_media_type, p_object_key, 'received', p_at) RETURNING * INTO made;
  PERFORM enqueue_job('document.make_safe', json_build_object('documentId', made.id), 'document.make_safe:' || made.id);
  RETURN QUERY SELECT made.public_id, NULL::text, false;
END $$;

-- What became of the browser's own files: whether they can be read, or why not. Nothing else of them.
CREATE FUNCTION public_upload_states(p_token_hash bytea, p_at timestamptz) RETURNS TABLE (public_id text, state text, refused_reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.public_id, d.state::text, d.refused_reason
  FROM upload_sessions u JOIN documents d ON d.upload_session_id = u.id AND d.removed_at IS NULL
  WHERE u.token_hash = p_token_hash AND u.expires_at > p_at AND u.submission_id IS NULL
$$;
GRANT EXECUTE ON FUNCTION public_receive_document(bytea, text, text, int, bytea, text, text, timestamptz), public_upload_states(bytea, timestamptz) TO public_app;
CREATE INDEX documents_upload_session ON documents (upload_session_id) WHERE upload_session_id IS NOT NULL;
