-- Each has a successor that covers more and is read without the table.
SET LOCAL lock_timeout = '5s';
DROP INDEX patient_name_forms_sound;
DROP INDEX patient_contacts_normalized_idx;
DROP INDEX patient_addresses_zip_street_idx;
