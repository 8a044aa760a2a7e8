-- A parent's right ends on the 18th birthday itself: no path gives an adult's record to a parent, not one past our own rules either.
-- Born on February 29 one is 18 on March 1 of a common year; the day before plus 18 years and a day says so of every date.
CREATE FUNCTION adult_from(birth date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT ((birth - 1) + interval '18 years')::date + 1
$$;
GRANT EXECUTE ON FUNCTION adult_from(date) TO staff_app, worker_app;

-- What the rules answered when the copy was approved, beside what they answered when it was prepared.
ALTER TABLE record_releases ADD COLUMN approved_authority jsonb;

-- The answer a copy was decided on allows it: by itself, or by a supervisor as the second person.
ALTER TABLE record_releases ADD CONSTRAINT record_releases_allowed CHECK (
  (authority->>'verdict') IS NULL
  OR (authority->>'verdict') = 'may_have'
  OR ((authority->>'verdict') = 'supervisor_decides' AND needs_second)) NOT VALID;

-- By the day in Hartford on which it is prepared, approved or printed.
CREATE FUNCTION refuse_adult_to_parent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE release record_releases; born date; left_at timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'record_releases' THEN
    release := NEW;
    left_at := coalesce(NEW.approved_at, NEW.prepared_at);
  ELSE
    SELECT * INTO release FROM record_releases r WHERE r.id = NEW.release_id;
    left_at := NEW.printed_at;
  END IF;
  IF release.authority->'cited'->>'rule' IS DISTINCT FROM 'parent_of_minor' THEN RETURN NEW; END IF;
  SELECT p.birth_date INTO born FROM patients p WHERE p.id = release.patient_id;
  IF born IS NOT NULL AND adult_from(born) <= (left_at AT TIME ZONE 'America/New_York')::date THEN
    RAISE check_violation USING MESSAGE = 'the record of an adult does not go to a parent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_releases_no_adult_to_parent BEFORE INSERT OR UPDATE OF approved_at ON record_releases
  FOR EACH ROW WHEN (NEW.withdrawn_at IS NULL) EXECUTE FUNCTION refuse_adult_to_parent();
CREATE TRIGGER dispatches_no_adult_to_parent BEFORE UPDATE OF printed_at ON dispatches
  FOR EACH ROW WHEN (NEW.printed_at IS NOT NULL) EXECUTE FUNCTION refuse_adult_to_parent();
