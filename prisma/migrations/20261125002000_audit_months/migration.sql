-- The audit in months, so that a hundred million entries stay as quick to search as the first: each month is a table of its
-- own with its own small trees, and what is asked for a span of days reads the months of that span alone.

ALTER TABLE audit_events RENAME TO audit_events_before;
ALTER SEQUENCE audit_events_id_seq OWNED BY NONE;

CREATE TABLE audit_events (
  id bigint NOT NULL DEFAULT nextval('audit_events_id_seq'),
  at timestamptz(3) NOT NULL,
  actor_kind "ActorKind" NOT NULL,
  staff_id uuid,
  event text NOT NULL,
  case_id uuid,
  patient_id uuid,
  document_id uuid,
  submission_id uuid,
  details jsonb NOT NULL,
  request_id text NOT NULL,
  address text
) PARTITION BY RANGE (at);
ALTER SEQUENCE audit_events_id_seq OWNED BY audit_events.id;
REVOKE INSERT, UPDATE ON audit_events FROM staff_app, worker_app;

-- What no month was made for is kept and never refused: no audit, no data. That anything stands here is told by the worker
-- (`audit.month_missing`) and on the audit's own page.
CREATE TABLE audit_events_rest PARTITION OF audit_events DEFAULT;
REVOKE ALL ON audit_events_rest FROM staff_app, worker_app, auditor;
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events_rest FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Makes the months from the one of `p_from` on that are not there yet. Months begin in UTC. A month of which entries already
-- stand in the rest stays there: nothing may move them. A table is attached and not made as a part, so that nobody who writes waits.
-- TRUNCATE triggers are not inherited, and rights on a part are not asked when one comes through the whole: none is given.
CREATE FUNCTION make_audit_months(p_from timestamptz, p_months int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  first timestamp := date_trunc('month', p_from AT TIME ZONE 'UTC');
  from_at timestamptz; until_at timestamptz; part text; made int := 0;
BEGIN
  IF p_months NOT BETWEEN 1 AND 240 THEN RAISE invalid_parameter_value USING MESSAGE = 'between 1 and 240 months'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('audit_months'));
  FOR month IN 0 .. p_months - 1 LOOP
    from_at := (first + make_interval(months => month)) AT TIME ZONE 'UTC';
    until_at := (first + make_interval(months => month + 1)) AT TIME ZONE 'UTC';
    part := 'audit_events_' || to_char(from_at AT TIME ZONE 'UTC', 'YYYY_MM');
    CONTINUE WHEN to_regclass(part) IS NOT NULL OR EXISTS (SELECT FROM audit_events_rest r WHERE r.at >= from_at AND r.at < until_at);
    EXECUTE format('CREATE TABLE %I (LIKE audit_events INCLUDING DEFAULTS)', part);
    EXECUTE format('REVOKE ALL ON %I FROM staff_app, worker_app, auditor', part);
    EXECUTE format('CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    EXECUTE format('ALTER TABLE audit_events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part, from_at, until_at);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION make_audit_months(timestamptz, int) TO worker_app;

-- How many entries stand in no month; counting stops at a thousand.
CREATE FUNCTION audit_entries_without_month() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM (SELECT 1 FROM audit_events_rest LIMIT 1000) AS few
$$;
GRANT EXECUTE ON FUNCTION audit_entries_without_month() TO worker_app, staff_app;

-- From the first entry there is (or from September 2026, when there is none) to three months from now.
SELECT make_audit_months(span.first, 4 + (extract(year FROM age(now(), span.first)) * 12 + extract(month FROM age(now(), span.first)))::int)
FROM (SELECT date_trunc('month', least(min(at), now(), timestamptz '2026-09-01Z')) AS first FROM audit_events_before) AS span;

INSERT INTO audit_events (id, at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address)
SELECT id, at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address FROM audit_events_before ORDER BY id;
DROP TABLE audit_events_before;

-- By number (the seals), by time, and by each of the four that one asks about; the last two only for what came before a case.
ALTER TABLE audit_events ADD PRIMARY KEY (id, at);
CREATE INDEX audit_events_by_time ON audit_events (at, id);
CREATE INDEX audit_events_by_patient ON audit_events (patient_id, at, id) WHERE patient_id IS NOT NULL;
CREATE INDEX audit_events_by_staff ON audit_events (staff_id, at, id) WHERE staff_id IS NOT NULL;
CREATE INDEX audit_events_by_case ON audit_events (case_id, at, id) WHERE case_id IS NOT NULL;
CREATE INDEX audit_events_by_submission ON audit_events (submission_id, at, id) WHERE case_id IS NULL AND submission_id IS NOT NULL;
CREATE INDEX audit_events_by_document ON audit_events (document_id, at, id) WHERE case_id IS NULL AND document_id IS NOT NULL;

CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_tell AFTER INSERT ON audit_events FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL AND NEW.event !~ '\.(viewed|searched|rehearsed|fetched)$')
  EXECUTE FUNCTION tell_case_change();
