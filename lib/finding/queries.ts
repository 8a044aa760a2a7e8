import { can } from '@/lib/access/actor';
import type { AuditEntry } from '@/lib/audit/events';
import { look } from '@/lib/look';
import { now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import { done } from '@/lib/platform/outcome';
import { reasonWords, shapeOf } from './labels';
import { findNumbered, type LooseCase } from './numbers';
import { findPeople, type FoundPerson } from './people';
import { questionOf } from './question';
import { searchSchema } from './schema';

const MOST_SHOWN = 20;

const nameOf = ({ name }: FoundPerson): string => (name === null ? 'Name not shown' : `${name.given} ${name.family}`.trim());

/** What a role needs to choose the right person: an agent sees that a record exists, its cases and their dates, no doses and no contacts. */
const hitOf = (person: FoundPerson, town: boolean) => ({
  patientId: person.publicId,
  name: nameOf(person),
  birthOn: person.birthOn,
  town: town ? person.town : null,
  why: reasonWords(person.reasons),
  cases: person.cases,
});

/** The search itself is logged, its shape and whom it showed, and each person as looked at. */
const entriesFor = (shape: string[], shown: readonly FoundPerson[], cases: readonly LooseCase[]): AuditEntry[] => [
  { event: 'patient.searched', details: { shape, shown: shown.map(({ publicId }) => publicId) } },
  ...shown.map(({ id }): AuditEntry => ({ event: 'patient.viewed', patientId: id, details: { part: 'search_result' } })),
  ...cases.map(({ id }): AuditEntry => ({ event: 'case.viewed', caseId: id, details: { step: 'search_result' } })),
];

/** Finds people by whatever was said of them, in any order; each with the reason why they are there. */
export const searchPatients = look({
  name: 'patient.search',
  input: searchSchema,
  rate: 'person_search',
  run: async (actor, input) => {
    const question = questionOf(input, officeDate(now()));
    const { people, cases } = await findNumbered(actor, question);
    const found = await findPeople(actor, question, people);
    const shown = found.slice(0, MOST_SHOWN);
    return {
      outcome: done({ hits: shown.map((person) => hitOf(person, can(actor, 'case.view'))), more: found.length > MOST_SHOWN, cases: cases.map(({ id: _, ...rest }) => ({ ...rest, receivedOn: String(rest.receivedOn) })) }),
      entries: entriesFor(shapeOf(question), shown, cases),
    };
  },
});
