-- The ZIP of the present address beside each name form: who changed the last name and mistyped the birth date is found where they live.
SET LOCAL lock_timeout = '5s';
ALTER TABLE patient_name_forms ADD COLUMN zip text;
UPDATE patient_name_forms f SET zip = left(a.zip, 5) FROM patient_addresses a
  WHERE a.patient_id = f.patient_id AND a.current AND a.zip ~ '^\d{5}' AND left(a.zip, 5) NOT IN ('00000', '99999');
