-- Seals: each minute the worker closes the entries that can no longer change their company, and chains the closing to the last.

CREATE TABLE audit_seals (
  number int PRIMARY KEY CHECK (number > 0),
  after_id bigint NOT NULL UNIQUE,
  upto_id bigint NOT NULL UNIQUE,
  entries int NOT NULL CHECK (entries > 0),
  rows_digest bytea NOT NULL CHECK (length(rows_digest) = 32),
  previous bytea NOT NULL CHECK (length(previous) = 32),
  digest bytea NOT NULL CHECK (length(digest) = 32),
  sealed_at timestamptz(3) NOT NULL,
  CONSTRAINT audit_seals_forward CHECK (upto_id > after_id)
);
REVOKE INSERT, UPDATE ON audit_seals FROM staff_app;
REVOKE UPDATE ON audit_seals FROM worker_app;
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_no_truncate BEFORE TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT ON SEQUENCE audit_events_id_seq TO worker_app;

-- The transaction takes its own number before the entry takes its own. So whoever holds a number that was given out before a
-- moment is a transaction that had begun at that moment, and the sealer can wait for exactly those to end.
CREATE OR REPLACE FUNCTION append_audit(
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
  PERFORM pg_current_xact_id();
  INSERT INTO audit_events (at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address)
  VALUES (p_at, p_actor_kind, p_staff_id, p_event, p_case_id, p_patient_id, p_document_id, p_submission_id, p_details, p_request_id, p_address);
END $$;

-- One file of the audit that somebody took away: what was asked, up to where, and its digest. The file itself is made anew
-- when it is fetched, once, and must come out the same.
CREATE TABLE audit_exports (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  public_id text NOT NULL UNIQUE DEFAULT new_public_id(),
  staff_id uuid NOT NULL REFERENCES staff (id),
  filters jsonb NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'json')),
  reason text NOT NULL CHECK (length(btrim(reason)) > 0),
  upto_id bigint NOT NULL,
  entries int NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  created_at timestamptz(3) NOT NULL,
  fetched_at timestamptz(3)
);
CREATE INDEX audit_exports_staff_id_idx ON audit_exports (staff_id, created_at);
REVOKE INSERT, UPDATE ON audit_exports FROM worker_app;
