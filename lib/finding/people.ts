/** The two stages of a search: index-only rows, ranked by name and birth; then the few who are left, read whole and judged. */
import type { CaseKind } from '@/lib/policies/case-kinds';
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import type { CaseState } from '@/lib/cases/types';
import { nameKey } from '@/lib/patients/matching/normalise';
import { db } from '@/lib/platform/db';
import { answers, fitBirth, fitName, listenerFor, standing, type BirthFit, type Listener, type NameFit } from './fit';
import { probesFor } from './probes';
import type { Question } from './question';
import { birthReasons, nameReasons, type FoundContact, type FoundName, type Reason } from './reasons';

/** Read whole; twice what is shown, since some of them nobody may see. */
const MOST_READ = 50;
const FORM_MEMORY = 2000;

export type FoundCase = { readonly number: number; readonly kind: CaseKind; readonly state: CaseState; readonly receivedOn: string };
export type FoundPerson = {
  readonly id: string;
  readonly publicId: string;
  readonly name: FoundName | null;
  readonly birthOn: string | null;
  readonly town: string | null;
  readonly cases: readonly FoundCase[];
  readonly reasons: readonly Reason[];
  readonly standing: number;
};

type Candidate = { id: string; standing: number };

/** Within one search the same few surnames come again and again. */
function remembering(listener: Listener): (family: string, given: string) => NameFit {
  const known = new Map<string, NameFit>();
  return (family, given) => {
    const key = `${family}\t${given}`;
    const found = known.get(key) ?? fitName(listener, { family, given });
    if (known.size < FORM_MEMORY) known.set(key, found);
    return found;
  };
}

/** Who may be meant, the likeliest first; ids alone. */
export async function findCandidates(question: Question, sure: readonly string[] = []): Promise<string[]> {
  const statement = probesFor(question);
  const [answer] = statement === null ? [] : await db().$queryRaw<{ rows: string | null }[]>(statement);
  const [fit, best] = [remembering(listenerFor(question)), new Map<string, Candidate>()];
  for (const id of sure) best.set(id, { id, standing: 100 });
  for (const row of answer?.rows?.split('\n') ?? []) {
    const [id = '', family = '', given = '', born = ''] = row.split('\t');
    // A contact's row has no name: whoever carries it is read, and judged then.
    const named = family === '-' && given === '-' ? null : question.words.length === 0 ? null : fit(family, given);
    const contact = family === '-' && given === '-';
    const score = contact ? 15 : standing(named, fitBirth(question, born === '' ? null : born));
    if (!contact && !answers(named, fitBirth(question, born === '' ? null : born))) continue;
    if ((best.get(id)?.standing ?? -1) < score) best.set(id, { id, standing: score });
  }
  return [...best.values()].sort((a, b) => b.standing - a.standing || (a.id < b.id ? -1 : 1)).slice(0, MOST_READ).map(({ id }) => id);
}

type Row = {
  id: string;
  publicId: string;
  restriction: string | null;
  birthOn: string | null;
  names: FoundName[] | null;
  town: string | null;
  cases: FoundCase[] | null;
  contacts: FoundContact[] | null;
  lived: boolean | null;
};

const readRows = (ids: readonly string[], question: Question): Promise<Row[]> => db().$queryRaw<Row[]>`
  SELECT p.id, p.public_id AS "publicId", p.restriction, p.birth_on AS "birthOn",
    (SELECT json_agg(json_build_object('use', n.use, 'given', n.given, 'family', n.family, 'hidden', n.hidden) ORDER BY n.use, n.added_at DESC) FROM patient_names n WHERE n.patient_id = p.id) AS names,
    (SELECT a.city FROM patient_addresses a WHERE a.patient_id = p.id AND a.current LIMIT 1) AS town,
    (SELECT json_agg(json_build_object('number', c.number, 'kind', c.kind, 'state', c.state, 'receivedOn', c.received_on) ORDER BY c.number DESC) FROM cases c WHERE c.patient_id = p.id) AS cases,
    (SELECT json_agg(json_build_object('kind', k.kind, 'owner', k.owner, 'past', k.ended_at IS NOT NULL)) FROM patient_contacts k WHERE k.patient_id = p.id AND k.normalized = ANY (${[...question.phones, ...question.emails]}::text[])) AS contacts,
    (SELECT bool_or(a.current) FROM patient_addresses a WHERE a.patient_id = p.id AND a.street = ${question.home?.street ?? ''} AND left(a.zip, 5) = ${question.home?.zip ?? ''}) AS lived
  FROM unnest(${[...ids]}::uuid[]) AS w (id) JOIN patients p ON p.id = w.id`;

type BestName = { readonly name: FoundName | null; readonly fit: NameFit | null };

/** The current name where it says as much as another does. */
function bestName(listener: Listener, names: readonly FoundName[]): BestName {
  if (listener.asked.length === 0) return { name: null, fit: null };
  const fits = names.map((name) => ({ name, fit: fitName(listener, { family: nameKey(name.family), given: nameKey(name.given) }) }));
  return fits.reduce<BestName>((best, next) => (next.fit.worth > (best.fit?.worth ?? -1) ? next : best), { name: null, fit: null });
}

const CONTACT_WORTH = 6;

function judged(question: Question, listener: Listener, row: Row, numbers: readonly Reason[]): FoundPerson | null {
  const names = row.names ?? [];
  const { name, fit } = bestName(listener, names);
  const birth: BirthFit | null = fitBirth(question, row.birthOn);
  const sure: Reason[] = [...numbers, ...(row.contacts ?? []).map((contact): Reason => ({ why: 'contact', contact })), ...(row.lived === null ? [] : [{ why: 'home', past: !row.lived } as const])];
  const asked = question.words.length > 0 || question.births.length > 0;
  const suits = asked && answers(question.words.length === 0 ? null : fit, birth);
  if (!suits && sure.length === 0) return null;
  return {
    id: row.id,
    publicId: row.publicId,
    name: names.find(({ use, hidden }) => use === 'current' && !hidden) ?? names.find(({ hidden }) => !hidden) ?? null,
    birthOn: row.birthOn,
    town: row.town,
    cases: row.cases ?? [],
    reasons: [...nameReasons(fit, name), ...birthReasons(birth), ...sure],
    standing: standing(fit, birth) + CONTACT_WORTH * sure.length,
  };
}

/** Whom a number of theirs names, beside what else was asked. */
export type Numbered = ReadonlyMap<string, readonly Reason[]>;

/** Everybody who may be meant and whom this person may see, the likeliest first. Logs nothing: whoever hands it out does. */
export async function findPeople(actor: StaffActor, question: Question, numbered: Numbered = new Map()): Promise<FoundPerson[]> {
  const ids = await findCandidates(question, [...numbered.keys()]);
  if (ids.length === 0) return [];
  const listener = listenerFor(question);
  const rows = (await readRows(ids, question)).filter((row) => maySee(actor, row));
  const people = rows.flatMap((row) => judged(question, listener, row, numbered.get(row.id) ?? []) ?? []);
  return people.sort((a, b) => b.standing - a.standing || (a.publicId < b.publicId ? -1 : 1));
}
