/** A license beside the form: which field agrees, and how a colleague would say it. */
import { compareLicence, type Typed } from '@/lib/documents/codes/agreement';
import type { LicenceFacts } from '@/lib/documents/codes/facts';
import type { CalendarDate } from '@/lib/platform/dates';

const TODAY = '2026-11-24' as CalendarDate;
const CARD: LicenceFacts = { kind: 'licence', family: 'NOWAK-BELL', given: 'KATARZYNA', middle: 'MARIA', suffix: null, cut: false, birthOn: '1994-03-05', expiresOn: '2029-03-05', state: 'CT' };
const ASKED: Typed = { who: 'subject', given: 'Katarzyna', family: 'Nowak-Bell', birthOn: '1994-03-05' };

const field = (name: string, card: Partial<LicenceFacts>, asked: Partial<Typed>) => compareLicence({ ...CARD, ...card }, [{ ...ASKED, ...asked }], TODAY).fields.find((one) => one.field === name);

test.each<[string, Partial<LicenceFacts>, Partial<Typed>, string, string]>([
  ['family', {}, {}, 'agree', 'Only capitals, accents or spaces differ'],
  ['family', { family: 'NUNEZ' }, { family: 'Núñez' }, 'agree', 'Only capitals, accents or spaces differ'],
  ['family', { family: 'LUKASZEWSKI' }, { family: 'Łukaszewski' }, 'agree', 'Only capitals, accents or spaces differ'],
  ['family', { family: 'OBRIEN' }, { family: 'O’Brien' }, 'agree', 'Only capitals, accents or spaces differ'],
  ['family', { family: 'NOWAK' }, {}, 'similar', 'One part of the name is the same'],
  ['family', { family: 'FEATHERSTONEH', cut: true }, { family: 'Featherstonehaugh' }, 'similar', 'The barcode cuts long names'],
  ['family', { family: 'FEATHERSTONEH' }, { family: 'Featherstonehaugh' }, 'conflict', 'Different'],
  ['family', { family: 'SMITH' }, {}, 'conflict', 'Different'],
  ['given', {}, {}, 'agree', 'Only capitals, accents or spaces differ'],
  ['given', {}, { given: 'Katarzyna Maria' }, 'agree', 'Only capitals, accents or spaces differ'],
  ['given', {}, { given: 'Maria' }, 'similar', 'One part of the name is the same'],
  ['given', {}, { given: 'Karolina' }, 'conflict', 'Different'],
  ['given', { given: '', middle: null }, {}, 'missing', 'Nothing to compare'],
  ['birthOn', {}, {}, 'agree', 'The same'],
  ['birthOn', {}, { birthOn: '1994-05-03' }, 'conflict', 'Day and month swapped'],
  ['birthOn', {}, { birthOn: '1994-03-06' }, 'conflict', 'One digit differs'],
  ['birthOn', {}, { birthOn: '1971-12-30' }, 'conflict', 'Different'],
  ['birthOn', {}, { birthOn: '1994' }, 'similar', 'The form says no more than this'],
  ['birthOn', {}, { birthOn: '1995' }, 'conflict', 'Different'],
  ['birthOn', { birthOn: null }, {}, 'missing', 'Nothing to compare'],
  ['birthOn', {}, { birthOn: null }, 'missing', 'The form does not ask for it'],
  ['expiresOn', {}, {}, 'agree', 'Not expired'],
  ['expiresOn', { expiresOn: '2026-11-24' }, {}, 'agree', 'Not expired'],
  ['expiresOn', { expiresOn: '2026-11-23' }, {}, 'conflict', 'Expired'],
  ['expiresOn', { expiresOn: null }, {}, 'missing', 'It names no day'],
])('%s of %j beside %j: %s, %s', (name, card, asked, level, says) => expect(field(name, card, asked)).toMatchObject({ level, says }));

const PARENT: Typed = { who: 'requester', given: 'Katarzyna', family: 'Nowak-Bell', birthOn: null };
const CHILD: Typed = { who: 'subject', given: 'Zofia', family: 'Nowak-Bell', birthOn: '2019-06-01' };

test('a parent’s license is compared with the parent, a child’s with the child', () => {
  expect(compareLicence(CARD, [CHILD, PARENT], TODAY).who).toBe('requester');
  expect(compareLicence({ ...CARD, given: 'ZOFIA', middle: null, birthOn: '2019-06-01' }, [CHILD, PARENT], TODAY).who).toBe('subject');
  expect(compareLicence({ ...CARD, family: 'SMITH', given: 'JOHN', middle: null }, [CHILD, { ...PARENT, family: 'Ray', given: 'Ann' }], TODAY).who).toBe('requester');
});
