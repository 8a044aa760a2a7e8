-- "Mine" is counted with each opening of the queue: with the id beside the state it is read from its index alone.
DROP INDEX cases_open_holder;
CREATE INDEX cases_open_holder ON cases (holder_id, due_order, deadline_rank, deadline_order, number) INCLUDE (state, id) WHERE state <> 'closed' AND holder_id IS NOT NULL;
