-- Nothing known of a birth date is missing, and missing is allowed: the checks refused it, because IS NOT NULL of nothing is false.
SET LOCAL lock_timeout = '5s';
ALTER TABLE patients DROP CONSTRAINT patients_birth_on_form;
ALTER TABLE patients ADD CONSTRAINT patients_birth_on_form
  CHECK (birth_on IS NULL OR birth_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$' AND birth_earliest(birth_on) IS NOT NULL);
ALTER TABLE submission_subjects DROP CONSTRAINT submission_subjects_birth_on_form;
ALTER TABLE submission_subjects ADD CONSTRAINT submission_subjects_birth_on_form
  CHECK (birth_on IS NULL OR birth_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$' AND birth_earliest(birth_on) IS NOT NULL);
