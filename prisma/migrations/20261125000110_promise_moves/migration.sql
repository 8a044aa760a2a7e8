-- How promises move when the office calendar changes, and what proves a deadline.

-- One change of the calendar, and how far the open promises have been counted anew for it -------------------
CREATE TABLE promise_recounts (
  id uuid NOT NULL DEFAULT uuidv7(),
  on_date date NOT NULL REFERENCES office_closures (on_date) ON DELETE RESTRICT ON UPDATE CASCADE,
  cause text NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  by_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Cases to look at; null until the first batch has counted them.
  cases int,
  seen int NOT NULL DEFAULT 0,
  moved int NOT NULL DEFAULT 0,
  -- The number of the last case looked at: a walk that was cut off goes on behind it.
  after_number int NOT NULL DEFAULT 0,
  finished_at timestamptz(3),
  CONSTRAINT promise_recounts_pkey PRIMARY KEY (id),
  CONSTRAINT promise_recounts_cause CHECK (cause IN ('closure_added', 'closure_removed'))
);
CREATE INDEX promise_recounts_on_date_idx ON promise_recounts (on_date);
CREATE INDEX promise_recounts_unfinished ON promise_recounts (asked_at) WHERE finished_at IS NULL;

-- A deadline is proven by something: a document, or the words of who confirmed it ----------------------------
ALTER TABLE cases ADD COLUMN deadline_proof text;
ALTER TABLE cases
  ADD CONSTRAINT cases_deadline_proof_words CHECK (btrim(coalesce(deadline_proof, 'none')) <> ''),
  ADD CONSTRAINT cases_deadline_proof_named CHECK ((deadline_proven_at IS NULL) = (deadline_document_id IS NULL AND deadline_proof IS NULL));

-- Jobs that staff and the worker may ask for, as rows: a later migration adds one without restating the rest --
CREATE TABLE allowed_jobs (
  task text NOT NULL,
  CONSTRAINT allowed_jobs_pkey PRIMARY KEY (task)
);
REVOKE ALL ON allowed_jobs FROM staff_app, worker_app;
INSERT INTO allowed_jobs (task) VALUES ('case.open'), ('case.match'), ('document.make_safe'), ('notice.send'), ('case.move_promises');

CREATE OR REPLACE FUNCTION enqueue_job(p_task text, p_payload json, p_job_key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (session_user IN ('staff_app', 'worker_app', current_user) AND EXISTS (SELECT 1 FROM allowed_jobs a WHERE a.task = p_task)
    OR session_user = 'public_app' AND p_task IN ('case.open', 'document.make_safe')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'this role may not ask for that job';
  END IF;
  PERFORM graphile_worker.add_job(identifier => p_task, payload => p_payload, job_key => p_job_key, max_attempts => 8);
END $$;
