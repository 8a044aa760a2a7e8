/** Which documents come with a request, and what they say. An ID agrees with what was submitted, as honest ones do. */
import { addDays } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Random } from '../random';
import type { LicenseFacts, PersonName, PostalAddress, Specimen, SpecimenLook } from '../specimens/types';
import { dayFirst, jotted } from '../specimens/writing';
import { birthDate } from './defects';
import { heritageOf, sexOfName } from './heritage';
import type { HeritageName } from './heritage';
import type { Plan } from './submission-plan';
import type { CastDocument, CastReview, CastSubject } from './submission-types';
import { EMPLOYERS, OFFICES } from './submission-words';

export type Paper = { readonly plan: Plan; readonly subject: CastSubject; readonly requester: PersonName; readonly address: PostalAddress; readonly message: string; readonly language: 'en' | 'es'; readonly today: CalendarDate; readonly chance: Random };

const EYES = ['BRO', 'BRO', 'BLU', 'GRN', 'HAZ'] as const;
type Rest = Partial<Pick<CastDocument, 'look' | 'format' | 'facts' | 'review'>>;
const document = (kind: CastDocument['kind'], specimen: Specimen, rest: Rest = {}): CastDocument => ({ kind, specimen, look: 'photo', format: 'image', facts: {}, review: null, ...rest });
const scanned: Rest = { look: 'scan', format: 'pdf' };

export const nameOf = ({ given, middle, family, suffix }: CastSubject): PersonName => ({ given, middle, family, suffix });
const byRequester = ({ plan }: Paper): boolean => plan.relation !== 'self';
const adultBirth = (paper: Paper): CalendarDate => (byRequester(paper) ? addDays(paper.today, -paper.chance.int(10500, 18000)) : birthDate(paper.subject, addDays(paper.today, -14000)));

/** Licences run eight years in Connecticut and end on a birthday; one that ended long ago shows nobody. */
function license(paper: Paper, expired: boolean): LicenseFacts {
  const { requester, address, subject, today, chance } = paper;
  const birthOn = adultBirth(paper);
  const year = Number(today.slice(0, 4)) + (expired ? -2 : chance.int(1, 6));
  const expiresOn = `${year}-${birthOn.slice(5) === '02-29' ? '02-28' : birthOn.slice(5)}` as CalendarDate;
  const issuedOn = addDays(expiresOn, -2900 - chance.int(0, 20));
  return { name: requester, birthOn, sex: (byRequester(paper) ? sexOfName(requester.given) : subject.sex) ?? 'X', address, issuedOn: issuedOn < today ? issuedOn : addDays(today, -30), expiresOn, height: chance.int(60, 76), eyes: chance.pick(EYES) };
}

/** What a reviewer has said by now: nothing of new cases, yes to whatever else has moved on. */
const accepted = ({ state, outcome }: Plan): CastReview | null => (state === 'new' || outcome === 'spam' || outcome === 'duplicate' || outcome === 'withdrawn' ? null : { decision: 'accepted', reasons: [] });

type Country = { readonly code: string; readonly name: string; readonly place: string };
const HOME: Country = { code: 'USA', name: 'United States of America', place: 'Ohio, U.S.A.' };
const ABROAD_BORN: Readonly<Partial<Record<HeritageName, Country>>> = {
  polish: { code: 'POL', name: 'Poland', place: 'Kraków' },
  portuguese: { code: 'BRA', name: 'Brazil', place: 'Belo Horizonte' },
  vietnamese: { code: 'VNM', name: 'Viet Nam', place: 'Đà Nẵng' },
  south_asian: { code: 'IND', name: 'India', place: 'Pune' },
  chinese: { code: 'CHN', name: 'China', place: 'Suzhou' },
};

function countryOf(family: string): Country {
  const heritage = heritageOf(family);
  return (heritage === null ? undefined : ABROAD_BORN[heritage]) ?? HOME;
}

function passportOf(paper: Paper): CastDocument {
  const { code, name, place } = countryOf(paper.requester.family);
  const [issuedOn, expiresOn] = [addDays(paper.today, -1400), addDays(paper.today, 2200)];
  const facts = { country: { code, name }, name: paper.requester, birthOn: adultBirth(paper), birthPlace: place, sex: paper.subject.sex ?? 'X', issuedOn, expiresOn } as const;
  return document('photo_id', { kind: 'passport', facts }, { facts: { expiresOn, showsBirthDate: true, holder: 'subject' }, review: accepted(paper.plan) });
}

function returned(plan: Plan, chance: Random): CastReview | null {
  if (plan.state !== 'waiting_on_requester') return null;
  return { decision: 'returned', reasons: [plan.relation === 'employer' ? 'RE-06' : plan.relation === 'power_of_attorney' ? 'PA-02' : chance.pick(['ID-02', 'ID-05'])] };
}

function identity(paper: Paper): CastDocument[] {
  const { plan, chance } = paper;
  const back = returned(plan, chance);
  const onId = back !== null && back.reasons.some((reason) => reason.startsWith('ID')) ? back : null;
  if (onId === null && plan.kind === 'out_of_state_update' && plan.relation === 'self') return [passportOf(paper)];
  const facts = license(paper, onId?.reasons[0] === 'ID-05');
  const look: SpecimenLook = onId?.reasons[0] === 'ID-02' ? 'poor_photo' : plan.channel === 'form' ? 'photo' : 'scan';
  const holder = byRequester(paper) ? 'requester' : 'subject';
  const front = document('photo_id', { kind: 'license_front', facts }, { look, facts: { expiresOn: facts.expiresOn, showsBirthDate: true, holder }, review: onId ?? accepted(plan) });
  return chance.chance(0.4) ? [front, document('supporting_id', { kind: 'license_back', facts }, { look: look === 'poor_photo' ? 'photo' : look, review: accepted(plan) })] : [front];
}

function family(paper: Paper): CastDocument[] {
  const { plan, subject, requester, address, today, chance } = paper;
  const bornOn = birthDate(subject, addDays(today, -2000));
  const review = accepted(plan);
  if (plan.relation === 'guardian') {
    const facts = { court: 'Court of Probate, Specimen District', docket: `25-${String(chance.int(100, 899))}-S`, child: nameOf(subject), childBornOn: bornOn, guardian: requester, decidedOn: addDays(today, -chance.int(200, 900)) };
    return [document('guardianship', { kind: 'guardianship_decree', facts }, { ...scanned, facts: { basis: 'decree' }, review })];
  }
  if (plan.relation === 'power_of_attorney') {
    const covers = plan.state !== 'waiting_on_requester';
    const facts = { principal: nameOf(subject), principalAddress: subject.address ?? address, agent: requester, signedOn: addDays(today, -chance.int(100, 1500)), town: address.city, coversRecords: covers };
    return [document('power_of_attorney', { kind: 'power_of_attorney', facts }, { ...scanned, facts: { coversRecords: covers, springing: 'no' }, review: returned(plan, chance) ?? review })];
  }
  if (plan.relation !== 'parent' || !chance.chance(0.45)) return [];
  const facts = { child: nameOf(subject), birthOn: bornOn, sex: subject.sex ?? 'X', town: address.city, parents: [requester], filedOn: addDays(bornOn, 6) } as const;
  return [document('birth_certificate', { kind: 'birth_certificate', facts }, { look: 'scan', review })];
}

const CHILD_ROWS = [['Pediarix', 'AC21B4'], ['IPOL', 'T1C47'], ['Prevnar', 'FA2297'], ['ActHib', 'UJ883AA'], ['DTaP', 'C6019AA'], ['Rotarix', '4T9K2']] as const;
const CARD_COUNTRY: Readonly<Partial<Record<HeritageName, 'poland' | 'brazil' | 'dominican_republic'>>> = { polish: 'poland', portuguese: 'brazil', puerto_rican: 'dominican_republic' };
const ABROAD = [['DTP', 'A21CC'], ['OPV', '3310'], ['BCG', '120014'], ['MMR', 'M44C1']] as const;

function cardOf(paper: Paper): Specimen {
  const { plan, subject, today, chance } = paper;
  const bornOn = birthDate(subject, addDays(today, -3000));
  const name = nameOf(subject);
  const heritage = heritageOf(name.family);
  const country = heritage === null ? undefined : CARD_COUNTRY[heritage];
  if (country !== undefined && plan.who !== 'child' && plan.kind === 'out_of_state_update' && plan.outcome === null) {
    const doses = ABROAD.map(([vaccine, lot], row) => ({ vaccine, lot, date: dayFirst(addDays(bornOn, 70 + row * 160)), by: chance.pick(['M.K.', 'J.W.']) }));
    return { kind: 'foreign_card', facts: { country, name, birthOn: bornOn, doses } };
  }
  if (plan.who === 'child') {
    const given = chance.shuffle(CHILD_ROWS).slice(0, 4).map(([vaccine, lot], row) => ({ vaccine, lot, on: addDays(bornOn, 62 + row * 95), by: chance.pick(['RK', 'JM']) }));
    const doses = given.filter(({ on }) => on < today).map(({ on, ...row }) => ({ ...row, date: jotted(on) }));
    return { kind: 'child_card', facts: { name, birthOn: bornOn, practice: chance.pick(['Maple Grove Pediatrics, Columbus OH', 'Saltmarsh Pediatrics, Providence RI', 'Brassfounder Pediatrics']), doses } };
  }
  // Nobody outside a trial was given one before December 14, 2020.
  const first = (plan.outcome === 'suspected_false' ? '2020-03-02' : '2021-04-12') as CalendarDate;
  const doses = [0, 21, 230].map((days, row) => ({ vaccine: row === 2 ? 'Moderna' : 'Pfizer', lot: chance.pick(['EW0172', 'ER8737', 'FF2590', '047C21A']), date: jotted(addDays(first, days + chance.int(0, 6))), by: chance.pick(['NHHD', 'Two Rivers Phcy', 'Oxbow site']) }));
  return { kind: 'covid_card', facts: { name, birthOn: bornOn, doses } };
}

function proofs(paper: Paper): CastDocument[] {
  const { plan, requester, address, today, chance } = paper;
  const review = accepted(plan);
  const card = document('vaccination_proof', cardOf(paper), { review: plan.outcome === 'suspected_false' ? null : review });
  if (plan.kind === 'missing_doses') return [card];
  const home = plan.outcome === 'referred_elsewhere' ? { ...address, city: 'Springfield', state: 'MA', zip: '01109' } : address;
  const bill = document('residence_proof', { kind: 'utility_bill', facts: { company: 'Quillberry Light and Power', customer: requester, address: home, issuedOn: addDays(today, -chance.int(20, 60)), cents: chance.int(6200, 21900) } }, { look: 'scan', review });
  const let_ = document('residence_proof', { kind: 'lease', facts: { landlord: 'Hatmaker Homes LLC', tenant: requester, address: home, fromOn: addDays(today, -chance.int(60, 200)), untilOn: addDays(today, 200), monthlyCents: chance.int(11, 24) * 10000 } }, { ...scanned, review });
  return [card, chance.chance(0.5) ? bill : let_];
}

function releaseOf(paper: Paper, employer: string): CastDocument[] {
  const { plan, subject, today, chance } = paper;
  const back = returned(plan, chance);
  const records = chance.pick(['full_record', 'covid_record'] as const);
  const [signedOn, expiresOn] = [back === null ? addDays(today, -chance.int(3, 20)) : null, plan.outcome === 'refused' ? null : addDays(today, chance.int(60, 300))];
  const facts = { person: nameOf(subject), birthOn: birthDate(subject, addDays(today, -12000)), receiver: { name: employer, address: { line1: `${chance.int(10, 400)} Foundry Way`, city: 'Meriden', state: 'CT', zip: '06450' }, fax: '(203) 555-0190' }, records, purpose: 'Employment health file', expiresOn, signedOn, signer: nameOf(subject) };
  const refused: CastReview | null = plan.outcome === 'refused' ? { decision: 'returned', reasons: ['RE-05'] } : null;
  const { name: receiverName, address } = facts.receiver;
  const read = { records: [records], signedBy: 'subject' as const, receiverName, receiverAddress: `${address.line1}, ${address.city}, ${address.state} ${address.zip}`, expiresOn, ...(signedOn === null ? {} : { signedOn }) };
  return [document('release', { kind: 'release', facts }, { ...scanned, facts: read, review: back ?? refused ?? accepted(plan) })];
}

function letterOf({ plan, requester, address, language, message, today, chance }: Paper): CastDocument {
  const greeting = language === 'es' ? 'Estimados señores:' : 'Dear Immunization Program,';
  const thanks = language === 'es' ? 'Muchas gracias.' : 'Thank you.';
  const facts = { from: requester, address, writtenOn: addDays(today, -chance.int(2, 4)), language, paragraphs: [greeting, message, thanks] };
  return document('other', { kind: 'letter', facts }, { ...scanned, review: accepted(plan) });
}

function decreeOf({ plan, subject, requester, today, chance }: Paper): CastDocument[] {
  if (subject.defect !== 'married_name' && subject.defect !== 'hyphen_added' && subject.defect !== 'three_fields') return [];
  const before = { ...requester, family: subject.family.split('-')[0] === subject.family ? 'Barlow' : (subject.family.split('-')[0] ?? '') };
  const facts = { court: 'Court of Probate, Specimen District', docket: `24-${String(chance.int(100, 899))}-S`, before, after: requester, birthOn: birthDate(subject, addDays(today, -12000)), decidedOn: addDays(today, -chance.int(200, 1500)) };
  return chance.chance(0.5) ? [document('name_change', { kind: 'name_change_decree', facts }, { look: 'scan', review: accepted(plan) })] : [];
}

/** Everything that came with it; the telephone brings none. */
export function papersFor(paper: Paper): CastDocument[] {
  const { plan } = paper;
  if (plan.channel === 'phone' || plan.outcome === 'spam') return [];
  if (plan.relation === 'school' || plan.relation === 'provider' || plan.kind === 'other') return plan.channel === 'form' ? [] : [letterOf(paper)];
  if (plan.relation === 'employer') return releaseOf(paper, organizationFor(paper) ?? EMPLOYERS[0]);
  const letter = plan.channel === 'mail' || plan.channel === 'fax' ? [letterOf(paper)] : [];
  const more = plan.kind === 'missing_doses' || plan.kind === 'out_of_state_update' ? proofs(paper) : [];
  return [...letter, ...identity(paper), ...family(paper), ...decreeOf(paper), ...more];
}

/** Who writes on letterhead. */
export function organizationFor({ plan, chance }: Pick<Paper, 'plan' | 'chance'>): string | null {
  if (plan.relation === 'employer') return chance.fork('organization').pick(EMPLOYERS);
  return plan.kind === 'other' && plan.relation === 'other' ? chance.fork('organization').pick(OFFICES) : null;
}
