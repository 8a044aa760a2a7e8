/** Where things are on this machine. Everything here is started from the project's own folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = process.cwd();
export const inProject = (...path: string[]): string => join(root, ...path);

/** One sentence for the person at the keyboard; the demo prints it without a stack. */
export class Obstacle extends Error {}

export function requireBuilt(file: string): string {
  if (!existsSync(inProject(file))) throw new Obstacle(`${file} is missing: run \`npm run build\` first.`);
  return inProject(file);
}
