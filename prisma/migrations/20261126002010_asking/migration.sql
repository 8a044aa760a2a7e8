-- What was asked of a requester, in codes; and the links by which it can be answered. --------------------------
CREATE TABLE document_requests (
  id uuid NOT NULL DEFAULT uuidv7(),
  public_id text NOT NULL DEFAULT new_public_id(),
  case_id uuid NOT NULL,
  language text NOT NULL,
  -- [{ "kind": "photo_id", "reasons": ["ID-02"] }]
  items jsonb NOT NULL,
  by_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  reminded_at timestamptz(3),
  answered_at timestamptz(3),
  taken_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid,
  unanswered_at timestamptz(3),
  CONSTRAINT document_requests_pkey PRIMARY KEY (id),
  CONSTRAINT document_requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT document_requests_by_id_fkey FOREIGN KEY (by_id) REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT document_requests_withdrawn_by_id_fkey FOREIGN KEY (withdrawn_by_id) REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT document_requests_language CHECK (language IN ('en', 'es')),
  CONSTRAINT document_requests_items CHECK (jsonb_typeof(items) = 'array' AND jsonb_array_length(items) BETWEEN 1 AND 8),
  CONSTRAINT document_requests_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)),
  CONSTRAINT document_requests_ends CHECK (withdrawn_at IS NULL OR answered_at IS NULL),
  CONSTRAINT document_requests_taken CHECK (taken_at IS NULL OR answered_at IS NOT NULL)
);
CREATE UNIQUE INDEX document_requests_public_id_key ON document_requests (public_id);
CREATE INDEX document_requests_case_id_idx ON document_requests (case_id);
-- One open question a case: two would stop the clock twice and be answered once.
CREATE UNIQUE INDEX document_requests_one_open ON document_requests (case_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL AND unanswered_at IS NULL;
-- The minute's look for whom to remind reads the open ones only.
CREATE INDEX document_requests_open ON document_requests (at) WHERE answered_at IS NULL AND withdrawn_at IS NULL AND unanswered_at IS NULL;

-- A link: 256 random bits made when it is sent, of which the SHA-256 rests here; good for one answer and fourteen days.
CREATE TABLE upload_links (
  id uuid NOT NULL DEFAULT uuidv7(),
  public_id text NOT NULL DEFAULT new_public_id(),
  request_id uuid NOT NULL,
  -- asked, or reminded
  purpose text NOT NULL,
  token_hash bytea,
  channel "ContactKind" NOT NULL,
  recipient text NOT NULL,
  state "NoticeState" NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  failure text,
  provider_ref text,
  queued_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT upload_links_pkey PRIMARY KEY (id),
  CONSTRAINT upload_links_request_id_fkey FOREIGN KEY (request_id) REFERENCES document_requests (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT upload_links_purpose CHECK (purpose IN ('asked', 'reminded')),
  CONSTRAINT upload_links_hash CHECK (token_hash IS NULL OR octet_length(token_hash) = 32)
);
CREATE UNIQUE INDEX upload_links_public_id_key ON upload_links (public_id);
CREATE UNIQUE INDEX upload_links_token_hash_key ON upload_links (token_hash);
CREATE UNIQUE INDEX upload_links_once ON upload_links (request_id, purpose);

-- Whose paper it is, where a request names several: known of what came by a link, told by the reviewer of the rest.
ALTER TABLE documents ADD COLUMN subject_id uuid;
ALTER TABLE documents ADD CONSTRAINT documents_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES submission_subjects (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- The public surface: what a link asks for, while it may be used. No row tells a wrong from an expired or a used one.
CREATE FUNCTION public_upload_link(p_token_hash bytea, p_at timestamptz) RETURNS TABLE (language text, items jsonb, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.language, r.items, l.expires_at FROM upload_links l JOIN document_requests r ON r.id = l.request_id
  WHERE l.token_hash = p_token_hash AND l.expires_at > p_at AND l.used_at IS NULL
    AND r.answered_at IS NULL AND r.withdrawn_at IS NULL
$$;

-- The answer: the named files of this browser, and none besides, join the request's submission; the link is used up.
-- They move into an upload session of their own, which is closed: what a form in the same browser still holds stays with the form.
CREATE FUNCTION public_answer_request(p_link_hash bytea, p_upload_hash bytea, p_documents text[], p_address text, p_at timestamptz)
RETURNS TABLE (case_id uuid, submission_id uuid, documents int, refused text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE link upload_links; request document_requests; about cases; closed_session uuid; moved int;
BEGIN
  SELECT l.* INTO link FROM upload_links l WHERE l.token_hash = p_link_hash AND l.expires_at > p_at AND l.used_at IS NULL FOR UPDATE;
  SELECT r.* INTO request FROM document_requests r WHERE r.id = link.request_id AND r.answered_at IS NULL AND r.withdrawn_at IS NULL FOR UPDATE;
  IF request.id IS NULL THEN RETURN QUERY SELECT NULL::uuid, NULL::uuid, 0, 'link_over'; RETURN; END IF;
  SELECT c.* INTO about FROM cases c WHERE c.id = request.case_id;
  INSERT INTO upload_sessions (token_hash, started_at, expires_at, address, submission_id)
  VALUES (p_link_hash, p_at, p_at, p_address, about.submission_id) RETURNING id INTO closed_session;
  UPDATE documents d SET upload_session_id = closed_session, submission_id = about.submission_id, subject_id = about.subject_id
  FROM upload_sessions u
  WHERE u.token_hash = p_upload_hash AND u.expires_at > p_at AND u.submission_id IS NULL
    AND d.upload_session_id = u.id AND d.removed_at IS NULL AND d.public_id = ANY (p_documents);
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved = 0 OR moved <> cardinality(p_documents) THEN RETURN QUERY SELECT NULL::uuid, NULL::uuid, 0, 'session_ended'; RETURN; END IF;
  UPDATE upload_links SET used_at = p_at WHERE id = link.id;
  UPDATE document_requests SET answered_at = p_at WHERE id = request.id;
  PERFORM enqueue_job('case.take_answer', json_build_object('requestId', request.id), 'case.take_answer:' || request.id);
  RETURN QUERY SELECT about.id, about.submission_id, moved, NULL::text;
END $$;
GRANT EXECUTE ON FUNCTION public_upload_link(bytea, timestamptz), public_answer_request(bytea, bytea, text[], text, timestamptz) TO public_app;

INSERT INTO allowed_jobs (task) VALUES ('case.take_answer'), ('document.send_link');
CREATE OR REPLACE FUNCTION enqueue_job(p_task text, p_payload json, p_job_key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (session_user IN ('staff_app', 'worker_app', current_user) AND EXISTS (SELECT 1 FROM allowed_jobs a WHERE a.task = p_task)
    OR session_user = 'public_app' AND p_task IN ('case.open', 'document.make_safe', 'case.take_answer')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'this role may not ask for that job';
  END IF;
  PERFORM graphile_worker.add_job(identifier => p_task, payload => p_payload, job_key => p_job_key, max_attempts => 8);
END $$;
