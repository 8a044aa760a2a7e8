-- Accounts: invitations and resets by mail, recovery codes, people of an identity provider, waits after wrong tries.
SET lock_timeout = '5s';

CREATE TYPE "SignInMethod" AS ENUM ('code', 'recovery_code', 'provider');
CREATE TYPE "AccountLinkPurpose" AS ENUM ('join', 'password', 'second_factor');

ALTER TABLE staff ADD COLUMN password_at timestamptz(3);
UPDATE staff SET password_at = created_at WHERE password_hash IS NOT NULL;

ALTER TABLE staff_sessions
  ADD COLUMN public_id text NOT NULL DEFAULT new_public_id(),
  ADD COLUMN method "SignInMethod" NOT NULL DEFAULT 'code',
  ADD COLUMN told_at timestamptz(3);
CREATE UNIQUE INDEX staff_sessions_public_id_key ON staff_sessions (public_id);

CREATE TABLE staff_identities (
  id uuid NOT NULL DEFAULT uuidv7() CONSTRAINT staff_identities_pkey PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  bound_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX staff_identities_issuer_subject_key ON staff_identities (issuer, subject);
CREATE UNIQUE INDEX staff_identities_staff_id_issuer_key ON staff_identities (staff_id, issuer);

CREATE TABLE account_links (
  id uuid NOT NULL DEFAULT uuidv7() CONSTRAINT account_links_pkey PRIMARY KEY,
  public_id text NOT NULL DEFAULT new_public_id(),
  staff_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  purpose "AccountLinkPurpose" NOT NULL,
  token_hash bytea,
  asked_by_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  asked_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  voided_at timestamptz(3),
  state "NoticeState" NOT NULL DEFAULT 'queued',
  attempts integer NOT NULL DEFAULT 0,
  failure text,
  CONSTRAINT account_links_token_is_a_digest CHECK (octet_length(token_hash) = 32)
);
CREATE UNIQUE INDEX account_links_public_id_key ON account_links (public_id);
CREATE UNIQUE INDEX account_links_token_hash_key ON account_links (token_hash);
CREATE INDEX account_links_staff_id_asked_at_idx ON account_links (staff_id, asked_at);
-- One link that works for one purpose: a newer one takes the older one's place.
CREATE UNIQUE INDEX account_links_one_open ON account_links (staff_id, purpose) WHERE used_at IS NULL AND voided_at IS NULL;

CREATE TABLE recovery_codes (
  id uuid NOT NULL DEFAULT uuidv7() CONSTRAINT recovery_codes_pkey PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code_hash bytea NOT NULL CONSTRAINT recovery_codes_hash_is_a_digest CHECK (octet_length(code_hash) = 32),
  made_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  retired_at timestamptz(3)
);
CREATE UNIQUE INDEX recovery_codes_code_hash_key ON recovery_codes (code_hash);
CREATE INDEX recovery_codes_staff_id_idx ON recovery_codes (staff_id);

-- The worker makes a link's token and keeps what became of its mail; it has no business with codes and identities.
REVOKE ALL ON recovery_codes, staff_identities FROM worker_app;
REVOKE ALL ON recovery_codes, staff_identities, account_links FROM auditor;

-- Waits after wrong tries --------------------------------------------------------------------------------
CREATE TABLE sign_in_delays (
  key text NOT NULL CONSTRAINT sign_in_delays_pkey PRIMARY KEY,
  failures integer NOT NULL,
  failed_at timestamptz(3) NOT NULL,
  wait_until timestamptz(3) NOT NULL
);
REVOKE ALL ON sign_in_delays FROM staff_app, worker_app, auditor;

-- Counts a try as a wrong one before it is looked at, and says whether it may be: a try that dies half way was a try, and
-- of fifty at once no more are looked at than one after the other would be. After `p_free` tries the wait doubles from
-- half a minute to an hour; a day without a try forgets them.
CREATE FUNCTION take_try(p_key text, p_free int, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d sign_in_delays%ROWTYPE; tries int;
BEGIN
  INSERT INTO sign_in_delays (key, failures, failed_at, wait_until) VALUES (p_key, 0, p_at, p_at) ON CONFLICT DO NOTHING;
  SELECT * INTO d FROM sign_in_delays s WHERE s.key = p_key FOR UPDATE;
  IF d.wait_until > p_at THEN RETURN false; END IF;
  tries := CASE WHEN d.failed_at < p_at - interval '24 hours' THEN 1 ELSE d.failures + 1 END;
  UPDATE sign_in_delays SET failures = tries, failed_at = p_at,
    wait_until = p_at + CASE WHEN tries < p_free THEN interval '0' ELSE least(interval '30 seconds' * power(2, least(tries - p_free, 10)), interval '1 hour') END
  WHERE key = p_key;
  RETURN true;
END $$;

-- The try was right: an account's door forgets its tries, an address gets its one back, so that somebody with an account
-- of their own cannot wash an address clean.
CREATE FUNCTION forgive_try(p_key text, p_all boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sign_in_delays SET failures = CASE WHEN p_all THEN 0 ELSE greatest(failures - 1, 0) END, wait_until = least(wait_until, failed_at) WHERE key = p_key
$$;
GRANT EXECUTE ON FUNCTION take_try(text, int, timestamptz), forgive_try(text, boolean) TO staff_app;

INSERT INTO allowed_jobs (task) VALUES ('staff.send_link');
