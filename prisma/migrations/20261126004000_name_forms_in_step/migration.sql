-- The rows by which a person is found carry the date of birth. Whoever changes it, the database carries it along; the
-- spellings themselves are written by one door (lib/patients/name-forms.ts), which alone knows how names are normalised.
CREATE FUNCTION carry_birth_to_name_forms() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE patient_name_forms SET birth_on = NEW.birth_on WHERE patient_id = NEW.id AND birth_on IS DISTINCT FROM NEW.birth_on;
  RETURN NULL;
END $$;
CREATE TRIGGER patients_carry_birth AFTER UPDATE OF birth_on ON patients FOR EACH ROW WHEN (OLD.birth_on IS DISTINCT FROM NEW.birth_on) EXECUTE FUNCTION carry_birth_to_name_forms();
