-- Whoever is found is shown with their cases, closed ones too; without it each search walked all of them.
CREATE INDEX CONCURRENTLY cases_of_patient ON cases (patient_id, number) WHERE patient_id IS NOT NULL;
