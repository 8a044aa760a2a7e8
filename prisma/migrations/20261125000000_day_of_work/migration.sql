-- The day of work: what stands around a case while it is worked.

-- The order of the queue ----------------------------------------------------------------------------------
ALTER TABLE cases
  ADD COLUMN deadline_document_id uuid REFERENCES documents (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN deadline_proven_by_id uuid REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN deadline_proven_at timestamptz(3);
ALTER TABLE cases ADD CONSTRAINT cases_deadline_proven_whole
  CHECK ((deadline_proven_at IS NULL) = (deadline_proven_by_id IS NULL) AND (deadline_proven_at IS NULL OR deadline_on IS NOT NULL));

-- Due time, then deadline urgency, then age. Without nulls, so that a page is one row comparison over one index;
-- a deadline that is only said ranks after every proven one of the same due time, before none.
ALTER TABLE cases
  ADD COLUMN due_order timestamptz(3) NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 'infinity'::timestamptz)) STORED,
  ADD COLUMN deadline_rank smallint NOT NULL GENERATED ALWAYS AS (CASE WHEN deadline_proven_at IS NOT NULL THEN 0 WHEN deadline_on IS NOT NULL THEN 1 ELSE 2 END) STORED,
  ADD COLUMN deadline_order date NOT NULL GENERATED ALWAYS AS (coalesce(deadline_on, 'infinity'::date)) STORED;
DROP INDEX cases_open_due;
DROP INDEX cases_open_kind;
CREATE INDEX cases_open_order ON cases (due_order, deadline_rank, deadline_order, number) WHERE state <> 'closed';
CREATE INDEX cases_open_kind ON cases (kind, due_order, deadline_rank, deadline_order, number) WHERE state <> 'closed';
CREATE INDEX cases_open_state ON cases (state, due_order, deadline_rank, deadline_order, number) WHERE state <> 'closed';

-- Waits that end by themselves ------------------------------------------------------------------------------
ALTER TABLE case_waits ADD COLUMN wake_on date;
CREATE INDEX case_waits_to_wake ON case_waits (wake_on) WHERE until_at IS NULL AND wake_on IS NOT NULL;

-- Notes name colleagues -------------------------------------------------------------------------------------
CREATE TABLE note_mentions (
  note_id uuid NOT NULL REFERENCES case_notes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  staff_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  seen_at timestamptz(3),
  CONSTRAINT note_mentions_pkey PRIMARY KEY (note_id, staff_id)
);
CREATE INDEX note_mentions_staff_id_seen_at_idx ON note_mentions (staff_id, seen_at);

-- Submissions about one need --------------------------------------------------------------------------------
CREATE TABLE case_joins (
  id uuid NOT NULL DEFAULT uuidv7(),
  public_id text NOT NULL DEFAULT new_public_id(),
  case_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  into_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  state_before "CaseState" NOT NULL,
  reason text NOT NULL,
  by_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at timestamptz(3) NOT NULL,
  undone_at timestamptz(3),
  undone_by_id uuid REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  undone_reason text,
  CONSTRAINT case_joins_pkey PRIMARY KEY (id),
  CONSTRAINT case_joins_reason CHECK (btrim(reason) <> ''),
  CONSTRAINT case_joins_not_itself CHECK (case_id <> into_id),
  CONSTRAINT case_joins_undone_whole CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL OR btrim(coalesce(undone_reason, '')) <> ''))
);
CREATE UNIQUE INDEX case_joins_public_id_key ON case_joins (public_id);
CREATE INDEX case_joins_into_id_idx ON case_joins (into_id);
-- A case is joined into one other at a time.
CREATE UNIQUE INDEX case_joins_one_standing ON case_joins (case_id) WHERE undone_at IS NULL;

-- Questions to a supervisor ---------------------------------------------------------------------------------
CREATE TABLE case_escalations (
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  by_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at timestamptz(3) NOT NULL,
  answer text,
  answered_at timestamptz(3),
  answered_by_id uuid REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT case_escalations_pkey PRIMARY KEY (id),
  CONSTRAINT case_escalations_reason CHECK (btrim(reason) <> ''),
  CONSTRAINT case_escalations_answered_whole CHECK ((answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (answer IS NULL) AND btrim(coalesce(answer, 'none')) <> '')
);
CREATE INDEX case_escalations_case_id_idx ON case_escalations (case_id);
CREATE UNIQUE INDEX case_escalations_one_open ON case_escalations (case_id) WHERE answered_at IS NULL;

-- A promise that moved says so ------------------------------------------------------------------------------
CREATE TABLE case_promise_moves (
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at timestamptz(3) NOT NULL,
  before timestamptz(3),
  after timestamptz(3),
  cause text NOT NULL,
  on_date date NOT NULL,
  CONSTRAINT case_promise_moves_pkey PRIMARY KEY (id),
  CONSTRAINT case_promise_moves_cause CHECK (cause IN ('closure_added', 'closure_removed'))
);
CREATE INDEX case_promise_moves_case_id_idx ON case_promise_moves (case_id);

ALTER TABLE office_closures ADD COLUMN removed_at timestamptz(3), ADD COLUMN removed_by_id uuid REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE office_closures ADD CONSTRAINT office_closures_removed_whole CHECK ((removed_at IS NULL) = (removed_by_id IS NULL));
ALTER TABLE office_closures ADD CONSTRAINT office_closures_name CHECK (btrim(name) <> '');

-- Who has a case open: advice that need not survive a crash ---------------------------------------------------
CREATE UNLOGGED TABLE case_presences (
  case_id uuid NOT NULL REFERENCES cases (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  staff_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  editing boolean NOT NULL,
  since_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  CONSTRAINT case_presences_pkey PRIMARY KEY (case_id, staff_id)
);

-- Views under a name ----------------------------------------------------------------------------------------
CREATE TABLE saved_views (
  id uuid NOT NULL DEFAULT uuidv7(),
  public_id text NOT NULL DEFAULT new_public_id(),
  owner_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  shared_at timestamptz(3),
  removed_at timestamptz(3),
  CONSTRAINT saved_views_pkey PRIMARY KEY (id),
  CONSTRAINT saved_views_name CHECK (btrim(name) <> '')
);
CREATE UNIQUE INDEX saved_views_public_id_key ON saved_views (public_id);
CREATE INDEX saved_views_owner_id_idx ON saved_views (owner_id);
CREATE UNIQUE INDEX saved_views_one_name ON saved_views (owner_id, lower(name)) WHERE removed_at IS NULL;

CREATE TABLE staff_tours (
  staff_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  tour text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  CONSTRAINT staff_tours_pkey PRIMARY KEY (staff_id, tour)
);

-- Rights that differ from the default -----------------------------------------------------------------------
-- Presence ends when somebody leaves the case.
GRANT DELETE ON case_presences TO staff_app, worker_app;
REVOKE UPDATE ON case_promise_moves FROM staff_app, worker_app;
