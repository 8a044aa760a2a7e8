/**
 * The statements, in order: first a table of what each case is, then every table from it, each in one INSERT … SELECT.
 * Triggers, keys and checks stay on, so what stands here at the end is a state the tables allow. History that no list
 * reads (audit entries, disclosures, pages of documents) is left out.
 */
import { drawn } from './chance';
import { CHANNELS, FAMILY, GIVEN, HELD_OF_STARTED, KINDS, LANGUAGES, OPEN_STATES, OUTCOMES, PROVEN_OF_DEADLINES, type ScalePlan, TOWNS, WITH_DEADLINE } from './plan';

const texts = (values: readonly string[]): string => `ARRAY[${values.map((value) => `'${value}'`).join(', ')}]`;
const oneOf = (values: readonly string[], i: string, salt: number): string => `(${texts(values)})[1 + pg_temp.roll(${i}, ${salt}, ${values.length})]`;
const given = (i: string): string => oneOf(GIVEN, i, 101);
const family = (i: string): string => oneOf(FAMILY, i, 102);
const born = (i: string): string => `to_char(date '1936-01-01' + pg_temp.roll(${i}, 103, 32800), 'YYYY-MM-DD')`;
const phone = (i: string): string => `'(860) 555-' || lpad(pg_temp.roll(${i}, 104, 10000)::text, 4, '0')`;

/** Prime, and no plan's window divides by it: stepping by it visits every place of the window once. */
const STEP = 7919;

/** Who works here. Nobody of them can sign in: they have no password. */
const staff = ({ staff: count, at }: ScalePlan): string => `
  INSERT INTO staff (id, public_id, email, name, roles, languages, kinds, created_at)
  SELECT pg_temp.id_of('${at.toISOString()}', 'staff', i), pg_temp.public_of('staff', i), 'scale.' || i || '@recorddesk.example', ${given('i')} || ' ' || ${family('i + 7')},
    CASE WHEN i % 10 = 0 THEN ARRAY['supervisor'] ELSE ARRAY['processor'] END::"StaffRole"[], CASE WHEN i % 3 = 0 THEN ARRAY['en', 'es'] ELSE ARRAY['en'] END, ARRAY[]::"CaseKind"[], '${at.toISOString()}'
  FROM generate_series(1, ${count}) i`;

const person = (i: string, { staff: count, at }: ScalePlan): string => `pg_temp.id_of('${at.toISOString()}', 'staff', 1 + pg_temp.roll(${i}, 110, ${count}))`;

/** The newest cases lie densest: most of what is open came in the last three weeks. */
const daysAgo = ({ cases, open }: ScalePlan): string => {
  const window = Math.min(cases, 2 * open);
  return `CASE WHEN n.back < ${window} THEN 35 * (n.back / ${window}.0) ^ 3 ELSE 35 + 1500 * ((n.back - ${window}) / ${Math.max(1, cases - window)}.0) END`;
};

const plan = (p: ScalePlan): string => {
  const window = Math.min(p.cases, 2 * p.open);
  const at = `timestamptz '${p.at.toISOString()}'`;
  return `
  CREATE TEMP TABLE scale ON COMMIT DROP AS
  WITH n AS (SELECT i::bigint, (${p.cases} - i)::bigint AS back FROM generate_series(1, ${p.cases}) i),
  first AS (
    SELECT n.i, date_trunc('milliseconds', ${at} - make_interval(secs => 60 + 86400.0 * (${daysAgo(p)}))) AS received_at,
      n.back < ${window} AND (n.back * ${STEP}) % ${window} < ${p.open} AS open, ${drawn(KINDS, 'n.i', 1, '"CaseKind"')} AS kind
    FROM n),
  second AS (
    SELECT f.*, pg_temp.office_day((f.received_at AT TIME ZONE 'America/New_York')::date) AS received_on, CASE WHEN f.kind IN ('record_request', 'third_party_release') THEN 3 ELSE 5 END AS target_days,
      CASE WHEN f.open THEN ${drawn(OPEN_STATES, 'f.i', 2, '"CaseState"')} ELSE 'closed' END AS state,
      -- Two children of one family write once.
      CASE WHEN f.i % 20 = 0 THEN f.i - 1 ELSE f.i END AS submission
    FROM first f)
  SELECT s.*, pg_temp.id_of(s.received_at, 'case', s.i) AS id, pg_temp.id_of(s.received_at, 'subject', s.i) AS subject_id,
    pg_temp.id_of(w.received_at, 'submission', s.submission) AS submission_id, ${drawn(LANGUAGES, 's.submission', 3)} AS language,
    CASE WHEN s.state <> 'waiting_on_requester' THEN (pg_temp.days_on(s.received_on, s.target_days) + time '16:30') AT TIME ZONE 'America/New_York' END AS due_at,
    CASE WHEN NOT s.open THEN least(s.received_at + make_interval(hours => 1 + pg_temp.roll(s.i, 4, 160)), ${at}) END AS closed_at,
    CASE WHEN pg_temp.roll(s.i, 5, 100) < ${WITH_DEADLINE} THEN s.received_on + 3 + pg_temp.roll(s.i, 6, 40) END AS deadline_on,
    pg_temp.roll(s.i, 7, 100) < ${PROVEN_OF_DEADLINES} AND s.state <> 'new' AS proven,
    s.open AND s.state <> 'new' AND pg_temp.roll(s.i, 8, 100) < ${HELD_OF_STARTED} AS held,
    CASE WHEN NOT s.open THEN ${drawn(OUTCOMES, 's.i', 9, '"CaseOutcome"')} END AS outcome,
    ${person('s.i', p)} AS worker_id, 1 + s.i % ${patientsOf(p)} AS patient
  FROM second s JOIN first w ON w.i = s.submission`;
};

const patientsOf = ({ cases }: ScalePlan): number => Math.max(1, Math.floor(cases / 5));
const LONG_AGO = "timestamptz '2020-01-06T14:00:00Z'";

const patients = (p: ScalePlan): string => `
  INSERT INTO patients (id, public_id, birth_on, sex, created_at, restriction)
  SELECT pg_temp.id_of(${LONG_AGO}, 'patient', i), pg_temp.public_of('patient', i), ${born('i')}, (ARRAY['F', 'M'])[1 + i % 2]::"Sex", ${LONG_AGO}, CASE WHEN i % 500 = 0 THEN 'staff_family'::"RestrictionKind" END
  FROM generate_series(1, ${patientsOf(p)}) i`;

const patientNames = (p: ScalePlan): string => `
  INSERT INTO patient_names (id, patient_id, use, given, family, source, added_at)
  SELECT pg_temp.id_of(${LONG_AGO}, 'name', i), pg_temp.id_of(${LONG_AGO}, 'patient', i), 'current', ${given('i')}, ${family('i')}, 'registry', ${LONG_AGO} FROM generate_series(1, ${patientsOf(p)}) i`;

const submissions = `
  INSERT INTO submissions (id, public_id, reference, kind, channel, language, received_at, relation, requester_given, requester_family, email, phone, wants, delivery, mail_name, mail_line1, mail_city, mail_state, mail_zip, deadline_on, deadline_reason)
  SELECT submission_id, pg_temp.public_of('submission', i), 'S-' || upper(substr(md5('reference' || i), 1, 4) || '-' || substr(md5('reference' || i), 5, 6)), kind, ${drawn(CHANNELS, 'i', 20, '"SubmissionChannel"')}, language, received_at,
    CASE WHEN pg_temp.roll(i, 21, 3) = 0 THEN 'parent' ELSE 'self' END, ${given('i')}, ${family('i')}, 'person.' || i || '@example.com', ${phone('i')}, ARRAY['full_record', 'covid_record']::"RecordKind"[], 'mail',
    ${given('i')} || ' ' || ${family('i')}, (1 + pg_temp.roll(i, 22, 900)) || ' Example Street', ${oneOf(TOWNS, 'i', 23)}, 'CT', '06' || lpad(pg_temp.roll(i, 24, 1000)::text, 3, '0'), deadline_on, CASE WHEN deadline_on IS NOT NULL THEN 'School starts' END
  FROM scale WHERE i = submission ORDER BY i`;

const subjects = `
  INSERT INTO submission_subjects (id, public_id, submission_id, position, given, family, birth_on, sex, phone)
  SELECT subject_id, pg_temp.public_of('subject', i), submission_id, 1 + (i - submission)::int, ${given('i')}, ${family('submission')}, ${born('i')}, (ARRAY['F', 'M'])[1 + i % 2]::"Sex", ${phone('i')} FROM scale ORDER BY i`;

/** An ID with nearly every request, something more with every third. */
const documents = `
  INSERT INTO documents (id, public_id, submission_id, kind, file_name, size, sha256, media_type, state, scan, received_at)
  SELECT pg_temp.id_of(received_at, 'document', 2 * i + nth), pg_temp.public_of('document', 2 * i + nth), submission_id, d.kind, d.kind || '.jpg', 180000 + pg_temp.roll(i, 30, 900000), sha256(int8send(2 * i + nth)), 'image/jpeg', 'ready', 'clean', received_at
  FROM scale CROSS JOIN LATERAL (VALUES (0, 'photo_id'), (1, CASE WHEN pg_temp.roll(i, 31, 2) = 0 THEN 'vaccination_proof' ELSE 'birth_certificate' END)) d (nth, kind)
  WHERE i = submission AND (nth = 0 AND pg_temp.roll(i, 32, 100) < 94 OR nth = 1 AND pg_temp.roll(i, 33, 100) < 34)`;

/** In the order they came, so that numbers run as in life. */
const cases = `
  INSERT INTO cases (id, public_id, subject_id, submission_id, kind, state, language, received_at, received_on, target_days, due_at, deadline_on, deadline_reason, deadline_proven_by_id, deadline_proven_at, deadline_proof, patient_id, created_at, closed_at, version)
  SELECT id, pg_temp.public_of('case', i), subject_id, submission_id, kind, state, language, received_at, received_on, target_days, due_at, deadline_on, CASE WHEN deadline_on IS NOT NULL THEN 'School starts' END,
    CASE WHEN deadline_on IS NOT NULL AND proven THEN worker_id END, CASE WHEN deadline_on IS NOT NULL AND proven THEN received_at END, CASE WHEN deadline_on IS NOT NULL AND proven THEN 'the school, by phone' END,
    CASE WHEN state IN ('ready_to_send', 'needs_second_review') OR outcome IN ('fixed', 'copy_sent', 'doses_added') OR state = 'in_progress' AND i % 2 = 0 THEN pg_temp.id_of(${LONG_AGO}, 'patient', patient) END,
    received_at, closed_at, CASE WHEN state = 'new' THEN 0 ELSE 3 END
  FROM scale ORDER BY i`;

const CLAIM = 'INSERT INTO case_claims (id, case_id, staff_id, at, seen_at, released_at, release_reason)';
const heldClaims = (p: ScalePlan): string => `
  ${CLAIM} SELECT pg_temp.id_of(received_at, 'claim', i), id, worker_id, greatest(received_at, timestamptz '${p.at.toISOString()}' - interval '3 hours'), timestamptz '${p.at.toISOString()}' - make_interval(secs => pg_temp.roll(i, 40, 1200)), NULL, NULL FROM scale WHERE held`;
const endedClaims = `
  ${CLAIM} SELECT pg_temp.id_of(received_at, 'claim', i), id, worker_id, received_at, closed_at, closed_at, 'closed' FROM scale WHERE NOT open`;

const waits = (p: ScalePlan): string => `
  INSERT INTO case_waits (id, case_id, state, reason, stops_clock, from_at, until_at, wake_on, by_id)
  SELECT pg_temp.id_of(received_at, 'wait', i), id, CASE WHEN open THEN state ELSE 'waiting_on_requester' END, CASE WHEN open AND state = 'waiting_on_provider' THEN 'Asked the practice for its record' ELSE 'A clearer photo of the ID' END,
    NOT open OR state = 'waiting_on_requester', received_at + interval '1 minute', CASE WHEN NOT open THEN greatest(closed_at, received_at + interval '2 minutes') END,
    CASE WHEN state = 'on_hold' AND i % 2 = 0 THEN date '${p.at.toISOString().slice(0, 10)}' + 1 + pg_temp.roll(i, 41, 20) END, worker_id
  FROM scale WHERE state IN ('waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold') OR NOT open AND pg_temp.roll(i, 42, 100) < 14`;

const closures = `
  INSERT INTO case_closures (id, case_id, outcome, reason, by_id, at)
  SELECT pg_temp.id_of(closed_at, 'closure', i), id, outcome, CASE WHEN outcome NOT IN ('fixed', 'copy_sent', 'doses_added') THEN 'As the requester was told' END, worker_id, closed_at FROM scale WHERE NOT open`;

const reviews = `
  INSERT INTO document_reviews (id, document_id, case_id, decision, ticks, reasons, facts, by_id, at)
  SELECT pg_temp.id_of(s.received_at, 'review', s.i), pg_temp.id_of(s.received_at, 'document', 2 * s.i), s.id, (CASE WHEN returned THEN 'returned' ELSE 'accepted' END)::"ReviewDecision", '{"readable": true}',
    CASE WHEN returned THEN ARRAY['ID-02'] ELSE ARRAY[]::text[] END, '{}', s.worker_id, coalesce(s.closed_at, s.received_at)
  FROM scale s CROSS JOIN LATERAL (SELECT s.state = 'waiting_on_requester' AS returned) r
  WHERE s.i = s.submission AND pg_temp.roll(s.i, 32, 100) < 94 AND (NOT s.open OR s.state <> 'new' AND pg_temp.roll(s.i, 50, 100) < 70)`;

const notes = `
  INSERT INTO case_notes (id, public_id, case_id, text, by_id, at)
  SELECT pg_temp.id_of(received_at, 'note', i), pg_temp.public_of('note', i), id, 'Called, no answer; will try once more', worker_id, received_at FROM scale WHERE pg_temp.roll(i, 51, 100) < 8`;

const escalations = `
  INSERT INTO case_escalations (id, case_id, reason, by_id, at) SELECT pg_temp.id_of(received_at, 'escalation', i), id, 'Two decrees name different guardians', worker_id, received_at
  FROM scale WHERE open AND state <> 'new' AND pg_temp.roll(i, 52, 200) = 0`;

/** Whoever got a copy; of the open ones those that wait for the printer or failed on their way. */
const SENT = "(outcome = 'copy_sent' OR state = 'ready_to_send')";
const releases = `
  INSERT INTO record_releases (id, public_id, case_id, patient_id, patient_version, records, channel, recipient_name, address_lines, address_source, authority, needs_second, prepared_by_id, prepared_at, approved_by_id, approved_at)
  SELECT pg_temp.id_of(received_at, 'release', i), pg_temp.public_of('release', i), id, pg_temp.id_of(${LONG_AGO}, 'patient', patient), 0, ARRAY['full_record']::"RecordKind"[], 'mail', ${given('i')} || ' ' || ${family('i')}, ARRAY['88 Example Street', 'New Britain, CT 06051'], 'accepted_id',
    '{"rule": "self", "version": "2026-11-01", "facts": []}', false, worker_id, received_at, worker_id, received_at
  FROM scale WHERE ${SENT}`;
const dispatches = `
  INSERT INTO dispatches (id, public_id, code, release_id, channel, purpose, state, queued_at, printed_at, confirmed_at, confirmed_by_id)
  SELECT pg_temp.id_of(received_at, 'dispatch', i), pg_temp.public_of('dispatch', i), 'M-S-' || lpad(i::text, 7, '0'), pg_temp.id_of(received_at, 'release', i), 'mail', 'record', sent, received_at,
    CASE WHEN sent IN ('printed', 'confirmed') THEN coalesce(closed_at, received_at) END, CASE WHEN sent = 'confirmed' THEN closed_at END, CASE WHEN sent = 'confirmed' THEN worker_id END
  FROM scale CROSS JOIN LATERAL (SELECT (CASE WHEN NOT open THEN 'confirmed' WHEN pg_temp.roll(i, 60, 100) < 6 THEN 'failed' WHEN pg_temp.roll(i, 60, 100) < 40 THEN 'printed' ELSE 'queued' END)::"DispatchState" AS sent) d
  WHERE ${SENT}`;

type Statement = readonly [what: string, sql: string];

/** Named, so that a slow or refused one says which it was. */
export const statements = (p: ScalePlan): readonly Statement[] => [
  ['staff', staff(p)],
  ['plan', plan(p)],
  ['plan, analyzed', 'ANALYZE scale'],
  ['patients', patients(p)],
  ['patient names', patientNames(p)],
  ['submissions', submissions],
  ['subjects', subjects],
  ['documents', documents],
  ['cases', cases],
  ['ended claims', endedClaims],
  ['waits', waits(p)],
  ['closures', closures],
  ['reviews', reviews],
  ['notes', notes],
  ['escalations', escalations],
  ['releases', releases],
];

/** With every index back, because triggers look things up for each row: the claims of a case, its latest dispatch. */
export const statementsWithIndexes = (p: ScalePlan): readonly Statement[] => [
  ['loaded, analyzed', 'ANALYZE cases; ANALYZE record_releases'],
  ['open claims', heldClaims(p)],
  ['dispatches', dispatches],
];
