import { machineReadableZone, PASSPORT_NUMBER } from './mrz';
import { signature } from './pen';
import { portrait } from './portrait';
import { print } from './print';
import { field, rect, rosette, watermark, waves } from './sheet';
import type { Sheet } from './sheet';
import type { PassportFacts } from './types';
import { fullName, passportDate } from './writing';

const [WIDTH, HEIGHT] = [1180, 830];
const upper = (text: string): string => text.toLocaleUpperCase('en-US');

function rows(facts: PassportFacts): string {
  const { country, name, birthOn, birthPlace, sex, issuedOn, expiresOn } = facts;
  const large = { size: 25, gap: 27, fit: 690 };
  return [
    field({ x: 420, y: 156 }, 'Type', 'P', large),
    field({ x: 540, y: 156 }, 'Code', country.code, large),
    field({ x: 900, y: 156 }, 'Passport No.', PASSPORT_NUMBER, large),
    field({ x: 420, y: 222 }, 'Surname', upper(name.family), large),
    field({ x: 420, y: 288 }, 'Given names', upper([name.given, name.middle].filter(Boolean).join(' ')), large),
    field({ x: 420, y: 354 }, 'Date of birth', passportDate(birthOn), large),
    field({ x: 760, y: 354 }, 'Sex', sex, large),
    field({ x: 420, y: 420 }, 'Place of birth', upper(birthPlace), large),
    field({ x: 420, y: 486 }, 'Date of issue', passportDate(issuedOn), large),
    field({ x: 760, y: 486 }, 'Date of expiration', passportDate(expiresOn), large),
    field({ x: 420, y: 552 }, 'Authority', 'NO AUTHORITY (SPECIMEN)', { ...large, size: 20 }),
  ].join('');
}

export function passport(facts: PassportFacts): Sheet {
  const { country, name, sex } = facts;
  const paper = rect({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, 'fill="#edf1ec"') + waves({ x: 0, y: 0, width: WIDTH, height: 640 }, '#9fb7a8', 9) + rosette(760, 360, 210, '#b9837a', 0.25) + rosette(220, 380, 170, '#6f93a8', 0.25);
  const title = print({ x: 60, y: 74, size: 30, face: 'bold', fill: '#2b3d55', tracking: 60 }, `PASSPORT  ${upper(country.name)}`) + print({ x: 60, y: 102, size: 16, fill: '#8a3324', tracking: 60 }, 'SPECIMEN, NOT A TRAVEL DOCUMENT');
  const photo = portrait({ name: name.given + name.family, sex, x: 60, y: 146, width: 310, height: 388 });
  const sign = signature({ x: 76, y: 600, size: 36, fit: 280 }, fullName({ ...name, middle: null }));
  const band = rect({ x: 0, y: 640, width: WIDTH, height: 190 }, 'fill="#fbfbf8"');
  const zone = machineReadableZone(facts).map((line, row) => print({ x: 40, y: 714 + row * 62, size: 34, face: 'semibold', cell: 735 }, line)).join('');
  return { width: WIDTH, height: HEIGHT, radius: 14, svg: paper + title + photo + rows(facts) + sign + watermark(WIDTH, 640, 140) + band + zone };
}
