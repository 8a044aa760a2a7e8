/** Proof that somebody lives in Connecticut: a utility bill, the first page of a lease. */
import { addDays, longDate } from '@/lib/platform/dates';
import { hand, signature } from './pen';
import { paragraph, print } from './print';
import { page, rect, rule } from './sheet';
import type { Sheet } from './sheet';
import type { LeaseFacts, UtilityBillFacts } from './types';
import { cityLine, dollars, fullName, slashed, streetLine } from './writing';

const INK = '#20262d';

function usage(x: number, y: number, months: readonly number[]): string {
  const bars = months.map((kwh, at) => rect({ x: x + at * 58, y: y - kwh / 6, width: 36, height: kwh / 6 }, `fill="${at === months.length - 1 ? '#2d6f9e' : '#b7cede'}"`));
  return bars.join('') + rule(x - 10, y, x + months.length * 58, y, '#7b8792');
}

function amounts(top: number, cents: number): string {
  const supply = Math.round(cents * 0.52);
  const rows: readonly (readonly [string, number])[] = [['Supply', supply], ['Delivery', cents - supply - 975], ['Customer charge', 975]];
  const lines = rows.map(([label, amount], row) => print({ x: 90, y: top + row * 40, size: 20, fill: INK }, label) + print({ x: 1010, y: top + row * 40, size: 20, fill: INK, anchor: 'end' }, dollars(amount)) + rule(90, top + 14 + row * 40, 1010, top + 14 + row * 40, '#d4dae0'));
  const total = print({ x: 90, y: top + 138, size: 24, face: 'bold', fill: INK }, 'Amount due') + print({ x: 1010, y: top + 138, size: 24, face: 'bold', fill: INK, anchor: 'end' }, dollars(cents));
  return lines.join('') + total;
}

export function utilityBill({ company, customer, address, issuedOn, cents }: UtilityBillFacts): Sheet {
  const head = rect({ x: 0, y: 0, width: 1100, height: 132 }, 'fill="#1f5f86"') + print({ x: 80, y: 82, size: 40, face: 'bold', fill: '#fff' }, company) + print({ x: 1020, y: 62, size: 18, fill: '#dbe9f2', anchor: 'end' }, 'Electric service statement') + print({ x: 1020, y: 92, size: 16, fill: '#dbe9f2', anchor: 'end', tracking: 60 }, 'SPECIMEN');
  const to = [fullName(customer), address.line1, address.line2, cityLine(address)].filter((text): text is string => Boolean(text));
  const who = to.map((text, row) => print({ x: 90, y: 222 + row * 34, size: 24, face: row === 0 ? 'semibold' : 'regular', fill: INK }, text)).join('');
  const facts: readonly (readonly [string, string])[] = [['Statement date', longDate(issuedOn)], ['Account', '0000 0000 000'], ['Service address', streetLine(address)], ['Due', longDate(addDays(issuedOn, 27))]];
  const right = facts.map(([label, value], row) => print({ x: 620, y: 212 + row * 56, size: 15, fill: '#5b6772' }, label) + print({ x: 620, y: 238 + row * 56, size: 21, face: 'semibold', fill: INK, fit: 400 }, value)).join('');
  const chart = print({ x: 90, y: 520, size: 22, face: 'semibold', fill: INK }, 'Your use over 13 months, kWh') + usage(100, 740, [610, 720, 840, 790, 640, 480, 420, 560, 780, 810, 600, 470, 530]);
  const note = paragraph({ x: 90, y: 1120, size: 18, width: 920, fill: '#4b5763' }, 'Keep this statement for your records. This company sells no electricity and this house draws none: the statement was made for practice.').svg;
  return page(head + who + right + chart + amounts(850, cents) + note);
}

export function lease({ landlord, tenant, address, fromOn, untilOn, monthlyCents }: LeaseFacts): Sheet {
  const person = fullName(tenant);
  const clauses = [
    `1. Parties. ${landlord} ("landlord") lets to ${person} ("tenant") the dwelling named below.`,
    `2. Dwelling. ${streetLine(address)}, ${cityLine(address)}.`,
    `3. Term. From ${longDate(fromOn)} to ${longDate(untilOn)}.`,
    `4. Rent. ${dollars(monthlyCents)} for each month, payable on the first day of the month. A grace of nine days is given (C.G.S. 47a-15a).`,
    '5. Deposit. Not more than the law allows; kept in an escrow account with interest.',
    '6. Use. The dwelling is a private home for the tenant and the tenant’s household.',
  ];
  let y = 250;
  const text = clauses.map((clause) => {
    const part = paragraph({ x: 120, y, size: 22, width: 860, fill: INK, leading: 34 }, clause);
    y = part.y + 22;
    return part.svg;
  });
  const sign = (x: number, name: string, role: string): string => signature({ x: x + 12, y: 1120, size: 40, fit: 360 }, name) + rule(x, 1144, x + 400, 1144) + print({ x, y: 1168, size: 16, fill: '#4b5763' }, role) + hand({ x: x + 12, y: 1218, size: 22, hand: name }, slashed(fromOn));
  return page(print({ x: 550, y: 130, size: 38, face: 'bold', fill: INK, anchor: 'middle' }, 'Residential Lease') + print({ x: 550, y: 172, size: 17, fill: '#4b5763', anchor: 'middle', tracking: 40 }, 'PAGE 1. SPECIMEN FOR PRACTICE') + text.join('') + sign(120, landlord, 'Landlord') + sign(580, person, 'Tenant'));
}
