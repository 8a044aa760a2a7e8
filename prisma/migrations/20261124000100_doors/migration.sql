-- The narrow functions through which the low roles reach what they have no table rights on.
-- SECURITY DEFINER with a pinned search_path; each says who may call it.

-- The system's clock (a demo's can be moved) ------------------------------------------------------------
CREATE FUNCTION read_clock() RETURNS TABLE (demo boolean, offset_ms bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.demo, c.offset_ms FROM system_clock c WHERE c.id = 1
$$;
GRANT EXECUTE ON FUNCTION read_clock() TO staff_app, worker_app, public_app;

-- Audit: the only way to add an entry -------------------------------------------------------------------
CREATE FUNCTION append_audit(
  p_at timestamptz, p_actor_kind "ActorKind", p_staff_id uuid, p_event text, p_case_id uuid, p_patient_id uuid,
  p_document_id uuid, p_submission_id uuid, p_details jsonb, p_request_id text, p_address text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- The public surface can only speak for visitors, the worker only for itself.
  IF session_user = 'public_app' AND p_actor_kind <> 'visitor' OR session_user = 'worker_app' AND p_actor_kind <> 'worker' THEN
    RAISE insufficient_privilege USING MESSAGE = 'this role may not speak for that kind of actor';
  END IF;
  IF (p_actor_kind = 'staff') <> (p_staff_id IS NOT NULL) THEN
    RAISE check_violation USING MESSAGE = 'a staff entry names its person, no other does';
  END IF;
  INSERT INTO audit_events (at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address)
  VALUES (p_at, p_actor_kind, p_staff_id, p_event, p_case_id, p_patient_id, p_document_id, p_submission_id, p_details, p_request_id, p_address);
END $$;
GRANT EXECUTE ON FUNCTION append_audit(timestamptz, "ActorKind", uuid, text, uuid, uuid, uuid, uuid, jsonb, text, text) TO staff_app, worker_app, public_app;

-- One outcome for one intent: a twin waits on the unique index until the first commits, then reads its reply ----
CREATE FUNCTION claim_request(p_actor text, p_key text, p_command text, p_body_hash bytea, p_at timestamptz)
RETURNS TABLE (fresh boolean, same_body boolean, outcome jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE claimed boolean;
BEGIN
  DELETE FROM idempotency_keys i WHERE i.actor = p_actor AND i.key = p_key AND i.created_at < p_at - interval '24 hours';
  INSERT INTO idempotency_keys (actor, key, command, body_hash, created_at)
  VALUES (p_actor, p_key, p_command, p_body_hash, p_at) ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS claimed = ROW_COUNT;
  IF claimed THEN
    RETURN QUERY SELECT true, true, NULL::jsonb;
  ELSE
    RETURN QUERY SELECT false, i.command = p_command AND i.body_hash = p_body_hash, i.outcome
      FROM idempotency_keys i WHERE i.actor = p_actor AND i.key = p_key;
  END IF;
END $$;
CREATE FUNCTION keep_outcome(p_actor text, p_key text, p_outcome jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE idempotency_keys SET outcome = p_outcome WHERE actor = p_actor AND key = p_key
$$;
GRANT EXECUTE ON FUNCTION claim_request(text, text, text, bytea, timestamptz), keep_outcome(text, text, jsonb) TO staff_app, worker_app, public_app;

-- Limits: one counted hit; true while within the limit of the window --------------------------------------
CREATE FUNCTION take_rate(p_key text, p_limit int, p_window interval, p_at timestamptz) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO rate_counts AS r (key, window_at, hits)
  VALUES (p_key, date_bin(p_window, p_at, timestamptz '2001-01-01'), 1)
  ON CONFLICT (key, window_at) DO UPDATE SET hits = r.hits + 1
  RETURNING hits <= p_limit
$$;
GRANT EXECUTE ON FUNCTION take_rate(text, int, interval, timestamptz) TO staff_app, worker_app, public_app;

-- Jobs: each role may ask only for its own ----------------------------------------------------------------
CREATE FUNCTION enqueue_job(p_task text, p_payload json, p_job_key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (session_user IN ('staff_app', 'worker_app', current_user)
      AND p_task IN ('case.open', 'case.match', 'document.make_safe', 'notice.send')
    OR session_user = 'public_app' AND p_task IN ('case.open', 'document.make_safe')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'this role may not ask for that job';
  END IF;
  PERFORM graphile_worker.add_job(identifier => p_task, payload => p_payload, job_key => p_job_key, max_attempts => 8);
END $$;
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text) TO staff_app, worker_app, public_app;

-- The press: a ticket is minted after approval, by the person who will hold the bytes, and good once ----------
CREATE FUNCTION mint_press_ticket(p_token_hash bytea, p_purpose text, p_subject uuid, p_staff uuid, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (p_purpose = 'print_batch' AND EXISTS (
        SELECT 1 FROM print_batches b WHERE b.id = p_subject AND b.confirmed_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM dispatches d JOIN record_releases r ON r.id = d.release_id
                          WHERE d.batch_id = b.id AND (r.approved_at IS NULL OR r.withdrawn_at IS NOT NULL)))
    OR p_purpose = 'release_preview' AND EXISTS (SELECT 1 FROM record_releases r WHERE r.id = p_subject AND r.withdrawn_at IS NULL)) THEN
    RETURN false;
  END IF;
  INSERT INTO press_tickets (token_hash, purpose, subject_id, staff_id, minted_at, expires_at)
  VALUES (p_token_hash, p_purpose, p_subject, p_staff, p_at, p_at + interval '60 seconds');
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION mint_press_ticket(bytea, text, uuid, uuid, timestamptz) TO staff_app;

CREATE FUNCTION redeem_press_ticket(p_token_hash bytea, p_at timestamptz) RETURNS TABLE (purpose text, subject_id uuid, staff_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE press_tickets t SET used_at = p_at
  WHERE t.token_hash = p_token_hash AND t.used_at IS NULL AND t.expires_at > p_at
  RETURNING t.purpose, t.subject_id, t.staff_id
$$;
GRANT EXECUTE ON FUNCTION redeem_press_ticket(bytea, timestamptz) TO worker_app;

-- The public surface: it has no right on any table, only these ------------------------------------------------
CREATE FUNCTION public_start_upload(p_token_hash bytea, p_address text, p_at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO upload_sessions (token_hash, started_at, expires_at, address)
  VALUES (p_token_hash, p_at, p_at + interval '4 hours', p_address)
$$;

-- Room for one more file? { files, bytes } of the session so far; no row: no such session, expired, or already sent.
CREATE FUNCTION public_upload_room(p_token_hash bytea, p_at timestamptz) RETURNS TABLE (files int, bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(d.id)::int, coalesce(sum(d.size), 0)::bigint
  FROM upload_sessions u LEFT JOIN documents d ON d.upload_session_id = u.id AND d.removed_at IS NULL
  WHERE u.token_hash = p_token_hash AND u.expires_at > p_at AND u.submission_id IS NULL
  GROUP BY u.id
$$;

-- The limits are kept here too, under a lock, so that parallel uploads cannot pass them together.
CREATE FUNCTION public_receive_document(
  p_token_hash bytea, p_kind text, p_file_name text, p_size int, p_sha256 bytea, p_media_type text, p_object_key text, p_at timestamptz
) RETURNS TABLE (public_id text, refused text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE session_id uuid; files int; bytes bigint; made documents;
BEGIN
  SELECT u.id INTO session_id FROM upload_sessions u
  WHERE u.token_hash = p_token_hash AND u.expires_at > p_at AND u.submission_id IS NULL FOR UPDATE;
  IF session_id IS NULL THEN RETURN QUERY SELECT NULL::text, 'session_ended'; RETURN; END IF;
  SELECT count(*), coalesce(sum(d.size), 0) INTO files, bytes FROM documents d WHERE d.upload_session_id = session_id AND d.removed_at IS NULL;
  IF files >= 8 THEN RETURN QUERY SELECT NULL::text, 'too_many_files'; RETURN; END IF;
  IF bytes + p_size > 40 * 1024 * 1024 THEN RETURN QUERY SELECT NULL::text, 'submission_too_large'; RETURN; END IF;
  INSERT INTO documents (upload_session_id, kind, file_name, size, sha256, media_type, original_key, state, received_at)
  VALUES (session_id, p_kind, p_file_name, p_size, p_sha256, p_media_type, p_object_key, 'received', p_at) RETURNING * INTO made;
  PERFORM enqueue_job('document.make_safe', json_build_object('documentId', made.id), 'document.make_safe:' || made.id);
  RETURN QUERY SELECT made.public_id, NULL::text;
END $$;

CREATE FUNCTION public_remove_document(p_token_hash bytea, p_public_id text, p_at timestamptz) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    UPDATE documents d SET removed_at = p_at FROM upload_sessions u
    WHERE u.token_hash = p_token_hash AND u.submission_id IS NULL AND d.upload_session_id = u.id
      AND d.public_id = p_public_id AND d.removed_at IS NULL RETURNING d.id)
  SELECT EXISTS (SELECT 1 FROM gone)
$$;

-- Everything of a submission in one transaction; the payload was parsed by the door's schema and is checked by the tables.
CREATE FUNCTION public_send_submission(p_token_hash bytea, p_reference text, p jsonb, p_at timestamptz) RETURNS TABLE (id uuid, refused text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE session_id uuid; made uuid; person jsonb; place int := 0;
BEGIN
  IF p_token_hash IS NOT NULL THEN
    SELECT u.id INTO session_id FROM upload_sessions u
    WHERE u.token_hash = p_token_hash AND u.expires_at > p_at AND u.submission_id IS NULL FOR UPDATE;
    IF session_id IS NULL THEN RETURN QUERY SELECT NULL::uuid, 'session_ended'; RETURN; END IF;
  END IF;
  INSERT INTO submissions (reference, kind, channel, language, received_at, relation, requester_given, requester_family, organization,
    email, phone, wants, delivery, mail_name, mail_line1, mail_line2, mail_city, mail_state, mail_zip, fax_number, deadline_on, deadline_reason, message)
  VALUES (p_reference, (p->>'kind')::"CaseKind", 'form', p->>'language', p_at, p->>'relation', p->>'requesterGiven', p->>'requesterFamily', p->>'organization',
    p->>'email', p->>'phone', ARRAY(SELECT jsonb_array_elements_text(p->'wants'))::"RecordKind"[], (p->>'delivery')::"DeliveryMethod",
    p->>'mailName', p->>'mailLine1', p->>'mailLine2', p->>'mailCity', p->>'mailState', p->>'mailZip', p->>'faxNumber',
    (p->>'deadlineOn')::date, p->>'deadlineReason', p->>'message')
  RETURNING submissions.id INTO made;
  FOR person IN SELECT * FROM jsonb_array_elements(p->'subjects') LOOP
    place := place + 1;
    INSERT INTO submission_subjects (submission_id, position, given, middle, family, suffix, birth_on, sex, phone, email, line1, line2, city, state, zip)
    VALUES (made, place, person->>'given', person->>'middle', person->>'family', person->>'suffix', person->>'birthOn', (person->>'sex')::"Sex",
      person->>'phone', person->>'email', person->>'line1', person->>'line2', person->>'city', person->>'state', person->>'zip');
  END LOOP;
  IF session_id IS NOT NULL THEN
    UPDATE upload_sessions u SET submission_id = made WHERE u.id = session_id;
    UPDATE documents d SET submission_id = made WHERE d.upload_session_id = session_id AND d.removed_at IS NULL;
  END IF;
  PERFORM enqueue_job('case.open', json_build_object('submissionId', made), 'case.open:' || made);
  RETURN QUERY SELECT made, NULL::text;
END $$;

CREATE FUNCTION public_card_keys() RETURNS TABLE (jwk jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.public_jwk FROM health_card_keys k ORDER BY k.active_at
$$;
GRANT EXECUTE ON FUNCTION
  public_start_upload(bytea, text, timestamptz), public_upload_room(bytea, timestamptz),
  public_receive_document(bytea, text, text, int, bytea, text, text, timestamptz), public_remove_document(bytea, text, timestamptz),
  public_send_submission(bytea, text, jsonb, timestamptz), public_card_keys() TO public_app;
