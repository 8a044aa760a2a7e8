-- As patient_name_forms_sound_day, with what a found row is ranked by: no visit to the table.
CREATE INDEX CONCURRENTLY patient_name_forms_day_heard ON patient_name_forms (family_sound, right(birth_on, 6)) INCLUDE (patient_id, family, given, birth_on);
