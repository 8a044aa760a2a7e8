-- What the portal compares of a name, normalised by lib/patients/portal-keys.ts and stored, so that the database only asks whether values
-- are equal and no second normalisation exists. Null is equal to nothing. Contacts carry theirs in `normalized`.
SET LOCAL lock_timeout = '5s';
ALTER TABLE patient_names ADD COLUMN portal_given text, ADD COLUMN portal_family text, ADD COLUMN portal_suffix text;

-- A parent's or guardian's contact ends on the 18th birthday; who was born on February 29 comes of age on March 1.
CREATE FUNCTION comes_of_age(born date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN to_char(born, 'MM-DD') = '02-29' THEN make_date(extract(year FROM born)::int + 18, 3, 1) ELSE (born + interval '18 years')::date END
$$;

-- The portal's predicate: lib/patients/portal.ts says the same of facts in memory, and a test holds both to each other. It begins at the
-- contact, which few share. Not granted to the public web before its page is there.
CREATE FUNCTION portal_finds(typed_given text, typed_family text, typed_suffix text, typed_birth text, typed_sex text, typed_phone text, typed_email text, today date)
RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT p.id
  FROM patient_contacts c JOIN patients p ON p.id = c.patient_id
  WHERE (c.kind = 'phone' AND c.normalized = typed_phone AND c.mobile IS DISTINCT FROM false OR c.kind = 'email' AND c.normalized = typed_email)
    AND c.normalized IN (typed_phone, typed_email)
    AND c.owner <> 'clinic' AND c.portal_use AND c.ended_at IS NULL AND c.bad_at IS NULL
    AND (c.owner NOT IN ('parent', 'guardian') OR today < comes_of_age(p.birth_date))
    AND p.birth_on = typed_birth AND length(typed_birth) = 10 AND p.sex::text = typed_sex
    AND EXISTS (
      SELECT 1 FROM patient_names n
      WHERE n.patient_id = p.id AND NOT n.hidden AND n.portal_given = typed_given AND n.portal_family = typed_family
        AND (typed_suffix IS NULL OR n.portal_suffix IS NULL OR n.portal_suffix = typed_suffix)
    )
$$;
REVOKE ALL ON FUNCTION portal_finds(text, text, text, text, text, text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal_finds(text, text, text, text, text, text, text, date) TO staff_app, worker_app;
