-- What sounds alike is ranked by its letters: with them in the tree that needs no visit to the table.
CREATE INDEX CONCURRENTLY patient_name_forms_heard ON patient_name_forms (family_sound, given_sound, birth_on) INCLUDE (patient_id, family, given);
