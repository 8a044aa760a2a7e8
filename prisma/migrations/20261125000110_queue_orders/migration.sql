-- Every order of the queue is a walk along one index, so that a page costs the same at the front and deep inside.
CREATE INDEX cases_open_received ON cases (received_at, number) WHERE state <> 'closed';
CREATE INDEX cases_open_deadline ON cases (deadline_order, due_order, number) WHERE state <> 'closed';
-- By number they lie on cases_open_number, which the moves of promises made before; it also tells an open page
-- how many cases have come since: numbers above the newest it knows.
CREATE INDEX cases_closed_at ON cases (closed_at, number) WHERE state = 'closed';

-- A snoozed case is known by its open wait.
CREATE INDEX case_waits_open ON case_waits (case_id) WHERE until_at IS NULL;

-- Failed deliveries ------------------------------------------------------------------------------------------
-- Failures gather over the years while few of them are open work: found by walking them, the view took 200 ms
-- with 5,000 of them. So the case knows since when its latest dispatch stands failed or in doubt; the dispatch
-- remains the fact, and this trigger keeps the two together. It is no change of the case: its version stays.
ALTER TABLE cases ADD COLUMN delivery_failed_at timestamptz(3);
CREATE INDEX cases_open_failed ON cases (due_order, deadline_rank, deadline_order, number) WHERE delivery_failed_at IS NOT NULL AND state <> 'closed';

CREATE FUNCTION note_delivery() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_case uuid := (SELECT r.case_id FROM record_releases r WHERE r.id = NEW.release_id);
  latest dispatches;
BEGIN
  SELECT d.* INTO latest FROM dispatches d JOIN record_releases r ON r.id = d.release_id WHERE r.case_id = of_case ORDER BY d.queued_at DESC, d.id DESC LIMIT 1;
  IF latest.state IN ('failed', 'unknown') THEN
    UPDATE cases SET delivery_failed_at = now() WHERE id = of_case AND delivery_failed_at IS NULL;
  ELSE
    UPDATE cases SET delivery_failed_at = NULL WHERE id = of_case AND delivery_failed_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dispatches_note_new AFTER INSERT ON dispatches FOR EACH ROW EXECUTE FUNCTION note_delivery();
CREATE TRIGGER dispatches_note_state AFTER UPDATE OF state ON dispatches FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND (OLD.state IN ('failed', 'unknown') OR NEW.state IN ('failed', 'unknown')))
  EXECUTE FUNCTION note_delivery();

UPDATE cases c SET delivery_failed_at = now()
FROM (SELECT DISTINCT ON (r.case_id) r.case_id, d.state FROM dispatches d JOIN record_releases r ON r.id = d.release_id ORDER BY r.case_id, d.queued_at DESC, d.id DESC) latest
WHERE latest.case_id = c.id AND latest.state IN ('failed', 'unknown');
