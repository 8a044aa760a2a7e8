/** Renders the two records that leave the desk. */
import { done, refuse, type Outcome, type Problem } from '@/lib/platform/outcome';
import { planCardPage } from './card-page';
import { CARD_LEFT_OUT, COVID_ONLY, covidTableStatement, fullStatement, RECORD_TITLE } from './labels';
import { unprintableCharacters } from './paper/glyphs';
import { Paper } from './paper/paper';
import { personName } from './record-head';
import { planTable, type RecordPlan } from './table-record';
import type { CovidRecordFacts, RecordFacts, RenderedRecord } from './types';

/** Problem `unprintable` for each field with characters that no face prints; `detail` has code points, not the name. */
export function unprintableProblems(fields: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(fields).flatMap(([field, text]) => {
    const characters = unprintableCharacters(text);
    const points = characters.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    return characters.length === 0 ? [] : [{ field, reason: 'unprintable', detail: points.join(' ') }];
  });
}

/** Everything that would keep a record from being printed as it is. Empty when it can be. */
export function recordProblems(facts: RecordFacts | CovidRecordFacts): Problem[] {
  const doses = facts.doses.map((dose, i) => [
    `doses.${i}`,
    [dose.vaccineText, dose.ageText, dose.sourceText, ...dose.groupNames].join(' '),
  ]);
  const shown = 'card' in facts ? facts.card.shown : null;
  const onCard = (shown?.doses ?? []).map((dose, i) => [
    `card.doses.${i}`,
    [dose.vaccineText, dose.lot, dose.organization].filter(Boolean).join(' '),
  ]);
  const agency = Object.values(facts.agency).join(' ');
  return unprintableProblems({
    'person.name': personName(facts.person),
    controlNumber: facts.controlNumber,
    agency,
    ...Object.fromEntries([...doses, ...onCard]),
    ...(shown ? { 'card.name': shown.name } : {}),
  });
}

/** Lays a full record out without drawing it. */
export const planFullRecord = (facts: RecordFacts): RecordPlan =>
  planTable(facts, { title: RECORD_TITLE.full, statement: fullStatement(facts.agency.department) });

/** Lays a COVID-19 record out: the card's page if there is a card and it fits, else the dose table and why. */
export function planCovidRecord(facts: CovidRecordFacts): RecordPlan {
  const page = 'card' in facts ? planCardPage(facts, facts.card) : null;
  if (page) return page;
  const reason = 'cardLeftOut' in facts ? facts.cardLeftOut : 'too_long';
  const doses = facts.doses.map((dose) => ({ ...dose, groupNames: ['COVID-19'] }));
  return planTable(
    { ...facts, doses },
    { title: RECORD_TITLE.covid, lead: `${COVID_ONLY} ${CARD_LEFT_OUT[reason]}`, statement: covidTableStatement(facts.agency.department) },
  );
}

async function rendered(facts: RecordFacts | CovidRecordFacts, plan: () => RecordPlan): Promise<Outcome<RenderedRecord>> {
  const problems = recordProblems(facts);
  if (problems.length > 0) return refuse('unprintable', problems);
  const { title, pages, cardShown, draw } = plan();
  const paper = new Paper();
  draw(paper, paper.root);
  return done({ bytes: await paper.save({ title, language: 'en-US', madeAt: facts.asOf }), pages, cardShown });
}

/**
 * Renders the Full Immunization Record as a tagged Letter PDF.
 *
 * Refused with `unprintable` when a name or text has a character that no face prints correctly.
 * The file's title is the kind of record; its metadata holds no name.
 * @example
 * const record = await renderFullRecord(facts);
 * if (record.ok) await press.write(record.value.bytes);
 */
export const renderFullRecord = (facts: RecordFacts): Promise<Outcome<RenderedRecord>> => rendered(facts, () => planFullRecord(facts));

/**
 * Renders the COVID-19 record as a tagged Letter PDF, with the card's QR code when it fits.
 *
 * Refused with `unprintable` as the full record is. Without a card, with more than 6 doses or with values
 * that do not fit beside the code it is a dose table that says so, and `cardShown` is false.
 * @example
 * const record = await renderCovidRecord({ ...facts, card: { qr, shown } });
 */
export const renderCovidRecord = (facts: CovidRecordFacts): Promise<Outcome<RenderedRecord>> => rendered(facts, () => planCovidRecord(facts));
