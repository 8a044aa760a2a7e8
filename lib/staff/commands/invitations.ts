import { command } from '@/lib/command';
import { refusedBy } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { factsOf, findAccount } from '../accounts';
import { askLink } from '../links';
import { linkNeeded } from '../rules';
import { aboutStaffSchema, inviteSchema } from '../schema';

/** Opens an account that nobody can use yet, and mails its person the link to make it theirs. */
export const inviteStaff = command({
  name: 'staff.invite',
  surface: 'staff',
  actors: ['staff'],
  input: inviteSchema,
  subject: () => ({}),
  stepUp: true,
  run: async ({ actor, tx, now, record }, { name, email, roles, languages }) => {
    if ((await tx.staff.findUnique({ where: { email }, select: { id: true } })) !== null) return refuse('invalid', [{ field: 'email', reason: 'known_address' }]);
    const person = await tx.staff.create({ data: { name, email, roles, languages, createdAt: now }, select: { id: true, publicId: true } }).catch((error: unknown) => {
      if (refusedBy(error) === 'staff_email_key') return null;
      throw error;
    });
    if (person === null) return refuse('conflict');
    await askLink(tx, { staffId: person.id, askedById: actor.staffId, purpose: 'join', at: now });
    record({ event: 'staff.invited', details: { person: person.publicId, name, roles } });
    return done({ staff: person.publicId });
  },
});

/** Sends whoever cannot sign in yet a new link; the older one no longer works. */
export const inviteAgain = command({
  name: 'staff.invite_again',
  surface: 'staff',
  actors: ['staff'],
  input: aboutStaffSchema,
  subject: ({ staff }) => ({ staff }),
  stepUp: true,
  run: async ({ actor, tx, now, record }, { staff }) => {
    const account = await findAccount(tx, staff);
    if (account === null) return refuse('not_found');
    const purpose = linkNeeded(factsOf(account));
    if (account.disabledAt !== null) return refuse('disabled');
    if (purpose === null) return refuse('already_joined');
    await askLink(tx, { staffId: account.id, askedById: actor.staffId, purpose, at: now });
    record({ event: 'staff.link_asked', details: { person: staff, name: account.name, purpose } });
    return done({ purpose });
  },
});
