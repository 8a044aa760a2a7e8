-- How a case moves: why it waits, what it was joined with, and that whoever looks at it hears of a change.

-- A wait's reason from the list, so that pauses are counted by reason; the words stand beside it.
ALTER TABLE case_waits ADD COLUMN reason_code text;

-- A duplicate names the case that it repeats.
ALTER TABLE case_closures ADD COLUMN duplicate_of_id uuid REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE case_closures ADD CONSTRAINT case_closures_duplicate_of
  CHECK (duplicate_of_id IS NULL OR (outcome = 'duplicate' AND duplicate_of_id <> case_id));

-- What a join changed, so that taking it back leaves both cases as they were.
ALTER TABLE case_joins ADD COLUMN before jsonb NOT NULL DEFAULT '{}';

-- Two cases that somebody looked at and found to be about different needs: not proposed again.
CREATE TABLE case_join_declines (
  case_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  into_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  by_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at timestamptz(3) NOT NULL,
  CONSTRAINT case_join_declines_pkey PRIMARY KEY (case_id, into_id)
);
REVOKE UPDATE ON case_join_declines FROM staff_app, worker_app;

-- Other submissions about the same person.
CREATE INDEX submission_subjects_born ON submission_subjects (birth_on, lower(family));
CREATE INDEX cases_patient_open ON cases (patient_id) WHERE state <> 'closed' AND patient_id IS NOT NULL;

-- Every change of a case writes an audit entry, so the entry is what tells: whoever has the case open hears of it when the
-- transaction commits, and the claim of the one who made it stays fresh. Looks tell nobody and keep nothing.
CREATE FUNCTION tell_case_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE case_claims SET seen_at = NEW.at
    WHERE case_id = NEW.case_id AND staff_id = NEW.staff_id AND released_at IS NULL AND seen_at < NEW.at;
  PERFORM pg_notify('case_changed', json_build_object('case', NEW.case_id, 'staff', NEW.staff_id, 'at', (extract(epoch FROM NEW.at) * 1000)::bigint)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_events_tell AFTER INSERT ON audit_events FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL AND NEW.event !~ '\.(viewed|searched|rehearsed|fetched)$')
  EXECUTE FUNCTION tell_case_change();
