/** The invented staff of the demo, as the seed left them beside the data. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { z } from 'zod';

const demoStaff = z.array(z.object({ name: z.string(), email: z.string(), password: z.string(), totpSecret: z.string(), roles: z.array(z.string()) }));
export type DemoStaff = z.output<typeof demoStaff>[number];

export const staffFile = (folder: string): string => join(folder, 'staff.json');

/** Somebody of each role first, then the rest as seeded. */
export function readDemoStaff(folder: string): DemoStaff[] {
  if (!existsSync(staffFile(folder))) return [];
  const all = demoStaff.parse(JSON.parse(readFileSync(staffFile(folder), 'utf8')));
  const seen = new Set<string>();
  const firstOfRole = all.filter((person) => {
    const brings = person.roles.some((role) => !seen.has(role));
    person.roles.forEach((role) => seen.add(role));
    return brings;
  });
  return [...firstOfRole, ...all.filter((person) => !firstOfRole.includes(person))];
}

/** One-time codes go by real time: the clock of the demo may be moved, a telephone's is not. */
export const currentCode = (person: DemoStaff): string => new TOTP({ secret: person.totpSecret }).generate();
export const secondsLeft = (): number => 30 - (Math.floor(Date.now() / 1000) % 30);
