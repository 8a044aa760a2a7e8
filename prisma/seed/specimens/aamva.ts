/**
 * The text behind the barcode on the back of a licence: AAMVA DL/ID Card Design Standard 2020, annex D
 * (issuer 636006, version 10, one subfile). Control characters as there: LF between elements, RS, CR at the end.
 */
import type { CalendarDate } from '@/lib/platform/dates';
import type { LicenseFacts } from './types';
import { monthFirstDigits, plainCapitals } from './writing';

export const LICENSE_NUMBER = '000000000';

/** A sequence of the specimen's own: says so, and differs a little from card to card. */
export const discriminator = (issuedOn: CalendarDate): string => `${issuedOn.slice(2, 4)}${issuedOn.slice(5, 7)}00SPECIMEN00`;

const SEX = { M: '1', F: '2', X: '9' } as const;
const heightText = (inches: number): string => `${String(inches).padStart(3, '0')} in`;

function elements({ name, birthOn, sex, address, issuedOn, expiresOn, height, eyes }: LicenseFacts): readonly (readonly [id: string, value: string])[] {
  return [
    ['DAQ', LICENSE_NUMBER],
    ['DCS', plainCapitals(name.family)],
    ['DDE', 'N'],
    ['DAC', plainCapitals(name.given)],
    ['DDF', 'N'],
    ['DAD', name.middle ? plainCapitals(name.middle) : 'NONE'],
    ['DDG', 'N'],
    ...(name.suffix ? ([['DCU', plainCapitals(name.suffix)]] as const) : []),
    ['DCA', 'D'],
    ['DCB', 'NONE'],
    ['DCD', 'NONE'],
    ['DBD', monthFirstDigits(issuedOn)],
    ['DBB', monthFirstDigits(birthOn)],
    ['DBA', monthFirstDigits(expiresOn)],
    ['DBC', SEX[sex]],
    ['DAU', heightText(height)],
    ['DAY', eyes],
    ['DAG', plainCapitals(address.line2 ? `${address.line1} ${address.line2}` : address.line1)],
    ['DAI', plainCapitals(address.city)],
    ['DAJ', address.state],
    ['DAK', `${address.zip.replace('-', '').padEnd(9, '0')}  `],
    ['DCF', discriminator(issuedOn)],
    ['DCG', 'USA'],
    ['DDA', 'N'],
  ];
}

const HEADER_LENGTH = 31;

export function aamvaText(facts: LicenseFacts): string {
  const subfile = `DL${elements(facts)
    .map(([id, value]) => id + value)
    .join('\n')}\r`;
  const digits = (value: number): string => String(value).padStart(4, '0');
  return `@\n\x1e\rANSI 636006100001DL${digits(HEADER_LENGTH)}${digits(subfile.length)}${subfile}`;
}
