CREATE INDEX CONCURRENTLY patient_name_forms_by_zip ON patient_name_forms (zip, given_sound) INCLUDE (patient_id, family, given, birth_on);
