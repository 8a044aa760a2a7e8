-- The same order, its own number before the entry's, for less: an assignment is no statement of its own, a PERFORM is one.
CREATE OR REPLACE FUNCTION append_audit(
  p_at timestamptz, p_actor_kind "ActorKind", p_staff_id uuid, p_event text, p_case_id uuid, p_patient_id uuid,
  p_document_id uuid, p_submission_id uuid, p_details jsonb, p_request_id text, p_address text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- Taken here, so that whoever holds a number that was given out before a moment is a transaction that had begun by then.
  own_transaction constant xid8 := pg_current_xact_id();
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
