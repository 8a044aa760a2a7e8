/** What a sink caught: newest first, in memory and in one file, so that it survives a restart of the demo. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEPT = 500;

export class Tray<T extends { id: string }> {
  private readonly caught: T[];

  constructor(private readonly file: string) {
    this.caught = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T[]) : [];
  }

  list = (): readonly T[] => this.caught;

  find = (id: string): T | undefined => this.caught.find((item) => item.id === id);

  /** A known id is replaced where it stands. */
  put(item: T): T {
    const at = this.caught.findIndex((known) => known.id === item.id);
    if (at >= 0) this.caught[at] = item;
    else this.caught.unshift(item);
    this.caught.splice(KEPT);
    this.save();
    return item;
  }

  private save(): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    writeFileSync(`${this.file}.new`, JSON.stringify(this.caught), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
