import { db } from './db';
import { log } from './log';

/** Does the database answer this process? Says no more than that. */
export async function answersNow(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT demo FROM read_clock()`;
    return true;
  } catch (error) {
    log.failure('ready.no_database', error);
    return false;
  }
}
