/** Submissions of invented people, with their mistakes, looked up in a registry: is the right one found, and nobody taken for somebody else? */
import { rankCandidates, type Candidate } from '@/lib/patients/matching/ranking';
import type { Subject } from '@/lib/patients/matching/types';
import type { FoundPatient } from '@/lib/patients/queries';
import { asPartialDate } from '@/lib/platform/dates';
import { Dice } from '@/prisma/seed/registry/dice';
import { typedBy, type Typed } from '@/prisma/seed/registry/mistakes';
import type { Person } from '@/prisma/seed/registry/people';

/** Somebody of the registry, by its number for them. */
export type Member = { readonly person: Person; readonly registryNumber: number; readonly twin: boolean };
export type Find = (subject: Subject) => Promise<readonly FoundPatient[]>;

export const subjectOf = ({ given, middle, family, suffix, birthOn, sex, phones, emails, address }: Typed): Subject => ({ given, middle, family, suffix, birthOn: birthOn === null ? null : asPartialDate(birthOn), sex, phones, emails, address });

/** People by their numbers; twins share parents and birth date with a neighbour of the list. */
export function membersOf(people: readonly Person[], firstNumber: number): Member[] {
  const twins = (a: Person | undefined, b: Person | undefined): boolean => a !== undefined && b !== undefined && a.parents.length > 0 && a.parents === b.parents && a.birth === b.birth;
  return people.map((person, at) => ({ person, registryNumber: firstNumber + at, twin: twins(person, people[at - 1]) || twins(person, people[at + 1]) }));
}

export type Figures = { asked: number; found: number; first: number; firstFive: number; likely: number; likelyWrong: number; /** Of those likely to be nobody: no contact and no street agrees, so that the rules forbid it. */ unconfirmed: number };

const numberOf = ({ patient }: Candidate): number => (patient as FoundPatient).registryNumber;

/** Each asks once under a mistake of chance. */
export async function askAll(members: readonly Member[], find: Find, seed: string): Promise<Figures> {
  const figures: Figures = { asked: 0, found: 0, first: 0, firstFive: 0, likely: 0, likelyWrong: 0, unconfirmed: 0 };
  for (const [at, { person, registryNumber }] of members.entries()) {
    const subject = subjectOf(typedBy(person, new Dice(`${seed}/${at}`)));
    const near = await find(subject);
    const { candidates } = rankCandidates(subject, near);
    const place = candidates.findIndex((candidate) => numberOf(candidate) === registryNumber);
    const likely = candidates.filter(({ comparison }) => comparison.band === 'likely');
    const theirs = candidates[place]?.comparison;
    figures.asked += 1;
    figures.found += Number(near.some((patient) => patient.registryNumber === registryNumber));
    figures.first += Number(place === 0);
    figures.firstFive += Number(place >= 0 && place < 5);
    figures.likely += Number(theirs?.band === 'likely');
    figures.likelyWrong += Number(likely.some((candidate) => numberOf(candidate) !== registryNumber));
    figures.unconfirmed += Number(theirs !== undefined && !theirs.fields.some(({ field, agreement }) => ['phone', 'email', 'address'].includes(field) && (agreement === 'agree' || agreement === 'similar')));
  }
  return figures;
}

/** The same of people whose own record is taken away: family and namesakes stay, and nobody may be called likely. */
export async function askAbsent(members: readonly Member[], find: Find, seed: string): Promise<number> {
  let wrong = 0;
  for (const [at, { person, registryNumber }] of members.entries()) {
    const subject = subjectOf(typedBy(person, new Dice(`${seed}/${at}`)));
    const others = (await find(subject)).filter((patient) => patient.registryNumber !== registryNumber);
    wrong += Number(rankCandidates(subject, others).candidates.some(({ comparison }) => comparison.band === 'likely'));
  }
  return wrong;
}
