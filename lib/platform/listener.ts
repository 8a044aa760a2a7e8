/**
 * What the database tells, heard on one connection for the whole process, however many streams listen. Opened with the
 * first listener and closed with the last; when it is lost it connects again, and everybody is told to look anew.
 */
import { Client } from 'pg';
import { config } from './config';
import { log } from './log';

/** `text` null: something may have been missed while the connection was away. */
type Hear = (text: string | null) => void;

const RETRY_MS = 2_000;
/** Names of channels go into a statement as they are. */
const CHANNEL = /^[a-z_]{1,40}$/;

class Listener {
  private readonly hearers = new Map<string, Set<Hear>>();
  private client: Client | null = null;

  count(): number {
    return [...this.hearers.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** Hears a channel until the function that it answers is called. */
  async hear(channel: string, hearer: Hear): Promise<() => Promise<void>> {
    if (!CHANNEL.test(channel)) throw new RangeError(`not a channel: ${channel}`);
    const known = this.hearers.get(channel);
    const set = known ?? new Set<Hear>();
    this.hearers.set(channel, set.add(hearer));
    try {
      if (this.client === null) await this.connect();
      else if (known === undefined) await this.client.query(`LISTEN ${channel}`);
    } catch (error) {
      await this.leave(channel, hearer);
      throw error;
    }
    return () => this.leave(channel, hearer);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: config().DATABASE_URL });
    this.client = client;
    client.on('error', (error) => log.failure('listener.lost', error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.hearers.get(channel)?.forEach((hearer) => hearer(payload ?? '')));
    await client.connect();
    for (const channel of this.hearers.keys()) await client.query(`LISTEN ${channel}`);
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.later();
  }

  private later(): void {
    if (this.count() > 0) setTimeout(() => void this.again(), RETRY_MS).unref();
  }

  private async again(): Promise<void> {
    if (this.client !== null || this.count() === 0) return;
    try {
      await this.connect();
      this.hearers.forEach((set) => set.forEach((hearer) => hearer(null)));
    } catch (error) {
      log.failure('listener.away', error);
      this.client = null;
      this.later();
    }
  }

  private async leave(channel: string, hearer: Hear): Promise<void> {
    const set = this.hearers.get(channel);
    if (set?.delete(hearer) !== true || this.count() > 0) return;
    this.hearers.clear();
    const client = this.client;
    this.client = null;
    // A connection that was never made, or is gone, has nothing left to end.
    await client?.end().catch(() => undefined);
  }
}

// One process can hold this module in several bundles.
const KEY = Symbol.for('record-desk.listener');
const shared = globalThis as { [KEY]?: Listener };
const listener = (): Listener => (shared[KEY] ??= new Listener());

export const hear = (channel: string, hearer: Hear): Promise<() => Promise<void>> => listener().hear(channel, hearer);

/** How many listen now: 0 when every stream has ended. */
export const hearing = (): number => listener().count();
