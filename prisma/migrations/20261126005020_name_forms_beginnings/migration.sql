-- How both names begin, in one order whichever stands in which box; lib/patients/matching/blocking.ts (beginningsOf) makes the same.
CREATE INDEX CONCURRENTLY patient_name_forms_beginnings ON patient_name_forms (
  (least(left(replace(family, ' ', ''), 3) COLLATE "C", left(replace(given, ' ', ''), 3) COLLATE "C") || '|' || greatest(left(replace(family, ' ', ''), 3) COLLATE "C", left(replace(given, ' ', ''), 3) COLLATE "C")), birth_on
) INCLUDE (patient_id, family, given);
