/** The project's own files and what they import, read as text. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Tracked files and new ones that are not ignored. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

export const source = files.filter((file) => /^(app|components|lib|prisma\/seed)\/.*\.tsx?$|^(proxy|server)\.ts$/.test(file));
export const read = (file: string): string => readFileSync(file, 'utf8');

export type Import = { from: string; to: string; typeOnly: boolean };

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const resolved = (from: string, spoken: string): string => (spoken.startsWith('@/') ? spoken.slice(2) : spoken.startsWith('.') ? normalize(join(dirname(from), spoken)) : spoken);

export const importsOf = (from: string): Import[] =>
  [...read(from).matchAll(STATEMENT)].map((match) => ({ from, to: resolved(from, match[2] ?? match[3] ?? match[4] ?? ''), typeOnly: match[1] !== undefined }));

export const imports: readonly Import[] = source.flatMap(importsOf);
