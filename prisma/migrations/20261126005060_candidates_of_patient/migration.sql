-- Whose candidates a changed record may alter.
CREATE INDEX CONCURRENTLY match_candidates_patient_id_idx ON match_candidates (patient_id);
