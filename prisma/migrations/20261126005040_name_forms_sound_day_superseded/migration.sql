SET LOCAL lock_timeout = '5s';
DROP INDEX patient_name_forms_sound_day;
