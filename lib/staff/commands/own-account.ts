import { z } from 'zod';
import { endSessionsOf } from '@/lib/access/sessions';
import type { StaffActor } from '@/lib/access/actor';
import { command, type Door } from '@/lib/command';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { hashPassword, passwordAgrees } from '../credentials';
import { passwordProblem } from '../password-rules';
import { changePasswordSchema } from '../schema';
import { makeCodes } from './joining';

/** Whoever sits at an open desk need not be its person: the password is asked again. */
async function asksAgain({ actor, tx }: Door<StaffActor>, field: string, password: string): Promise<Refused | null> {
  const { passwordHash } = await tx.staff.findUniqueOrThrow({ where: { id: actor.staffId }, select: { passwordHash: true } });
  if (passwordHash === null) return refuse('from_provider');
  return (await passwordAgrees(passwordHash, password)) ? null : refuse('wrong_password', [{ field, reason: 'wrong_password' }]);
}

/** Changes one's own password; every other session of one's own ends. */
export const changePassword = command({
  name: 'account.change_password',
  surface: 'staff',
  actors: ['staff'],
  input: changePasswordSchema,
  subject: () => ({}),
  // The same secret as a locked screen asks for, and the same count.
  rate: 'unlock',
  run: async (door, { current, password }) => {
    const { actor, tx, now, record } = door;
    const refused = await asksAgain(door, 'current', current);
    if (refused !== null) return refused;
    const problem = current === password ? 'same_password' : passwordProblem(password, actor);
    if (problem !== null) return refuse(problem, [{ field: 'password', reason: problem }]);
    await tx.staff.update({ where: { id: actor.staffId }, data: { passwordHash: await hashPassword(password), passwordAt: now, version: { increment: 1 } } });
    const sessionsEnded = await endSessionsOf(tx, actor.staffId, 'password_changed', now, actor.sessionId);
    record({ event: 'staff.password_changed', details: { sessionsEnded } });
    return done({ sessionsEnded });
  },
});

/** Ten new recovery codes in place of what is left of the old ones. */
export const newRecoveryCodes = command({
  name: 'account.new_recovery_codes',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({}),
  subject: () => ({}),
  stepUp: true,
  answersOnce: true,
  run: async ({ actor, tx, now, record }) => {
    const { totpSealed } = await tx.staff.findUniqueOrThrow({ where: { id: actor.staffId }, select: { totpSealed: true } });
    if (totpSealed === null) return refuse('from_provider');
    const codes = await makeCodes(tx, actor.staffId, now);
    record({ event: 'staff.recovery_codes_made', details: { person: actor.publicId, count: codes.length } });
    return done({ codes });
  },
});
