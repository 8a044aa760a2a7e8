/** Why somebody was found, and what was searched by, in words. */
import type { BirthFit, Said } from './fit';
import type { Question } from './question';
import type { FoundContact, Reason } from './reasons';

const PLACE = { family: 'last name', given: 'first name' } as const;

const LIKE: Readonly<Record<Said['like'], (word: string, onRecord: string, place: string) => string>> = {
  same: (_word, onRecord, place) => `${place} ${onRecord}`,
  part: (word, onRecord) => `${word} is part of ${onRecord}`,
  begins: (word, onRecord) => `${onRecord} begins with ${word}`,
  nickname: (word, onRecord) => `${word} is a name for ${onRecord}`,
  near: (word, onRecord) => `${word} is one letter from ${onRecord}`,
  sound: (word, onRecord) => `${word} sounds like ${onRecord}`,
  alike: (word, onRecord) => `${word} is spelled like ${onRecord}`,
};

const BIRTH: Readonly<Record<Exclude<BirthFit, 'not_known'>, string>> = {
  same: 'same date of birth',
  swapped: 'day and month of birth exchanged',
  one_digit: 'one digit of the date of birth differs',
  two_parts: 'two parts of the date of birth agree',
  in_part: 'date of birth agrees as far as it is known',
  other: 'another date of birth',
};

const OWNER = { self: '', parent: ', a parent’s', guardian: ', a guardian’s', clinic: ', a clinic’s', shared: ', shared by the family' } as const;
const KIND = { phone: 'phone', email: 'e-mail' } as const;
const contactWords = ({ kind, owner, past }: FoundContact): string => `${past ? 'an earlier' : 'the'} ${KIND[kind]} on record${OWNER[owner]}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** As people write a word that was normalised for the search. */
const typed = (word: string): string => capital(word);

function phrase(reason: Reason): string {
  switch (reason.why) {
    case 'word':
      return LIKE[reason.said.like](typed(reason.said.word), reason.onRecord, PLACE[reason.said.place]);
    case 'unknown_word':
      return `${typed(reason.word)} is not on record`;
    case 'same_name':
      return 'same name';
    case 'name':
      return reason.use === 'former' ? `formerly ${reason.name}` : `also known as ${reason.name}`;
    case 'unshown_name':
      return 'a name on record that is not shown';
    case 'exchanged':
      return 'first and last name exchanged';
    case 'birth':
      return BIRTH[reason.fit];
    case 'contact':
      return contactWords(reason.contact);
    case 'home':
      return reason.past ? 'an earlier address' : 'the address on record';
    case 'case':
      return 'the case number';
    case 'registry_number':
      return 'the record number';
    case 'control_number':
      return 'the control number of a record sent to them';
  }
}

/** One sentence: `Smyth sounds like Smith, day and month of birth exchanged.` */
export const reasonWords = (reasons: readonly Reason[]): string => (reasons.length === 0 ? '' : `${capital([...new Set(reasons.map(phrase))].join(', '))}.`);

const counted = (count: number, one: string): string[] => (count === 0 ? [] : [count === 1 ? one : `${count} ${one}s`]);

/** What the log keeps of a question: its shape, never a word of it. */
export const shapeOf = (question: Question): string[] => [
  ...counted(question.words.length, 'part').map((parts) => (parts === 'part' ? '1 part of a name' : `${parts} of a name`)),
  ...counted(question.births.length === 0 ? 0 : 1, 'date of birth'),
  ...counted(question.phones.length === 0 ? 0 : 1, 'phone'),
  ...counted(question.emails.length === 0 ? 0 : 1, 'e-mail'),
  ...counted(question.home === null ? 0 : 1, 'address'),
  ...counted(question.caseNumbers.length === 0 ? 0 : 1, 'case number'),
  ...counted(question.controlNumbers.length === 0 ? 0 : 1, 'control number'),
];
