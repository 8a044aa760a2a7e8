-- Who has a case stands on the case since 20261125000050: "mine" and "nobody's" are read from one index each, and the
-- open cases in order answer "who has it" and "is it on hold" without a visit to the table.
CREATE INDEX cases_open_holder ON cases (holder_id, due_order, deadline_rank, deadline_order, number) INCLUDE (state) WHERE state <> 'closed' AND holder_id IS NOT NULL;
DROP INDEX cases_open_order;
CREATE INDEX cases_open_order ON cases (due_order, deadline_rank, deadline_order, number) INCLUDE (holder_id, state, id) WHERE state <> 'closed';
-- A snoozed case is a held one with an open wait that names its day: walked along the held ones, tested by id.
DROP INDEX cases_open_state;
CREATE INDEX cases_open_state ON cases (state, due_order, deadline_rank, deadline_order, number) INCLUDE (id) WHERE state <> 'closed';
