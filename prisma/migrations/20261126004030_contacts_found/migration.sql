CREATE INDEX CONCURRENTLY patient_contacts_found ON patient_contacts (normalized) INCLUDE (patient_id);
