import { endSessionsOf } from '@/lib/access/sessions';
import type { StaffActor } from '@/lib/access/actor';
import { command, type Door } from '@/lib/command';
import { done, refuse, type Outcome } from '@/lib/platform/outcome';
import { changeAccount, changeTo, factsOf, findAccount, type Account } from '../accounts';
import { askLink, voidLinks } from '../links';
import { disableProblem, linkNeeded, resetProblem, type LinkPurpose } from '../rules';
import { aboutStaffSchema, accountChangeSchema } from '../schema';

/** Closes an account: their next request finds nobody signed in. Nothing they did is touched. */
export const disableStaff = command({
  name: 'staff.disable',
  surface: 'staff',
  actors: ['staff'],
  input: accountChangeSchema,
  subject: ({ staff }) => ({ staff }),
  stepUp: true,
  run: async ({ actor, tx, now, record }, { staff, version, reason }) => {
    const account = await findAccount(tx, staff);
    if (account === null) return refuse('not_found');
    const problem = disableProblem(await changeTo(tx, actor.staffId, account));
    if (problem !== null) return refuse(problem);
    if (account.disabledAt !== null || !(await changeAccount(tx, { id: account.id, version }, { disabledAt: now }))) return refuse('conflict');
    const sessionsEnded = await endSessionsOf(tx, account.id, 'disabled', now);
    await voidLinks(tx, account.id, now);
    record({ event: 'staff.disabled', details: { person: staff, name: account.name, reason, sessionsEnded } });
    return done({ sessionsEnded });
  },
});

/** Opens a closed account again; password and authenticator are as they were. */
export const enableStaff = command({
  name: 'staff.enable',
  surface: 'staff',
  actors: ['staff'],
  input: accountChangeSchema,
  subject: ({ staff }) => ({ staff }),
  stepUp: true,
  run: async ({ tx, record }, { staff, version, reason }) => {
    const account = await findAccount(tx, staff);
    if (account === null) return refuse('not_found');
    if (account.disabledAt === null || !(await changeAccount(tx, { id: account.id, version }, { disabledAt: null }))) return refuse('conflict');
    record({ event: 'staff.enabled', details: { person: staff, name: account.name, reason } });
    return done({});
  },
});

type Reset = { readonly takes: 'password' | 'second_factor'; readonly away: Parameters<typeof changeAccount>[2] };

/** What is reset stops working now, and a link by mail lets its person choose it anew, with what is left as the other factor. */
async function reset({ actor, tx, now }: Door<StaffActor>, staff: string, { takes, away }: Reset): Promise<Outcome<{ purpose: LinkPurpose; sessionsEnded: number; name: string }>> {
  const account: Account | null = await findAccount(tx, staff);
  if (account === null) return refuse('not_found');
  if (account.disabledAt !== null) return refuse('disabled');
  const problem = resetProblem(await changeTo(tx, actor.staffId, account));
  if (problem !== null) return refuse(problem);
  const facts = factsOf(account);
  if (!(takes === 'password' ? facts.hasPassword : facts.hasSecondFactor)) return refuse('nothing_to_reset');
  const left = { ...facts, hasPassword: facts.hasPassword && takes !== 'password', hasSecondFactor: facts.hasSecondFactor && takes !== 'second_factor', hasIdentity: false };
  const purpose = linkNeeded(left);
  if (purpose === null || !(await changeAccount(tx, account, away))) return refuse('conflict');
  const sessionsEnded = await endSessionsOf(tx, account.id, takes === 'password' ? 'password_changed' : 'second_factor_reset', now);
  await askLink(tx, { staffId: account.id, askedById: actor.staffId, purpose, at: now });
  return done({ purpose, sessionsEnded, name: account.name });
}

/** Takes somebody's password away and mails them a link to choose another. */
export const resetPassword = command({
  name: 'staff.reset_password',
  surface: 'staff',
  actors: ['staff'],
  input: aboutStaffSchema,
  subject: ({ staff }) => ({ staff }),
  stepUp: true,
  run: async (door, { staff }) => {
    const outcome = await reset(door, staff, { takes: 'password', away: { passwordHash: null, passwordAt: null } });
    if (outcome.ok) door.record({ event: 'staff.link_asked', details: { person: staff, name: outcome.value.name, purpose: outcome.value.purpose } });
    return outcome;
  },
});

/** Takes somebody's authenticator and recovery codes away and mails them a link to set another up. */
export const resetSecondFactor = command({
  name: 'staff.reset_second_factor',
  surface: 'staff',
  actors: ['staff'],
  input: aboutStaffSchema,
  subject: ({ staff }) => ({ staff }),
  stepUp: true,
  run: async (door, { staff }) => {
    const outcome = await reset(door, staff, { takes: 'second_factor', away: { totpSealed: null, totpStep: null } });
    if (!outcome.ok) return outcome;
    const { name, purpose, sessionsEnded } = outcome.value;
    await door.tx.recoveryCode.updateMany({ where: { staff: { publicId: staff }, retiredAt: null }, data: { retiredAt: door.now } });
    door.record({ event: 'staff.second_factor_reset', details: { person: staff, name, sessionsEnded } });
    door.record({ event: 'staff.link_asked', details: { person: staff, name, purpose } });
    return outcome;
  },
});
