/** Numbers reserved for fiction (555-0100 to 555-0199), each given out once; and mailboxes at reserved domains. */
import type { Random } from '../random';
import { plainCapitals } from '../specimens/writing';

export type PhoneBook = { readonly next: (area: '203' | '860') => string; readonly mailbox: (given: string, family: string) => string };

/** Those near home first; then numbers that people brought along when they moved here. */
const AREAS = { '203': ['203', '475', '917', '413', '646', '347', '401'], '860': ['860', '959', '413', '401', '508', '917', '646'] } as const;
const written = (area: string, line: number): string => `(${area}) 555-01${String(line).padStart(2, '0')}`;

/** `taken`: the numbers of the named cast. Throws RangeError when every number is given out. */
export function phoneBook(chance: Random, taken: readonly string[]): PhoneBook {
  const given = new Set(taken);
  const mailboxes = new Map<string, number>();
  const lines = chance.shuffle(Array.from({ length: 100 }, (_, line) => line));
  return {
    next(area) {
      const free = AREAS[area].flatMap((code) => lines.map((line) => written(code, line))).find((number) => !given.has(number));
      if (free === undefined) throw new RangeError('no fictitious number left');
      given.add(free);
      return free;
    },
    mailbox(givenName, family) {
      const name = [givenName, family].map((part) => plainCapitals(part).toLowerCase().replace(/[^a-z]/g, '')).filter(Boolean).join('.');
      const count = (mailboxes.get(name) ?? 0) + 1;
      mailboxes.set(name, count);
      return `${name}${count === 1 ? '' : count}@${chance.pick(['example.com', 'example.com', 'example.org'])}`;
    },
  };
}
