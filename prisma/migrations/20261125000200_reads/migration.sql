-- What one case page reads hangs on the case or on its submission: each by its own index, so that a page costs the same in
-- the tenth year as in the first. Waits had only the tree of their exclusion constraint, the others none.
CREATE INDEX case_waits_case_id_idx ON case_waits (case_id);
CREATE INDEX cases_submission_id_idx ON cases (submission_id);
CREATE INDEX doses_case_id_idx ON doses (case_id);
CREATE INDEX patient_corrections_case_id_idx ON patient_corrections (case_id);

-- Nobody answers what they asked themselves, whoever writes.
ALTER TABLE case_escalations ADD CONSTRAINT case_escalations_other_answers CHECK (answered_by_id <> by_id);
