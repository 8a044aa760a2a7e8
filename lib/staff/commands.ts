import { z } from 'zod';
import { proveSession } from '@/lib/access/proofs';
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { agreedStep, passwordAgrees } from './credentials';
import { seeTourSchema, stepUpSchema, unlockSchema } from './schema';
import { useStep } from './sign-in';

/** Locks one's own session where it stands: the page stays, the server answers nothing until it is unlocked. */
export const lockSession = command({
  name: 'session.lock',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async ({ actor, tx, now, record }) => {
    await tx.staffSession.updateMany({ where: { id: actor.sessionId, lockedAt: null }, data: { lockedAt: now, provedAt: null } });
    record({ event: 'session.locked', details: {} });
    return done({});
  },
});

/** Opens the lock with the password; the second factor was given when the session began. */
export const unlockSession = command({
  name: 'session.unlock',
  surface: 'staff',
  actors: ['staff', 'locked_staff'],
  input: unlockSchema,
  subject: () => ({}),
  rate: 'unlock',
  run: async ({ actor, tx, now, record }, { password }) => {
    const staff = await tx.staff.findUniqueOrThrow({ where: { id: actor.staffId } });
    if (!(await passwordAgrees(staff.passwordHash, password))) return refuse('wrong_password', [{ field: 'password', reason: 'wrong_password' }]);
    await tx.staffSession.update({ where: { id: actor.sessionId }, data: { lockedAt: null, seenAt: now } });
    record({ event: 'session.unlocked', details: {} });
    return done({});
  },
});

/** Both factors anew: for five minutes this session, and no other of the person, may do what cannot be undone. */
export const stepUp = command({
  name: 'session.step_up',
  surface: 'staff',
  actors: ['staff'],
  input: stepUpSchema,
  subject: () => ({}),
  rate: 'step_up',
  run: async ({ actor, tx, now, record }, { password, code }) => {
    const staff = await tx.staff.findUniqueOrThrow({ where: { id: actor.staffId } });
    const agreed = await passwordAgrees(staff.passwordHash, password);
    const step = agreedStep(staff.totpSealed, code);
    if (!agreed || step === null || !(await useStep(tx, staff.id, step))) return refuse('wrong_proof');
    if (!(await proveSession(tx, actor, now))) return refuse('session_locked');
    record({ event: 'session.proved', details: {} });
    return done({});
  },
});

/** A tour that was seen to its end, or put away, does not come by itself again. Unaudited: it touches nobody's data. */
export const seeTour = command({
  name: 'session.see_tour',
  surface: 'staff',
  actors: ['staff'],
  input: seeTourSchema,
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx, now }, { tour }) => {
    await tx.staffTour.upsert({ where: { staffId_tour: { staffId: actor.staffId, tour } }, create: { staffId: actor.staffId, tour, seenAt: now }, update: { seenAt: now } });
    return done({});
  },
});
