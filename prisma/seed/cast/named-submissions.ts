/** What the people with names of their own sent: the cases of screenshots, tests and the tour. */
import { addDays, officeDate, officeInstant } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { Random } from '../random';
import type { LicenseFacts } from '../specimens/types';
import { reference } from './progress';
import type { CastDocument, CastProgress, CastSubject, CastSubmission } from './submission-types';

type Scene = { readonly today: CalendarDate; readonly chance: Random };
type Sent = Partial<CastSubmission> & Pick<CastSubmission, 'key' | 'kind' | 'receivedAt' | 'relation' | 'requester' | 'subjects' | 'documents'>;

const progress = (with_: Partial<CastProgress>): CastProgress => ({
  state: 'new', outcome: null, staffKey: null, claimedAt: null, linked: false, wait: null, secondReview: null, corrections: [], closedAt: null, closedReason: null, duplicateOf: null, note: null, ...with_,
});

const sent = (one: Sent, chance: Random): CastSubmission => ({
  caseNumber: null, reference: reference(chance.fork(one.key)), channel: 'form', language: 'en', organization: null, email: null, phone: null, wants: ['full_record'], delivery: 'portal', mailTo: null, faxNumber: null, deadline: null, message: null, progress: progress({}), ...one,
});

const subject = (one: Partial<CastSubject> & Pick<CastSubject, 'given' | 'family' | 'sex' | 'patientKey'>, birth: string): CastSubject => ({
  middle: null, suffix: null, phone: null, email: null, address: null, defect: null, ...one, birthOn: birth as PartialDate,
});

const paper = (one: Pick<CastDocument, 'kind' | 'specimen'> & Partial<CastDocument>): CastDocument => ({ look: 'photo', format: 'image', facts: {}, review: null, ...one });
const accepted = { decision: 'accepted', reasons: [] } as const;

const LARKSPUR = { line1: '27 Larkspur Ln', line2: null, city: 'Hamden', state: 'CT', zip: '06514' };

function katarzyna({ today, chance }: Scene): CastSubmission {
  const facts: LicenseFacts = { name: { given: 'Katarzyna', middle: 'Maria', family: 'Nowak-Bell' }, birthOn: '1994-03-05' as CalendarDate, sex: 'F', address: LARKSPUR, issuedOn: '2021-03-12' as CalendarDate, expiresOn: '2029-03-05' as CalendarDate, height: 66, eyes: 'BRO' };
  const card = { name: facts.name, birthOn: facts.birthOn, doses: [{ vaccine: 'Pfizer', lot: 'EW0172', date: '4/16/21', by: 'Millrace Phcy' }, { vaccine: 'Pfizer', lot: 'ER8737', date: '5/7/21', by: 'Millrace Phcy' }, { vaccine: 'Pfizer', lot: 'FK9893', date: '12/4/21', by: 'NHHD' }, { vaccine: 'Pfizer biv.', lot: 'GH9694', date: '10/12/22', by: 'NHHD' }] };
  const received = officeInstant(addDays(today, -7), 9, 12);
  return sent(
    {
      key: 'katarzyna', caseNumber: 2041, kind: 'record_not_found', receivedAt: received, relation: 'self', requester: { given: 'Katarzyna', family: 'Nowak-Bell' }, email: 'k.nowakbell@example.com', phone: '(860) 555-0134',
      subjects: [subject({ given: 'Katarzyna', family: 'Nowak-Bell', sex: 'F', phone: '(860) 555-0134', email: 'k.nowakbell@example.com', address: LARKSPUR, patientKey: 'katarzyna-nowak', defect: 'three_fields' }, '1994-03-05')],
      wants: ['full_record', 'covid_record'], delivery: 'mail', mailTo: { name: 'Katarzyna Nowak-Bell', ...LARKSPUR }, deadline: { on: addDays(today, 8), reason: 'College' }, message: 'I tried the portal four times. I married in 2023 and moved from New Haven.',
      documents: [
        paper({ kind: 'photo_id', specimen: { kind: 'license_front', facts }, facts: { expiresOn: facts.expiresOn, showsBirthDate: true, holder: 'subject' }, review: accepted }),
        paper({ kind: 'supporting_id', specimen: { kind: 'license_back', facts }, review: accepted }),
        paper({ kind: 'vaccination_proof', specimen: { kind: 'covid_card', facts: card } }),
      ],
      progress: progress({ state: 'in_progress', staffKey: 'dana-whitfield', claimedAt: officeInstant(addDays(today, -1), 15, 4) }),
    },
    chance,
  );
}

/** Her card: a row the registry has two days earlier, one whose day cannot be read, one with a month only. */
const AMARAS_CARD = [{ vaccine: 'Varivax', date: '2/22/23', lot: 'T031556', by: 'RK' }, { vaccine: 'MMR II', date: '2/22/23', by: 'RK' }, { vaccine: 'DTaP', date: '5/3?/23', lot: 'C6019AA', by: 'RK' }, { vaccine: 'Havrix', date: '8/30/23', lot: '9L2K5', by: 'JM' }, { vaccine: 'flu', date: 'Oct 2023', by: 'JM' }] as const;

function amara({ today, chance }: Scene): CastSubmission {
  const home = { line1: '9 Candlewright St', line2: null, city: 'West Hartford', state: 'CT', zip: '06110' };
  const [father, birthOn] = [{ given: 'Tunde', family: 'Okafor' }, '2022-02-11' as CalendarDate];
  const facts: LicenseFacts = { name: father, birthOn: '1989-07-19' as CalendarDate, sex: 'M', address: home, issuedOn: addDays(today, -60), expiresOn: '2031-07-19' as CalendarDate, height: 71, eyes: 'BRO' };
  return sent(
    {
      key: 'amara', caseNumber: 2036, kind: 'out_of_state_update', receivedAt: officeInstant(addDays(today, -6), 12, 41), relation: 'parent', requester: father, email: 'tunde.okafor@example.com', phone: '(860) 555-0142',
      subjects: [subject({ given: 'Amara', family: 'Okafor-Hale', sex: 'F', phone: '(860) 555-0142', email: 'tunde.okafor@example.com', address: home, patientKey: 'amara-okafor-hale' }, birthOn)],
      delivery: 'mail', mailTo: { name: 'Tunde Okafor', ...home }, deadline: { on: addDays(today, 41), reason: 'Kindergarten' }, message: 'We lived in Ohio from late 2022 to this summer. Her card is attached.',
      documents: [
        paper({ kind: 'photo_id', specimen: { kind: 'license_front', facts }, facts: { expiresOn: facts.expiresOn, showsBirthDate: true, holder: 'requester' }, review: accepted }),
        paper({ kind: 'vaccination_proof', specimen: { kind: 'child_card', facts: { name: { given: 'Amara', family: 'Okafor-Hale' }, birthOn, practice: 'Maple Grove Pediatrics, Columbus OH', doses: AMARAS_CARD } }, review: accepted }),
        paper({ kind: 'residence_proof', look: 'scan', format: 'pdf', specimen: { kind: 'lease', facts: { landlord: 'Hatmaker Homes LLC', tenant: father, address: home, fromOn: addDays(today, -115), untilOn: addDays(today, 249), monthlyCents: 189_500 } }, review: accepted }),
      ],
      progress: progress({ state: 'in_progress', staffKey: 'dana-whitfield', claimedAt: officeInstant(addDays(today, -1), 10, 21), linked: true }),
    },
    chance,
  );
}

function lukasz({ today, chance }: Scene): CastSubmission {
  const name = { given: 'Nguyễn Łukasz', family: 'Ñuñez-O’Brien 李' };
  const home = { line1: '130 Fernwhistle Ter', line2: 'Apt 4B', city: 'Stamford', state: 'CT', zip: '06902' };
  const facts: LicenseFacts = { name, birthOn: '1987-12-01' as CalendarDate, sex: 'M', address: home, issuedOn: addDays(today, -800), expiresOn: addDays(today, 2100), height: 69, eyes: 'BLK' };
  return sent(
    {
      key: 'lukasz', kind: 'record_not_found', receivedAt: officeInstant(addDays(today, -1), 20, 15), relation: 'self', requester: { given: 'Nguyen Lukasz', family: 'Nunez-O’Brien' }, email: 'lukasz.no@example.org', phone: '(475) 555-0160',
      subjects: [subject({ given: 'Nguyen Lukasz', family: 'Nunez-O’Brien', sex: 'M', phone: '(475) 555-0160', email: 'lukasz.no@example.org', address: home, patientKey: 'nguyen-nunez-obrien', defect: 'diacritics_lost' }, '1987-12-01')],
      message: 'Your form would not take my name as it is written.',
      documents: [paper({ kind: 'photo_id', specimen: { kind: 'license_front', facts }, facts: { expiresOn: facts.expiresOn, showsBirthDate: true, holder: 'subject' } })],
    },
    chance,
  );
}

function hannah({ today, chance }: Scene): CastSubmission {
  const home = { line1: '41 Kestrel Rise Rd', line2: null, city: 'Norwich', state: 'CT', zip: '06360' };
  const [guardian, child, birthOn] = [{ given: 'Nicole', family: 'Sorrell' }, { given: 'Hannah', middle: 'June', family: 'Sorrell' }, '2015-06-09' as CalendarDate];
  const facts: LicenseFacts = { name: guardian, birthOn: '1981-09-30' as CalendarDate, sex: 'F', address: home, issuedOn: addDays(today, -1200), expiresOn: addDays(today, 1700), height: 64, eyes: 'HAZ' };
  const decree = { court: 'Court of Probate, Specimen District', docket: '24-00317-S', child, childBornOn: birthOn, guardian, decidedOn: '2024-05-02' as CalendarDate };
  return sent(
    {
      key: 'hannah', kind: 'record_not_found', receivedAt: officeInstant(addDays(today, -5), 16, 31), relation: 'guardian', requester: guardian, email: 'nicole.sorrell@example.com', phone: '(860) 555-0117',
      subjects: [subject({ ...child, sex: 'F', phone: '(860) 555-0117', email: 'nicole.sorrell@example.com', address: home, patientKey: 'hannah-sorrell', defect: 'new_phone' }, birthOn)],
      message: 'I am her aunt and legal guardian since May 2024.',
      documents: [
        paper({ kind: 'photo_id', specimen: { kind: 'license_front', facts }, facts: { expiresOn: facts.expiresOn, showsBirthDate: true, holder: 'requester' }, review: accepted }),
        paper({ kind: 'guardianship', look: 'scan', format: 'pdf', specimen: { kind: 'guardianship_decree', facts: decree }, facts: { basis: 'decree' } }),
      ],
      progress: progress({ state: 'in_progress', staffKey: 'kofi-mensah', claimedAt: officeInstant(addDays(today, -1), 11, 47), linked: true }),
    },
    chance,
  );
}

function liam({ today, chance }: Scene): CastSubmission {
  const home = { line1: '58 Lanternfield Dr', line2: null, city: 'Glastonbury', state: 'CT', zip: '06033' };
  const mother = { given: 'Margit', family: 'Achterberg' };
  const facts: LicenseFacts = { name: mother, birthOn: '1979-01-28' as CalendarDate, sex: 'F', address: home, issuedOn: addDays(today, -1000), expiresOn: addDays(today, 1900), height: 67, eyes: 'BLU' };
  const eighteenth = addDays(today, 12);
  const birth = `${Number(eighteenth.slice(0, 4)) - 18}${eighteenth.slice(4) === '-02-29' ? '-02-28' : eighteenth.slice(4)}`;
  return sent(
    {
      key: 'liam', kind: 'record_request', receivedAt: officeInstant(addDays(today, -1), 13, 20), relation: 'parent', requester: mother, email: 'achterberg.family@example.com', phone: '(860) 555-0155',
      subjects: [subject({ given: 'Liam', middle: 'Pieter', family: 'Achterberg', sex: 'M', phone: '(860) 555-0155', email: 'achterberg.family@example.com', address: home, patientKey: 'liam-achterberg' }, birth)],
      delivery: 'mail', mailTo: { name: 'Margit Achterberg', ...home }, deadline: { on: addDays(today, 20), reason: 'College' }, message: 'For his dormitory form, please.',
      documents: [paper({ kind: 'photo_id', specimen: { kind: 'license_front', facts }, facts: { expiresOn: facts.expiresOn, showsBirthDate: true, holder: 'requester' } })],
    },
    chance,
  );
}

export function namedSubmissions(now: Date, chance: Random): CastSubmission[] {
  const scene = { today: officeDate(now), chance };
  return [katarzyna(scene), amara(scene), lukasz(scene), hannah(scene), liam(scene)];
}
