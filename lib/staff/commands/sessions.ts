import { z } from 'zod';
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { endSessionSchema } from '../schema';

/** Ends one of one's own sessions, at another desk or this one. */
export const endOwnSession = command({
  name: 'session.end',
  surface: 'staff',
  actors: ['staff'],
  input: endSessionSchema,
  subject: ({ session }) => ({ session }),
  run: async ({ actor, tx, now, record }, { session }) => {
    const { count } = await tx.staffSession.updateMany({ where: { publicId: session, staffId: actor.staffId, endedAt: null }, data: { endedAt: now, endReason: 'ended_by_person' } });
    if (count === 0) return refuse('not_found');
    record({ event: 'session.ended', details: { person: actor.publicId, name: actor.name, session } });
    return done({});
  },
});

/** "Stay signed in": the idle minutes begin anew. Nothing extends the twelve hours. Unaudited: it touches nobody's data. */
export const stay = command({
  name: 'session.stay',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({}),
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx, now }) => {
    await tx.staffSession.updateMany({ where: { id: actor.sessionId, lockedAt: null, endedAt: null }, data: { seenAt: now } });
    return done({});
  },
});

/** What the desk had to say about this sign-in was read. Unaudited: it touches nobody's data. */
export const seeNotice = command({
  name: 'session.see_notice',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({}),
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx, now }) => {
    await tx.staffSession.updateMany({ where: { id: actor.sessionId, toldAt: null }, data: { toldAt: now } });
    return done({});
  },
});
