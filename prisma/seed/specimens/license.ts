/** A Connecticut-like driver license, in the manner of the real one and plainly not it. */
import { LICENSE_NUMBER, aamvaText, discriminator } from './aamva';
import { drawBars, pdf417 } from './barcode';
import { signature } from './pen';
import { portrait } from './portrait';
import { print } from './print';
import { field, rect, rosette, rule, watermark, waves } from './sheet';
import type { Sheet } from './sheet';
import type { LicenseFacts } from './types';
import { cityLine, shortName, slashed } from './writing';

const [WIDTH, HEIGHT] = [1000, 630];
const upper = (text: string): string => text.toLocaleUpperCase('en-US');
const feet = (inches: number): string => `${Math.floor(inches / 12)}'-${String(inches % 12).padStart(2, '0')}"`;

const plastic = `<defs><linearGradient id="plastic" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f6f8f6"/><stop offset=".55" stop-color="#e9f0f1"/><stop offset="1" stop-color="#efe6cf"/></linearGradient><linearGradient id="band" x1="0" x2="1"><stop offset="0" stop-color="#173f61"/><stop offset="1" stop-color="#2a5f7d"/></linearGradient></defs>`;

function ground(): string {
  const body = { x: 0, y: 92, width: WIDTH, height: HEIGHT - 92 };
  return `${plastic}${rect({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, 'fill="url(#plastic)"')}${waves(body, '#8fb1c4')}${rosette(690, 420, 150, '#4d7f9c')}${rosette(860, 250, 60, '#b48b3c', 0.25)}`;
}

const banner =
  rect({ x: 0, y: 0, width: WIDTH, height: 92 }, 'fill="url(#band)"') +
  print({ x: 38, y: 61, size: 45, face: 'bold', fill: '#fff', tracking: 130 }, 'CONNECTICUT') +
  print({ x: 962, y: 46, size: 23, face: 'bold', fill: '#fff', anchor: 'end', tracking: 20 }, 'DRIVER LICENSE') +
  print({ x: 962, y: 73, size: 16, fill: '#dfe9f0', anchor: 'end', tracking: 30 }, 'SPECIMEN, NOT AN ID');

function picture({ name, sex, photo }: LicenseFacts): string {
  const box = { x: 38, y: 138, width: 268, height: 340 };
  if (photo === 'missing') return `${rect(box, 'fill="#e4e7ea" stroke="#a3adb6"')}${print({ x: 172, y: 316, size: 20, fill: '#7d8892', anchor: 'middle' }, 'VALID WITHOUT PHOTO')}`;
  return `${portrait({ name: name.given + name.family, sex, ...box })}${rect(box, 'fill="none" stroke="#8fa0ae"')}<g opacity=".28">${portrait({ name: name.given + name.family, sex, x: 846, y: 400, width: 104, height: 130 })}</g>`;
}

function numbered(y: number, number: string, value: string, size: number): string {
  return print({ x: 338, y, size: 13, fill: '#4b5a68' }, number) + print({ x: 362, y, size, face: 'semibold', fit: 590 }, value);
}

function person({ name, address }: LicenseFacts): string {
  const given = [name.given, name.middle].filter(Boolean).join(' ');
  const lines = [address.line1, address.line2, cityLine(address)].filter((line): line is string => Boolean(line));
  return [
    numbered(222, '1', upper(name.suffix ? `${name.family} ${name.suffix}` : name.family), 31),
    numbered(264, '2', upper(given), 29),
    ...lines.map((line, row) => numbered(308 + row * 27, row === 0 ? '8' : '', upper(line), 21)),
  ].join('');
}

function facts(license: LicenseFacts): string {
  const { birthOn, issuedOn, expiresOn, sex, height, eyes } = license;
  const red = { fill: '#a3201b' };
  return [
    field({ x: 338, y: 150 }, '4d DL NO.', LICENSE_NUMBER, { ...red, size: 22, face: 'bold' }),
    field({ x: 690, y: 150 }, '9 CLASS', 'D'),
    field({ x: 812, y: 150 }, '12 RESTR', 'NONE'),
    field({ x: 338, y: 404 }, '3 DOB', slashed(birthOn), { ...red, size: 30, face: 'bold', gap: 31 }),
    field({ x: 338, y: 472 }, '4a ISS', slashed(issuedOn), { size: 22 }),
    field({ x: 560, y: 472 }, '4b EXP', slashed(expiresOn), { size: 22 }),
    field({ x: 338, y: 538 }, '15 SEX', sex),
    field({ x: 452, y: 538 }, '16 HGT', feet(height)),
    field({ x: 582, y: 538 }, '18 EYES', eyes),
    field({ x: 716, y: 538 }, '5 DD', discriminator(issuedOn), { size: 17 }),
  ].join('');
}

export function licenseFront(license: LicenseFacts): Sheet {
  const sign = signature({ x: 52, y: 548, size: 36, fit: 240 }, shortName(license.name)) + rule(38, 574, 306, 574, '#8a96a1');
  const svg = ground() + banner + picture(license) + person(license) + facts(license) + sign + watermark(WIDTH, HEIGHT, 138, '#c0392b', -27);
  return { width: WIDTH, height: HEIGHT, radius: 30, svg };
}

const BACK_NOTES = [
  'CLASS D: passenger vehicles. ENDORSEMENTS: none. RESTRICTIONS: none.',
  'This card was drawn for practice. It identifies nobody and opens nothing.',
  'Found it? It belongs to no one: throw it away.',
];

export async function licenseBack(license: LicenseFacts): Promise<Sheet> {
  const bars = await pdf417(aamvaText(license));
  const notes = BACK_NOTES.map((note, row) => print({ x: 60, y: 452 + row * 30, size: 18, fill: '#34424f' }, note)).join('');
  const code = rect({ x: 50, y: 128, width: 900, height: 270 }, 'fill="#fff" rx="8"') + drawBars(bars, 84, 152, 832, 222);
  const strip = rect({ x: 0, y: 0, width: WIDTH, height: 92 }, 'fill="#22282e"');
  const foot = print({ x: 60, y: 588, size: 16, face: 'semibold', fill: '#8a3324', tracking: 60 }, `SPECIMEN, NOT AN ID   ${discriminator(license.issuedOn)}`);
  return { width: WIDTH, height: HEIGHT, radius: 30, svg: ground() + strip + notes + foot + watermark(WIDTH, HEIGHT + 330, 90, '#c0392b', -8) + code };
}
