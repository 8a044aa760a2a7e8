-- Callers say the first name first: the same tree from the other side. Alone in its file, because a big table is indexed while people work.
CREATE INDEX CONCURRENTLY patient_name_forms_given ON patient_name_forms (given text_pattern_ops, family text_pattern_ops, birth_on) INCLUDE (patient_id);
