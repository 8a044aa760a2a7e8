CREATE INDEX CONCURRENTLY patient_addresses_found ON patient_addresses (zip, street) INCLUDE (patient_id);
