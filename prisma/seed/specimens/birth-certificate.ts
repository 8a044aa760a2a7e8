import { longDate } from '@/lib/platform/dates';
import { signature } from './pen';
import { print } from './print';
import { page, rect, rosette, rule, specimenSeal, waves } from './sheet';
import type { Sheet } from './sheet';
import type { BirthCertificateFacts } from './types';
import { fullName } from './writing';

const SEX = { F: 'Female', M: 'Male', X: 'Not stated' } as const;

function line(y: number, label: string, value: string): string {
  return (
    print({ x: 130, y, size: 15, fill: '#51606d', tracking: 20 }, label) +
    print({ x: 130, y: y + 32, size: 26, face: 'semibold', fit: 830 }, value) +
    rule(130, y + 44, 970, y + 44, '#a8b2ab')
  );
}

export function birthCertificate(facts: BirthCertificateFacts): Sheet {
  const { child, birthOn, sex, town, parents, filedOn } = facts;
  const frame =
    waves({ x: 40, y: 40, width: 1020, height: 1330 }, '#a9bfae', 10) +
    rect({ x: 40, y: 40, width: 1020, height: 1330 }, 'fill="none" stroke="#3f6b52" stroke-width="7"') +
    rect({ x: 56, y: 56, width: 988, height: 1298 }, 'fill="none" stroke="#3f6b52" stroke-width="1.6"') +
    rosette(550, 700, 280, '#6f9b7e', 0.22);
  const title = [
    print({ x: 550, y: 138, size: 21, anchor: 'middle', tracking: 200, fill: '#2f5240' }, 'STATE OF CONNECTICUT'),
    print({ x: 550, y: 196, size: 44, face: 'bold', anchor: 'middle', tracking: 40, fill: '#1f3a2c' }, 'Certificate of Live Birth'),
    print({ x: 550, y: 232, size: 17, anchor: 'middle', fill: '#51606d' }, `Town of ${town}. Certified copy, specimen for practice.`),
  ].join('');
  const rows = [
    line(290, 'CHILD’S NAME', fullName(child)),
    line(382, 'DATE OF BIRTH', longDate(birthOn)),
    line(474, 'SEX', SEX[sex]),
    line(566, 'PLACE OF BIRTH', `${town}, Connecticut`),
    ...parents.map((parent, at) => line(658 + at * 92, `PARENT ${at + 1}`, fullName(parent))),
    line(842, 'DATE FILED', longDate(filedOn)),
    line(934, 'STATE FILE NUMBER', `106-${birthOn.slice(0, 4)}-000000 (SPECIMEN)`),
  ].join('');
  const attest =
    print({ x: 130, y: 1062, size: 17, fill: '#3d4a44' }, 'I certify that this is a true copy of a record that does not exist.') +
    signature({ x: 150, y: 1150, size: 44, fit: 380 }, 'A. Registrar') +
    rule(130, 1182, 540, 1182) +
    print({ x: 130, y: 1206, size: 15, fill: '#51606d' }, 'Registrar of vital records (nobody)');
  return page(frame + title + rows + attest + specimenSeal(840, 1150, 118), '#f3f6ee');
}
