/** The lab counts what was decided, and decides without the labels: on a small list and a few pairs made for this. */
import { airaPairs } from '@/lib/patients/matching/lab/aira';
import { readRecords } from '@/lib/patients/matching/lab/records';
import { reportFile } from '@/lib/patients/matching/lab/reports';

const HOME = 'addressStreet1=52 Williams Cir,addressCity=Lansing,addressState=MI,addressZip=48909';
const ANA = `nameFirst=Ana,nameLast=Larssen,gender=F,birthDate=20071225,phone=(906)389-8576,${HOME}`;
const pair = (label: string, a: string, b: string): string => `TEST: T\nEXPECT: ${label}\nPATIENT A: ${a},\nPATIENT B: ${b},\n`;
const file = [pair('Match', ANA, ANA), pair('Not a Match', ANA, ANA.replace('Ana', 'Mercer')), pair('Possible Match', ANA, ANA.replace('20071225', '20071226').replace('8576', '1111'))].join('');

test('pairs are counted by label and band', () =>
  expect(reportFile(file)).toEqual({ pairs: 3, match: { likely: 1, possible: 0, no: 0 }, possible_match: { likely: 0, possible: 1, no: 0 }, not_a_match: { likely: 0, possible: 0, no: 1 } }));

test('turned around, the labels change the count and nothing that was decided', () =>
  expect(reportFile(file.replace('EXPECT: Match', 'EXPECT: Not a Match'))).toMatchObject({ match: { likely: 0 }, not_a_match: { likely: 1, no: 1 } }));

test('a pair is read with its second surname, its alias and a phone that is a parent’s', () =>
  expect(airaPairs(pair('Match', ANA, `${ANA},nameLastHyph=Nance,nameAlias=Annie`))[0]?.patient).toMatchObject({
    names: [{ given: 'Ana', family: 'Larssen-Nance' }, { given: 'Annie', use: 'alias' }],
    birthOn: '2007-12-25',
    contacts: [{ kind: 'phone', owner: 'parent' }],
  }));

const NAMES = ['lachlan berry', 'deakin sondergeld', 'kayla harrington', 'mitchell green', 'harley mccarthy', 'madeline mason', 'isabelle white', 'imogen clarke', 'joshua rudd', 'tiahna dorrian', 'ella campbell', 'liam nguyen'];
const STREETS = ['giblin street', 'goldfinch circuit', 'maltby place', 'wallaby court', 'pridham road', 'hoseason crescent', 'gundulu avenue', 'kitson drive', 'arndell street', 'majura lane', 'tarraba way', 'quist close'];
const row = (id: string, at: number, change: (cells: string[]) => string[] = (cells) => cells): string => {
  const [given = '', surname = ''] = (NAMES[at] ?? '').split(' ');
  return [id, ...change([given, surname, String(11 + at * 7), STREETS[at] ?? '', '', `suburb${at}`, String(2000 + at * 37), 'nsw', String(19300112 + at * 30417), String(1000 + at)])].join(', ');
};
const typo = (cells: string[]): string[] => cells.map((cell, at) => (at === 1 ? `${cell.slice(0, 2)}x${cell.slice(3)}` : cell));
const swapped = ([given = '', surname = '', ...rest]: string[]): string[] => [surname, given, ...rest];
const HEAD = 'rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id';
const list = [HEAD, ...NAMES.map((_, at) => row(`rec-${at}-org`, at)), ...NAMES.slice(0, 8).map((_, at) => row(`rec-${at}-dup-0`, at, at % 2 === 0 ? typo : swapped))].join('\n');

test('of a list, everybody is joined to their double and to nobody else', () =>
  expect(reportFile(list)).toEqual({ records: 20, truePairs: 8, precision: 1, recall: 1, f1: 1, top1: 1, top5: 1 }));

test('neither who is whom nor a number of the person is handed to what decides', () => {
  const read = readRecords(list);
  expect(Object.keys(read.records[0] ?? {}).sort()).toEqual(['address_1', 'address_2', 'date_of_birth', 'given_name', 'postcode', 'state', 'street_number', 'suburb', 'surname']);
  expect(JSON.stringify(read.records)).not.toContain('rec-');
  const shuffled = list.split('\n').map((line, at) => (at === 0 ? line : line.replace(/^rec-\d+/, `rec-${100 + at}`))).join('\n');
  expect(reportFile(shuffled)).toMatchObject({ truePairs: 0, precision: 0 });
});

test('what is neither is refused in a sentence', () => expect(() => reportFile('a,b\n1,2')).toThrow('rec_id'));
