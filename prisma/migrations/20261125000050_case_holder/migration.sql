-- Who has a case stands on the case itself, kept from its claims. Two reasons: a row that was locked is read again in its
-- newest form, but only its own columns are, so "nobody has it" must be one of them; and *take next* walks an index
-- of free cases only, however many held ones are older.
ALTER TABLE cases ADD COLUMN holder_id uuid;
UPDATE cases c SET holder_id = k.staff_id FROM case_claims k WHERE k.case_id = c.id AND k.released_at IS NULL;

CREATE FUNCTION keep_case_holder() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE holder uuid := (SELECT k.staff_id FROM case_claims k WHERE k.case_id = NEW.case_id AND k.released_at IS NULL);
BEGIN
  UPDATE cases SET holder_id = holder WHERE id = NEW.case_id AND holder_id IS DISTINCT FROM holder;
  RETURN NULL;
END $$;
CREATE TRIGGER case_claims_taken AFTER INSERT ON case_claims
  FOR EACH ROW WHEN (NEW.released_at IS NULL) EXECUTE FUNCTION keep_case_holder();
CREATE TRIGGER case_claims_given_back AFTER UPDATE OF released_at, staff_id ON case_claims
  FOR EACH ROW WHEN (OLD.released_at IS DISTINCT FROM NEW.released_at OR OLD.staff_id <> NEW.staff_id) EXECUTE FUNCTION keep_case_holder();

-- What nobody has, in promise order; language and kind at the end, so that a specialist's walk stays in the index.
CREATE INDEX cases_free_order ON cases (due_order, deadline_rank, deadline_order, number, language, kind)
  WHERE holder_id IS NULL AND state IN ('new', 'in_progress');
-- Claims that may have lapsed, and cases a person has passed on: both few among all that ever were.
CREATE INDEX case_claims_open_seen ON case_claims (seen_at) WHERE released_at IS NULL;
CREATE INDEX case_claims_passed_on ON case_claims (staff_id, case_id) WHERE release_reason = 'passed_on';
